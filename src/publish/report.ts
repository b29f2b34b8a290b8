import type { Digest } from '../digest.ts';
import type { Check } from './check.ts';
import type { Plan, Reason } from './plan.ts';
import type { PublishOptions } from './publish.ts';
import type { PublishedFile } from './target.ts';

/** What a publish did, or, of a dry run, would have done. Paths in the order in which they were dealt with. */
export interface PublishReport {
  readonly target: string;
  readonly dryRun: boolean;
  readonly release: Digest;
  /** Files of the release. */
  readonly files: number;
  readonly comparedBy: 'manifest' | 'listing';
  /** Sizes are those of the built files, however they are stored. */
  readonly uploads: readonly { readonly path: string; readonly reason: Reason; readonly size: number }[];
  readonly uploadedBytes: number;
  readonly kept: number;
  readonly retired: readonly string[];
  readonly removed: readonly string[];
  /** Addresses that the edge was told to forget; empty without an edge. */
  readonly purged: readonly string[];
  /** Why the edge was not told; null when it was, or when there is none. */
  readonly purgeFault: string | null;
  /** What was read back after the switch. */
  readonly check: Check;
  readonly tookMs: number;
}

export interface PublishFacts extends Pick<PublishOptions, 'target' | 'dryRun'> {
  readonly plan: Plan;
  readonly wanted: readonly PublishedFile[];
  readonly comparedBy: PublishReport['comparedBy'];
  readonly check: Check;
  readonly purgeFault: string | null;
  readonly tookMs: number;
}

export function publishReport(facts: PublishFacts): PublishReport {
  const { target, dryRun, plan, wanted, comparedBy, check, purgeFault, tookMs } = facts;
  const uploads = plan.uploads.map(({ file: { path, size }, reason }) => ({ path, reason, size }));
  return {
    target: target.name,
    dryRun,
    release: plan.settled.release,
    files: wanted.length,
    comparedBy,
    uploads,
    uploadedBytes: uploads.reduce((sum, { size }) => sum + size, 0),
    kept: plan.kept.length,
    retired: plan.retirements,
    removed: plan.removals,
    purged: purgeFault === null ? (plan.purge?.addresses ?? []) : [],
    purgeFault,
    check,
    tookMs,
  };
}

/** Whether readers get the release and nothing stands in their way. */
export function isSound({ check, purgeFault }: PublishReport): boolean {
  return check.missing.length === 0 && purgeFault === null;
}
