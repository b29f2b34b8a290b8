import { parseArgs } from 'node:util';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from '../src/incremental/build.ts';
import { Failure } from '../src/failure.ts';
import { couldNotReachCity } from '../src/source/client.ts';
import { cities } from '../src/source/cities.ts';
import { realIo } from '../src/source/io.ts';
import { pullCity, type Pull, type Source } from '../src/source/pull.ts';
import type { ShapeFiles } from '../src/source/pull-geography.ts';
import { listCurrent } from '../src/source/state.ts';
import { exitCodes, runCommand, UsageError } from './command.ts';
import { keepLastBuild } from './last-build.ts';
import { progressBar } from './progress.ts';
import { closingSentence } from './report-build.ts';
import { closingSentence as pullSentence, noteLine } from './report-pull.ts';
import { portFrom, serve } from './serve.ts';
import { root, siteOptions } from './site.ts';
import { citySettings } from './tokens/city-settings.ts';
import { couldNotReachStore } from './tokens/token-source.ts';
import { untilInterrupted } from './interrupt.ts';

const usage = `Usage: npm start -- [--state DIR] [--out dist] [--host 127.0.0.1] [--port 4321]

Pulls the city's live schedule (without a network: the last one pulled, else the bundled sample), builds the site and
serves it until it is interrupted.`;

/** Somebody waits at the screen: two tries, then the sample. The scheduled pull is more patient. */
const impatience = { tries: 2, timeoutMs: 15_000 };
const [city] = cities;

await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      state: { type: 'string', default: '.curbside' },
      out: { type: 'string', default: 'dist' },
      host: { type: 'string', default: '127.0.0.1' },
      port: { type: 'string', default: '4321' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return exitCodes.done;
  }
  const port = portFrom(values.port);
  if (port === null) throw new UsageError(`"${values.port}" is no port.`, usage);
  await pullOrSample(values.state);
  const progress = progressBar('rendering');
  const options = siteOptions({ ...values, onPage: progress.show });
  const report = await build(options).finally(progress.clear);
  for (const warning of options.content.warnings) console.error(`Left out: ${warning}`);
  keepLastBuild(options, report, listCurrent(values.state));
  console.log(`Built: ${closingSentence(report)}`);
  const { address } = await serve({ build: options, host: values.host, port });
  console.log(`\n  Curbside is at ${address}   (Ctrl-C ends)\n`);
  return untilInterrupted();
}, usage);

async function pullOrSample(state: string): Promise<void> {
  try {
    const settings = { ...(await citySettings(city!, process.env)), ...impatience };
    return await pull(state, { from: { source: 'live', settings }, asOf: null, shapes: {} });
  } catch (error) {
    if (!couldNotReachCity(error) && !couldNotReachStore(error)) throw error;
    console.log(`${(error as Failure).message}`);
  }
  const last = listCurrent(state).find((current) => current.city.key === city!.info.key);
  if (last !== undefined && last.source !== 'sample') {
    console.log(`Going on with the schedule pulled at ${last.pulledAt}.`);
    return;
  }
  console.log('Going on with SAMPLE DATA: an invented city of trucks, which every page says.');
  const folder = path.join(root, 'data', 'sample');
  const { asOf } = JSON.parse(readFileSync(path.join(folder, 'sample.json'), 'utf8')) as { asOf: string };
  const files = { schedule: path.join(folder, 'schedule.json'), permits: path.join(folder, 'permits.json') };
  const shapes = {
    neighborhoods: path.join(folder, 'neighborhoods.json'),
    streets: path.join(folder, 'streets.json'),
  };
  await pull(state, { from: { source: 'sample', ...files }, asOf, shapes });
}

interface Pulled {
  readonly from: Source;
  readonly asOf: string | null;
  readonly shapes: ShapeFiles;
}

async function pull(state: string, { from, asOf, shapes }: Pulled): Promise<void> {
  const started = performance.now();
  const io = { ...realIo, note: (note: Parameters<typeof noteLine>[0]) => console.error(noteLine(note)) };
  const outcome: Pull = await pullCity(
    { city: city!, from, stateDir: state, asOf, shapes, accept: false },
    io,
  );
  console.log(`Pulled: ${pullSentence(outcome, performance.now() - started)}`);
  if (outcome.current !== null) return;
  throw new Failure('SNAPSHOT_REFUSED', `The city's schedule looks wrong: ${outcome.refused.join('; ')}.`, {
    hint: 'Look at it, then take it with: npm run pull -- --accept',
  });
}
