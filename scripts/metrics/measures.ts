import type { BuildReport } from '../../src/incremental/report.ts';
import { isSound, type PublishReport } from '../../src/publish/report.ts';
import type { PullSummary } from '../report-pull.ts';
import type { Measures } from './sink.ts';

/** What is measured of a pull. After a failure that is its time, and the age of the data that stay in force. */
export function pullMeasures({ outcome, tookMs }: PullSummary, now: Date): Measures {
  const { current } = outcome;
  const changedAt = current === null ? NaN : Date.parse(current.rowsUpdatedAt ?? current.pulledAt);
  const always = { PullSeconds: tookMs / 1000, PullDataAgeSeconds: (now.getTime() - changedAt) / 1000 };
  if ('fault' in outcome) return always;
  const { snapshot, refused } = outcome;
  return {
    ...always,
    PullRows: snapshot.rows.length,
    PullProblems: snapshot.problems.length,
    PullRefused: refused.length > 0 ? 1 : 0,
  };
}

/** What is measured of a build. */
export function buildMeasures({ pages, added, changed, removed, ms }: BuildReport): Measures {
  return {
    BuildPages: pages,
    BuildPagesChanged: added.length + changed.length + removed.length,
    BuildSeconds: ms.total / 1000,
  };
}

/** What is measured of a publish; of a dry run nothing. Only one that readers get is a release. */
export function publishMeasures(report: PublishReport, now: Date): Measures {
  const { dryRun, files, uploadedBytes, tookMs } = report;
  if (dryRun) return {};
  return {
    PublishFiles: files,
    PublishBytes: uploadedBytes,
    PublishSeconds: tookMs / 1000,
    ...(isSound(report) ? { PublishReleasedAtSeconds: Math.floor(now.getTime() / 1000) } : {}),
  };
}
