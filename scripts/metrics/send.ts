import { reportToActions } from '../actions.ts';
import { faultText } from '../command.ts';
import { sinkNamed } from './sink-named.ts';
import type { Measures } from './sink.ts';

/**
 * Sends what a run measured to where `CURBSIDE_METRICS` says. Never fails: a run is not worse for a graph without its
 * point. Gives the warning, which was also told to GitHub Actions; null when all is well.
 */
export async function sendMeasures(
  measures: Measures,
  env: Readonly<Record<string, string | undefined>>,
): Promise<string | null> {
  try {
    const sink = await sinkNamed(env['CURBSIDE_METRICS']?.trim() ?? '');
    await sink.send(measures);
    return null;
  } catch (error) {
    const warning = `Warning: the metrics were not sent. ${faultText(error)}`;
    const told = { title: 'Metrics', outputs: {}, tables: [], warnings: [warning], errors: [] };
    await reportToActions(told).catch(() => undefined);
    return warning;
  }
}
