import { Failure } from '../src/failure.ts';
import { publish, type PublishOptions } from '../src/publish/publish.ts';
import { isSound } from '../src/publish/report.ts';
import { targetNamed } from '../src/publish/target-name.ts';
import { faultText } from './command.ts';
import { closingSentence, troubleLines } from './report-publish.ts';

/** What came of the standby, in lines to be told; an unsound one makes the command fail at its end. */
export interface StandbyOutcome {
  readonly sound: boolean;
  readonly lines: readonly string[];
}

/**
 * Publishes the whole site to the target that an edge asks when the main one is gone. It comes first: whatever a page of
 * the main target names is then at both. A standby that cannot be published to is told about and stops nothing, since
 * it is there so that less depends on one place.
 */
export async function publishStandby(
  name: string,
  options: Omit<PublishOptions, 'target' | 'purge'>,
): Promise<StandbyOutcome> {
  try {
    const report = await publish({ ...options, target: await targetNamed(name), purge: null });
    const lines = [...troubleLines(report), closingSentence(report)];
    return { sound: isSound(report), lines: lines.map((line) => `Standby ${report.target}: ${line}`) };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { sound: false, lines: [`The standby was not published. ${faultText(error)}`] };
  }
}
