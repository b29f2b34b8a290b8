import { writeFileAtomic } from '../src/disk.ts';
import { isSound, type PublishReport } from '../src/publish/report.ts';
import { reportToActions } from './actions.ts';

const listed = 50;
const shownInTerminal = 20;

/** Writes the report file, if one is asked for, and tells GitHub Actions. */
export async function reportPublish(report: PublishReport, file: string | null): Promise<void> {
  if (file !== null) writeFileAtomic(file, JSON.stringify(report, null, 2) + '\n');
  const { uploads, retired, removed, purged, kept, files, release, uploadedBytes, comparedBy, check } =
    report;
  await reportToActions({
    title: report.dryRun ? 'Publish (dry run)' : 'Publish',
    outputs: {
      target: report.target,
      release,
      uploaded: uploads.length,
      retired: retired.length,
      removed: removed.length,
      'has-published': !report.dryRun && uploads.length + retired.length + removed.length > 0,
      sound: isSound(report),
    },
    tables: [
      {
        heading: `Published to ${report.target}`,
        rows: [
          ['fact', 'value'],
          ['release', release],
          ['files', number(files)],
          ['compared by', comparedBy],
          ['uploaded', `${number(uploads.length)} (${kilobytes(uploadedBytes)})`],
          ['unchanged', number(kept)],
          ['retired', number(retired.length)],
          ['deleted', number(removed.length)],
          ['purged', purged.join(' ') || 'nothing'],
          ['read back', `${number(check.read)} files, ${number(check.missing.length)} not as published`],
          ['time', seconds(report.tookMs)],
        ],
      },
      { heading: 'Why', rows: [['reason', 'files'], ...countByReason(report)] },
      {
        heading: 'Uploads',
        rows: [
          ['file', 'reason', 'size'],
          ...uploads.slice(0, listed).map(({ path, reason, size }) => [path, reason, kilobytes(size)]),
        ],
      },
    ],
    warnings: report.purgeFault === null ? [] : [report.purgeFault],
    errors: missingLines(report),
  });
}

/** One line for each of the first uploads, with its reason, in the order in which they went. */
export function uploadLines({ uploads, dryRun }: PublishReport): string[] {
  const lines = uploads.slice(0, shownInTerminal).map(({ path, reason }) => `  ${reason.padEnd(15)} ${path}`);
  const rest = uploads.length - lines.length;
  if (lines.length > 0 && dryRun) lines.unshift('Would upload:');
  return rest > 0 ? [...lines, `  … and ${number(rest)} more`] : lines;
}

/** What stands between readers and the release; empty when all is well. */
export function troubleLines(report: PublishReport): string[] {
  const missing = missingLines(report);
  const after = 'Nothing was deleted or purged; the next publish uploads these files again.';
  return [
    ...missing,
    ...(missing.length > 0 ? [after] : []),
    ...(report.purgeFault ? [report.purgeFault] : []),
  ];
}

/** The last line of a publish: "14 files uploaded; 3 retired; 3 addresses purged; 0.2 s". */
export function closingSentence(report: PublishReport): string {
  const { uploads, retired, removed, purged, dryRun, tookMs } = report;
  const parts = [`${count(uploads.length, 'file')} uploaded`];
  if (isRepair(report)) parts.push('compared with a listing, for want of a manifest');
  if (retired.length > 0) parts.push(`${number(retired.length)} retired`);
  if (removed.length > 0) parts.push(`${number(removed.length)} deleted`);
  if (purged.length > 0) parts.push(purged[0] === '/*' ? 'all purged' : `${number(purged.length)} purged`);
  if (dryRun) parts.push('all this in a dry run: nothing was changed');
  return `${parts.join('; ')}; ${seconds(tookMs)}`;
}

/** Whether files lay there and no manifest told of them; before the first publish neither is there. */
function isRepair({ comparedBy, kept, uploads }: PublishReport): boolean {
  return comparedBy === 'listing' && (kept > 0 || uploads.some(({ reason }) => reason !== 'added'));
}

function missingLines({ check }: PublishReport): string[] {
  return check.missing.map(({ path, namedBy, why }) => {
    const by = namedBy === null ? '' : `, named by ${namedBy}`;
    return `Readers do not get ${path} as published: ${why}${by}.`;
  });
}

function countByReason({ uploads }: PublishReport): [string, number][] {
  const groups = Object.groupBy(uploads, ({ reason }) => reason);
  return Object.entries(groups).map(([reason, all]) => [reason, all.length]);
}

function count(value: number, noun: string): string {
  return `${number(value)} ${noun}${value === 1 ? '' : 's'}`;
}

function number(value: number): string {
  return value.toLocaleString('en');
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

function kilobytes(sizeBytes: number): string {
  return `${number(Math.ceil(sizeBytes / 1024))} KB`;
}
