import type { Snapshot, SnapshotRow } from '../schedule/snapshot.ts';

/** What was pulled, before it may replace what is here. */
export interface Candidate {
  readonly snapshot: Snapshot;
  /** Rows of the permit table. */
  readonly permitRows: number;
  /** Why the city's answers may not be its whole tables. */
  readonly doubts: readonly string[];
}

const largestFall = 0.3;
const largestFaultyShare = 0.05;
/** A column filled in fewer rows than this can empty by itself. */
const noticedRows = 20;

/**
 * Every reason not to let a snapshot replace the last good one, in words; empty when there is none. Without a previous
 * snapshot the shares of faulty rows still count. A renewal replaces up to 40 % of the rows and flips most standings in
 * a day: rows that change, however many, are no reason.
 */
export function reasonsToRefuse(
  previous: Snapshot | null,
  { snapshot, permitRows, doubts }: Candidate,
): string[] {
  const reasons = [...doubts];
  const rowCount = snapshot.rows.length;
  if (rowCount === 0) reasons.push('no row of the schedule can be listed');
  if (permitRows === 0) reasons.push('the permit table is empty');
  const before = previous?.rows.length ?? 0;
  if (rowCount < before * (1 - largestFall)) {
    reasons.push(`the rows fell from ${before} to ${rowCount}, by ${percent(1 - rowCount / before)}`);
  }
  return [...reasons, ...vanishedColumns(previous, snapshot), ...faultyShares(snapshot)];
}

function faultyShares({ rows, problems }: Snapshot): string[] {
  const faulty = new Set(problems.filter(({ row }) => row !== '').map(({ row }) => row));
  const unplaced = [...faulty].filter((row) => row.startsWith('#')).length;
  const total = rows.length + unplaced;
  const outside = problems.filter(({ code }) => code === 'coordinates-outside').length;
  const reasons: string[] = [];
  if (faulty.size > total * largestFaultyShare) {
    reasons.push(`${faulty.size} of ${total} rows have problems, ${percent(faulty.size / total)}`);
  }
  if (outside > total * largestFaultyShare) {
    reasons.push(`${outside} of ${total} rows lie outside the city, ${percent(outside / total)}`);
  }
  return reasons;
}

/** Required columns that are empty in the whole table, and any others that were in use before and are empty now. */
function vanishedColumns(previous: Snapshot | null, { rows, problems }: Snapshot): string[] {
  const missing = problems.filter(({ code }) => code === 'column-missing').map(({ column }) => column);
  const reasons = missing.map((column) => `the column ${column} vanished`);
  const first = previous?.rows[0];
  if (!first || rows.length === 0) return reasons;
  const names = Object.keys(first) as (keyof SnapshotRow)[];
  const emptied = names.filter((name) => {
    return countFilled(previous.rows, name) >= noticedRows && countFilled(rows, name) === 0;
  });
  const one = emptied.length === 1;
  if (emptied.length === 0) return reasons;
  return [...reasons, `the column${one ? '' : 's'} ${emptied.join(', ')} vanished: in use before, empty now`];
}

function countFilled(rows: readonly SnapshotRow[], name: keyof SnapshotRow): number {
  return rows.filter((row) => row[name] !== null && row[name] !== '' && row[name] !== false).length;
}

function percent(share: number): string {
  return Number.isFinite(share) ? `${(share * 100).toFixed(1)} %` : 'all';
}
