import { z } from 'zod';
import type { ProblemCode } from '../schedule/problem.ts';

/** The schedule's columns: our word, then Socrata's. All are asked for by name, so that a renamed one fails loudly. */
const scheduleSpelling = {
  dayNumber: 'dayorder',
  weekday: 'dayofweekstr',
  startLabel: 'starttime',
  endLabel: 'endtime',
  permit: 'permit',
  address: 'location', // the text; `location_2` is the point, in a shape that has changed before
  text: 'locationdesc',
  food: 'optionaltext',
  locationId: 'locationid',
  start24: 'start24',
  end24: 'end24',
  streetSegment: 'cnn',
  block: 'block',
  lot: 'lot',
  cold: 'coldtruck',
  applicant: 'applicant',
  latitude: 'latitude',
  longitude: 'longitude',
} as const;

/** The permits' columns. `objectid` is what the schedule calls `locationid`. */
const permitSpelling = {
  locationId: 'objectid',
  applicant: 'applicant',
  facility: 'facilitytype',
  crossStreets: 'locationdescription',
  address: 'address',
  permit: 'permit',
  status: 'status',
  food: 'fooditems',
  approvedOn: 'approved',
  receivedOn: 'received',
  expiresOn: 'expirationdate',
  hours: 'dayshours',
  scheduleUrl: 'schedule',
} as const;

/** Which of the two tables a row is from. */
export type Table = 'schedule' | 'permits';

/** Columns without which a row can be neither listed nor joined. */
const required = {
  schedule: ['permit', 'locationId', 'weekday', 'start24', 'end24', 'applicant', 'address'],
  permits: ['permit'],
} as const;

type Cells<Spelling> = { readonly [Name in keyof Spelling]: string | null };
/** One row of the schedule, every cell a clean text or null; nothing is understood yet. */
export type ScheduleCells = Cells<typeof scheduleSpelling>;
/** One row of the permit table, likewise. */
export type PermitCells = Cells<typeof permitSpelling>;

/** A problem before it is known which row it belongs to. */
export interface Fault {
  readonly code: ProblemCode;
  readonly column: string;
  readonly value: string;
  readonly message: string;
}

/** A row read, with what was wrong in it. A row that is no object has no filled cell. */
export interface Read<Row> {
  readonly cells: Row;
  readonly faults: readonly Fault[];
}

// The API sends every scalar as a string and leaves nulls out; numbers, booleans and nulls are forgiven.
const cell = z
  .union([z.string(), z.number(), z.boolean()])
  .nullish()
  .transform((value) => (value === null || value === undefined ? null : cleanText(String(value))));

const spelling = { schedule: scheduleSpelling, permits: permitSpelling };
const schemas = { schedule: schemaOf(scheduleSpelling), permits: schemaOf(permitSpelling) };

/** A table's columns in the city's spelling, in the order in which they are asked for. */
export function columnsOf(table: Table): string[] {
  return Object.values(spelling[table]);
}

/** The required columns of the schedule in which no row has a value: they were renamed or lost. Empty for no rows. */
export function emptyColumns(rows: readonly ScheduleCells[]): string[] {
  const empty = required.schedule.filter((name) => rows.every((cells) => cells[name] === null));
  return rows.length === 0 ? [] : empty.map(scheduleColumn);
}

/** Whether a row as the API sent it lacks a required value. Looks no closer: what a value means is decided when it is read. */
export function lacksRequired(table: Table, raw: unknown): boolean {
  const values = new Map(Object.entries(raw ?? {}));
  const names: Readonly<Record<string, string>> = spelling[table];
  return required[table].some((name) => (values.get(names[name] ?? '') ?? '') === '');
}

/** The city's spelling of one schedule column, for problems: readers look it up in the city's table. */
export function scheduleColumn(name: keyof ScheduleCells): string {
  return scheduleSpelling[name];
}

/** The city's spelling of one permit column. */
export function permitColumn(name: keyof PermitCells): string {
  return permitSpelling[name];
}

/** The cells of one schedule row as the API sent it. Total: whatever comes, cells that cannot be read are null and a fault. */
export function readScheduleRow(raw: unknown): Read<ScheduleCells> {
  return readRow('schedule', raw) as Read<ScheduleCells>;
}

/** The cells of one permit row, likewise. */
export function readPermitRow(raw: unknown): Read<PermitCells> {
  return readRow('permits', raw) as Read<PermitCells>;
}

function readRow(table: Table, raw: unknown): Read<Record<string, string | null>> {
  const result = schemas[table].safeParse(raw);
  const faults: Fault[] = [];
  let row: Record<string, string | null> = result.data ?? {};
  if (!result.success) {
    const values = new Map(Object.entries(raw !== null && typeof raw === 'object' ? raw : {}));
    for (const column of new Set(result.error.issues.map((issue) => String(issue.path[0] ?? '')))) {
      const value = clip(JSON.stringify(column === '' ? raw : values.get(column)) ?? '');
      faults.push({
        code: 'row-malformed',
        column,
        value,
        message: column ? 'not a text or number' : 'not a row',
      });
      values.delete(column);
    }
    row = schemas[table].safeParse(Object.fromEntries(values)).data ?? {};
  }
  const cells = Object.entries(spelling[table]).map(([name, column]) => [name, row[column] ?? null]);
  return { cells: Object.fromEntries(cells) as Record<string, string | null>, faults };
}

function schemaOf(columns: Readonly<Record<string, string>>): z.ZodType<Record<string, string | null>> {
  return z.object(Object.fromEntries(Object.values(columns).map((column) => [column, cell])));
}

/** Trimmed, with half surrogate pairs and control characters, which no page or feed may hold, replaced; null when empty. */
export function cleanText(text: string): string | null {
  const clean = text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g, ' ')
    .trim();
  return clean === '' ? null : clean;
}

/** A value short enough for a list of problems. */
export function clip(text: string): string {
  return text.length <= 120 ? text : text.slice(0, 119).toWellFormed() + '…';
}
