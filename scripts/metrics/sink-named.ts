import { Failure } from '../../src/failure.ts';
import type { MetricsSink } from './sink.ts';

/** Takes everything and keeps nothing. */
export const noSink: MetricsSink = { name: 'none', send: () => Promise.resolve() };

/**
 * The sink that `CURBSIDE_METRICS` names: unset or empty for none, "cloudwatch", or "file:PATH". Of those that are not
 * named nothing is loaded. Fails with `METRICS_UNKNOWN`.
 */
export async function sinkNamed(name: string): Promise<MetricsSink> {
  if (name === '') return noSink;
  if (name === 'cloudwatch') return (await import('./cloudwatch.ts')).cloudWatchSink();
  const file = /^file:(.+)$/.exec(name)?.[1];
  if (file !== undefined) return (await import('./open-metrics.ts')).fileSink(file);
  throw new Failure('METRICS_UNKNOWN', `CURBSIDE_METRICS is "${name}", which is no place for metrics.`, {
    hint: 'Set it to cloudwatch or file:PATH, or leave it out.',
  });
}
