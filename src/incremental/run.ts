import type { Digest } from '../digest.ts';
import type { BuildOptions } from './options.ts';
import type { Phase } from './report.ts';
import type { Survey } from './survey.ts';

/** What the phases of one build share. */
export interface Run extends BuildOptions {
  readonly code: Digest;
  readonly survey: Survey;
  readonly ms: Record<Phase, number>;
  readonly sightingsFile: string;
}

/** Adds the time of `work` to a phase. */
export async function timed<T>(run: Run, phase: Phase, work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  try {
    return await work();
  } finally {
    run.ms[phase] += performance.now() - began;
  }
}
