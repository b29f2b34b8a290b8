import { digest } from '../digest.ts';
import { Failure } from '../failure.ts';
import type { Problem } from '../schedule/problem.ts';
import type { Snapshot, SnapshotRow } from '../schedule/snapshot.ts';

/** Rises when the encoding changes; a file of another version is pulled anew. */
const version = 2;

/** Every column of a row, in the order of the file. The type makes a forgotten or invented column a compile error. */
const columnNames = Object.keys({
  permit: 0,
  locationId: 0,
  weekday: 0,
  start24: 0,
  end24: 0,
  applicant: 0,
  address: 0,
  text: 0,
  food: 0,
  cold: 0,
  latitude: 0,
  longitude: 0,
  standing: 0,
  status: 0,
  expiresOn: 0,
  permitFood: 0,
  facility: 0,
  crossStreets: 0,
  scheduleUrl: 0,
} satisfies Record<keyof SnapshotRow, 0>) as (keyof SnapshotRow)[];

/** One column: its distinct values in order of first appearance, and for each row the index of its value. */
interface Column<Value = unknown> {
  readonly values: readonly Value[];
  readonly rows: readonly number[];
}

type Columns = { readonly [Name in keyof SnapshotRow]: Column<SnapshotRow[Name]> };

interface Encoded {
  readonly version: number;
  readonly rowCount: number;
  readonly columns: Columns;
  /** Of each row's content. */
  readonly digests: readonly string[];
  readonly problems: readonly Problem[];
}

/**
 * The snapshot as JSON, each column a table of distinct values and an index per row: a schedule repeats itself so much
 * that this is a fifth of the plain rows, and parsing is a few tens of milliseconds for 28,000 rows. Equal snapshots
 * give equal bytes, so the digest of this text is the digest of the snapshot's meaning.
 */
export function encodeSnapshot(snapshot: Snapshot): string {
  const columns: Record<string, Column> = {};
  for (const name of columnNames) columns[name] = encodeColumn(snapshot.rows, name);
  const problems = snapshot.problems.map(({ code, row, column, value, message }) => {
    return { code, row, column, value, message };
  });
  const digests = snapshot.rows.map((row) => digest(JSON.stringify(columnNames.map((name) => row[name]))));
  const rowCount = snapshot.rows.length;
  const encoded: Encoded = { version, rowCount, columns: columns as Columns, digests, problems };
  return JSON.stringify(encoded) + '\n';
}

/** The snapshot in a text written by `encodeSnapshot`. Fails with `snapshot-unreadable` on any other text; `file` names it in the message. */
export function decodeSnapshot(text: string, file: string): Snapshot {
  const encoded = parseEncoded(text, file);
  const { columns, rowCount, digests } = encoded;
  if (digests.length !== rowCount || !columnNames.every((name) => isWhole(columns[name], rowCount))) {
    throw unreadable(file, 'a column is missing or short');
  }
  return {
    rows: Array.from({ length: rowCount }, (_, row) => rowAt(columns, row)),
    digests,
    problems: encoded.problems,
  };
}

/** Written out: filling a record in a loop over the names is four times slower. */
function rowAt(columns: Columns, row: number): SnapshotRow {
  return {
    permit: valueAt(columns.permit, row),
    locationId: valueAt(columns.locationId, row),
    weekday: valueAt(columns.weekday, row),
    start24: valueAt(columns.start24, row),
    end24: valueAt(columns.end24, row),
    applicant: valueAt(columns.applicant, row),
    address: valueAt(columns.address, row),
    text: valueAt(columns.text, row),
    food: valueAt(columns.food, row),
    cold: valueAt(columns.cold, row),
    latitude: valueAt(columns.latitude, row),
    longitude: valueAt(columns.longitude, row),
    standing: valueAt(columns.standing, row),
    status: valueAt(columns.status, row),
    expiresOn: valueAt(columns.expiresOn, row),
    permitFood: valueAt(columns.permitFood, row),
    facility: valueAt(columns.facility, row),
    crossStreets: valueAt(columns.crossStreets, row),
    scheduleUrl: valueAt(columns.scheduleUrl, row),
  };
}

/** Every index was checked to lie in the table. */
function valueAt<Value>({ values, rows }: Column<Value>, row: number): Value {
  return values[rows[row] as number] as Value;
}

function encodeColumn(rows: readonly SnapshotRow[], name: keyof SnapshotRow): Column {
  const places = new Map<unknown, number>();
  const indexes = rows.map((row) => {
    const value = row[name];
    const place = places.get(value) ?? places.size;
    if (place === places.size) places.set(value, place);
    return place;
  });
  return { values: [...places.keys()], rows: indexes };
}

function parseEncoded(text: string, file: string): Encoded {
  let encoded: Partial<Encoded> | null;
  try {
    encoded = JSON.parse(text) as Partial<Encoded> | null;
  } catch (error) {
    throw unreadable(file, 'it is not whole JSON', error);
  }
  if (encoded?.version !== version) throw unreadable(file, `it is not of version ${version}`);
  if (
    !Array.isArray(encoded.problems) ||
    !Array.isArray(encoded.digests) ||
    typeof encoded.columns !== 'object' ||
    !Number.isInteger(encoded.rowCount)
  ) {
    throw unreadable(file, 'its parts are missing');
  }
  return encoded as Encoded;
}

function isWhole(column: Partial<Column> | undefined, rowCount: number): boolean {
  if (!Array.isArray(column?.values) || !Array.isArray(column.rows)) return false;
  const { values, rows } = column;
  return (
    rows.length === rowCount &&
    rows.every((index) => Number.isInteger(index) && index >= 0 && index < values.length)
  );
}

function unreadable(file: string, why: string, cause?: unknown): Failure {
  return new Failure('snapshot-unreadable', `The snapshot ${file} cannot be read: ${why}.`, {
    hint: 'Pull again: npm run pull',
    cause,
  });
}
