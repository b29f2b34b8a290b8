import { entryKey } from '../schedule/entry-key.ts';
import type { Problem } from '../schedule/problem.ts';
import type { Snapshot, SnapshotRow } from '../schedule/snapshot.ts';
import type { Box } from './cities.ts';
import { compareText } from './order.ts';
import { indexPermits } from './permits.ts';
import { placeRow, type Placed } from './place.ts';
import { clip, emptyColumns, scheduleColumn, type Fault } from './rows.ts';

/** The two tables as the API sent them, row order unimportant, and what their meaning depends on. */
export interface Tables {
  readonly schedule: readonly unknown[];
  readonly permits: readonly unknown[];
  /** "YYYY-MM-DD" in the city's zone. */
  readonly asOf: string;
  readonly box: Box;
}

interface Keyed extends Placed {
  /** Null when the row cannot be placed. */
  readonly key: string | null;
  readonly order: string;
}

/**
 * The snapshot the two tables mean, in canonical order, with every fault found. Depends on nothing but the rows: not on
 * their order, nor on columns that only say when they were written. Total: any JSON gives a snapshot.
 */
export function assembleSnapshot({ schedule, permits, asOf, box }: Tables): Snapshot {
  const index = indexPermits(permits);
  const placed = schedule
    .map((raw) => keyed(placeRow(raw, { permits: index, asOf, box })))
    .sort(compareKeyed);
  const rows: SnapshotRow[] = [];
  const problems = emptyColumns(placed.map(({ cells }) => cells)).map(columnProblem);
  let last: SnapshotRow | null = null;
  let lastKey: string | null = null;
  for (const [position, { row, key, faults }] of placed.entries()) {
    if (last !== null && row !== null && key === lastKey) {
      problems.push(repeatedKey(lastKey ?? '', last, row));
      continue;
    }
    for (const fault of faults) problems.push({ ...fault, row: key ?? `#${position + 1}` });
    if (row === null) continue;
    rows.push(row);
    [last, lastKey] = [row, key];
  }
  return { rows, problems: [...problems, ...index.problems] };
}

function keyed(placed: Placed): Keyed {
  const { row, cells } = placed;
  const faults = sortedFaults(placed.faults);
  // Coordinates stay out of the order of rows that cannot be placed: their last digits are noise.
  const order = JSON.stringify([row ?? { ...cells, latitude: null, longitude: null }, faults]);
  return { ...placed, faults, key: row && entryKey(row), order };
}

/** By key; what has none comes last. */
function compareKeyed(a: Keyed, b: Keyed): number {
  if (a.key === null || b.key === null) {
    return Number(a.key === null) - Number(b.key === null) || compareText(a.order, b.order);
  }
  return compareText(a.key, b.key) || compareText(a.order, b.order);
}

/** The key must be unique, so the first row in canonical order stays; what the other said is kept in the problem. */
function repeatedKey(key: string, kept: SnapshotRow, other: SnapshotRow): Problem {
  const names = Object.keys(kept) as (keyof SnapshotRow)[];
  const differing = names.filter((name) => kept[name] !== other[name]);
  const value = clip(differing.map((name) => `${name}: ${String(other[name])}`).join('; '));
  const message =
    differing.length === 0
      ? 'The same row twice; listed once.'
      : 'Two rows for one entry; only the first is listed.';
  return { code: 'key-repeated', row: key, column: scheduleColumn('permit'), value, message };
}

function columnProblem(column: string): Problem {
  return { code: 'column-missing', row: '', column, value: '', message: `No row has a value in ${column}.` };
}

function sortedFaults(faults: readonly Fault[]): Fault[] {
  return [...faults].sort((a, b) => compareText(a.code, b.code) || compareText(a.column, b.column));
}
