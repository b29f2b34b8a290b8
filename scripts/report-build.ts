import { readFileIfAny, writeFileAtomic } from '../src/disk.ts';
import type { BuildReport } from '../src/incremental/report.ts';
import type { Difference } from '../src/incremental/verify.ts';
import { reportToActions } from './actions.ts';

const listed = 50;

/** Writes the report file, if one is asked for, with the process's peak memory, and tells GitHub Actions. */
export async function reportBuild(
  report: BuildReport,
  file: string | null,
  leftOut: readonly string[],
): Promise<void> {
  const peakMemoryBytes = peakMemory();
  if (file !== null)
    writeFileAtomic(file, JSON.stringify({ ...report, peakMemoryBytes, leftOut }, null, 2) + '\n');
  const { pages, added, changed, removed, unchanged, compiled, ms } = report;
  const reasons = Object.entries(report.reasons);
  await reportToActions({
    title: 'Build',
    outputs: {
      pages,
      added: added.length,
      changed: changed.length,
      removed: removed.length,
      unchanged,
      compiled,
      // A later step publishes only then; the status file changes with every pull and is not counted as a page.
      'has-changes': added.length + changed.length + removed.length > 0,
    },
    tables: [
      {
        heading: 'What changed',
        rows: [
          ['pages', 'added', 'changed', 'removed', 'unchanged'],
          [pages, added.length, changed.length, removed.length, unchanged],
        ],
      },
      { heading: 'Why', rows: [['reason', 'pages'], ...countBy(reasons.map(([, reason]) => reason))] },
      { heading: 'Pages', rows: [['page', 'reason'], ...reasons.slice(0, listed)] },
      {
        heading: 'Time',
        rows: [['phase', 'ms'], ...Object.entries(ms).map(([phase, value]) => [phase, Math.round(value)])],
      },
    ],
    warnings: leftOut.map((fault) => `Left out of what owners say: ${fault}`),
    errors: [],
  });
}

/** The last line of a build: "12 of 1,560 pages changed; 1 added; 0 removed; 0.4 s". */
export function closingSentence({
  pages,
  added,
  changed,
  removed,
  compiled,
  otherFiles,
  ms,
}: BuildReport): string {
  const parts = [`${number(changed.length)} of ${number(pages)} pages changed`];
  if (added.length > 0) parts.push(`${number(added.length)} added`);
  if (removed.length > 0) parts.push(`${number(removed.length)} removed`);
  if (otherFiles > 0) parts.push(`${number(otherFiles)} other files written`);
  if (compiled) parts.push(`compiled in ${seconds(ms.compile)}`);
  return `${parts.join('; ')}; ${seconds(ms.total)}`;
}

/** What `--verify` found, one line a file. */
export function differenceLines(differences: readonly Difference[], pages: number): string {
  if (differences.length === 0)
    return `Verified: all files of ${number(pages)} pages equal a clean astro build, byte for byte.`;
  const lines = differences.slice(0, listed).map(({ kind, file }) => `  ${kind} ${file}`);
  return [`${number(differences.length)} files differ from a clean astro build:`, ...lines].join('\n');
}

function countBy(words: readonly string[]): [string, number][] {
  return Object.entries(Object.groupBy(words, (word) => word)).map(([word, all]) => [word, all?.length ?? 0]);
}

function number(value: number): string {
  return value.toLocaleString('en');
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

/** Most memory this process ever held, from proc(5) where there is one: `maxRSS` may be what its parent held when it forked. */
function peakMemory(): number {
  const status = readFileIfAny('/proc/self/status');
  const kilobytes = status === null ? null : /^VmHWM:\s*(\d+) kB/m.exec(status)?.[1];
  return 1024 * (kilobytes ? Number(kilobytes) : process.resourceUsage().maxRSS);
}
