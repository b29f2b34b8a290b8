import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { cloudWatchSink } from '../scripts/metrics/cloudwatch.ts';
import { metrics, type MetricName } from '../scripts/metrics/names.ts';
import { fileSink, measuresIn, openName } from '../scripts/metrics/open-metrics.ts';
import { sendMeasures } from '../scripts/metrics/send.ts';
import { noSink } from '../scripts/metrics/sink-named.ts';
import { startCloudWatchServer } from './fake-cloudwatch.ts';
import { metricsContract } from './metrics-contract.ts';

const folder = () => fs.mkdtempSync(path.join(os.tmpdir(), 'metrics-'));
const closed = (place: string) => () => Promise.resolve(fs.rmSync(place, { recursive: true }));

metricsContract('nowhere', () =>
  Promise.resolve({ sink: noSink, last: () => null, breakIt: null, close: () => Promise.resolve() }),
);

metricsContract('a file', () => {
  const place = folder();
  const file = path.join(place, 'collector', 'curbside.prom');
  const last = () => (fs.existsSync(file) ? measuresIn(fs.readFileSync(file, 'utf8')) : {});
  const breakIt = () => fs.mkdirSync(file, { recursive: true });
  return Promise.resolve({ sink: fileSink(file), last, breakIt, close: closed(place) });
});

async function startBoth() {
  const server = await startCloudWatchServer();
  for (const [name, value] of Object.entries(server.env)) vi.stubEnv(name, value);
  const close = async () => {
    vi.unstubAllEnvs();
    await server.close();
  };
  return { server, close };
}

metricsContract('CloudWatch', async () => {
  const { server, close } = await startBoth();
  const last = () =>
    Object.fromEntries(
      server.received.flatMap(({ MetricData }) => MetricData.map((datum) => [datum.MetricName, datum.Value])),
    );
  return { sink: cloudWatchSink(), last, breakIt: () => server.failWith('AccessDenied'), close };
});

describe('cloudWatchSink', () => {
  it('sends one request, with the namespace, the units and one instant', async () => {
    const { server, close } = await startBoth();
    onTestFinished(close);
    const sink = cloudWatchSink(() => new Date('2026-11-22T12:00:00Z'));
    await sink.send({ PullRows: 2809, PullSeconds: 1.5 });
    const Timestamp = Date.UTC(2026, 10, 22, 12) / 1000;
    expect(server.received).toEqual([
      {
        target: 'GraniteServiceVersion20100801.PutMetricData',
        Namespace: 'Curbside',
        MetricData: [
          { MetricName: 'PullRows', Value: 2809, Unit: 'Count', Timestamp },
          { MetricName: 'PullSeconds', Value: 1.5, Unit: 'Seconds', Timestamp },
        ],
      },
    ]);
  });
});

describe('fileSink', () => {
  it('writes OpenMetrics, in the order of the names', async () => {
    const place = folder();
    onTestFinished(closed(place));
    const file = path.join(place, 'curbside.prom');
    fs.writeFileSync(file, 'not ours\ncurbside_unknown 7\ncurbside_build_pages 5\n');
    await fileSink(file).send({ PullSeconds: 1.25, PullRows: 2809 });
    expect(fs.readFileSync(file, 'utf8')).toMatchInlineSnapshot(`
      "# TYPE curbside_build_pages gauge
      # HELP curbside_build_pages Pages and data files of the site
      curbside_build_pages 5
      # TYPE curbside_pull_rows gauge
      # HELP curbside_pull_rows Rows of the schedule in the last pull
      curbside_pull_rows 2809
      # TYPE curbside_pull_seconds gauge
      # UNIT curbside_pull_seconds seconds
      # HELP curbside_pull_seconds Time that the last pull took
      curbside_pull_seconds 1.25
      # EOF
      "
    `);
    expect(fs.readdirSync(place)).toEqual(['curbside.prom']);
  });

  it('has a name of its own for every metric, which ends with its unit', () => {
    const names = Object.keys(metrics) as MetricName[];
    expect(new Set(names.map(openName)).size).toBe(names.length);
    for (const name of names) {
      const { unit } = metrics[name];
      if (unit !== 'Count')
        expect(openName(name)).toMatch(new RegExp(`^curbside_[a-z_]+_${unit.toLowerCase()}$`));
    }
  });
});

describe('sendMeasures', () => {
  it('sends nowhere unless it is told where', async () => {
    expect(await sendMeasures({ PullRows: 1 }, {})).toBeNull();
    expect(await sendMeasures({ PullRows: 1 }, { CURBSIDE_METRICS: ' ' })).toBeNull();
  });

  it('sends to the file that is named', async () => {
    const place = folder();
    onTestFinished(closed(place));
    const file = path.join(place, 'curbside.prom');
    expect(await sendMeasures({ PullRows: 1 }, { CURBSIDE_METRICS: `file:${file}` })).toBeNull();
    expect(measuresIn(fs.readFileSync(file, 'utf8'))).toEqual({ PullRows: 1 });
  });

  it.each([
    ['statsd', 'METRICS_UNKNOWN'],
    ['file:/dev/null/curbside.prom', 'METRICS_NOT_SENT'],
  ])('warns, and does not fail, where "%s" takes nothing', async (name, code) => {
    const warning = await sendMeasures({ PullRows: 1 }, { CURBSIDE_METRICS: name });
    expect(warning).toMatch(new RegExp(`^Warning: the metrics were not sent\\. .*\\[${code}\\]\n→ \\w`));
  });
});
