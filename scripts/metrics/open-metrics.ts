import { readFileIfAny, writeFileAtomic } from '../../src/disk.ts';
import { Failure } from '../../src/failure.ts';
import { metrics, type MetricName } from './names.ts';
import { finiteMeasures, type MetricsSink } from './sink.ts';

/**
 * A text file in OpenMetrics 1.0 with the last value of each metric, as Prometheus's node_exporter reads it from its
 * textfile folder (there the name must end with ".prom"). Pull, build and publish run one after the other: each replaces
 * its own lines and leaves those of the others. A file that cannot be read as ours is begun anew.
 */
export function fileSink(file: string): MetricsSink {
  return {
    name: `file:${file}`,
    send(measures) {
      return new Promise((resolve) => {
        const found = finiteMeasures(measures);
        if (found.length > 0) write(file, { ...measuresIn(readText(file)), ...Object.fromEntries(found) });
        resolve();
      });
    },
  };
}

/** The metrics of our own in such a text; whatever else is there is passed over. */
export function measuresIn(text: string): Partial<Record<MetricName, number>> {
  const names = Object.keys(metrics) as MetricName[];
  const byLine = new Map(names.map((name) => [openName(name), name]));
  return Object.fromEntries(
    [...text.matchAll(/^(curbside_\w+) (-?\d[\d.e+-]*)$/gm)].flatMap(([, line, value]) => {
      const name = byLine.get(line!);
      return name === undefined ? [] : [[name, Number(value)] as const];
    }),
  );
}

/** "PullDataAgeSeconds" → "curbside_pull_data_age_seconds". */
export function openName(name: MetricName): string {
  return `curbside${name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`;
}

function textOf(measures: Partial<Record<MetricName, number>>): string {
  const blocks = finiteMeasures(measures).map(([name, value]) => {
    const { unit, help } = metrics[name];
    const line = openName(name);
    const unitLine = unit === 'Count' ? '' : `# UNIT ${line} ${unit.toLowerCase()}\n`;
    return `# TYPE ${line} gauge\n${unitLine}# HELP ${line} ${help}\n${line} ${value}\n`;
  });
  return `${blocks.join('')}# EOF\n`;
}

function readText(file: string): string {
  try {
    return readFileIfAny(file) ?? '';
  } catch (error) {
    throw notWritten(file, error);
  }
}

function write(file: string, measures: Partial<Record<MetricName, number>>): void {
  try {
    writeFileAtomic(file, textOf(measures));
  } catch (error) {
    throw notWritten(file, error);
  }
}

function notWritten(file: string, cause: unknown): Failure {
  return new Failure('METRICS_NOT_SENT', `The metrics could not be written to ${file}.`, {
    hint: 'CURBSIDE_METRICS names a file that may be written, in a folder that may be made: file:PATH.',
    cause,
  });
}
