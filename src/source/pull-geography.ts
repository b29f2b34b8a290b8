import fs from 'node:fs';
import { cityDate } from '../schedule/clock.ts';
import { Failure } from '../failure.ts';
import type { CitySettings } from './cities.ts';
import { fetchTable, type Line } from './fetch-table.ts';
import {
  encodeAreas,
  encodeStreets,
  hasShapes,
  keepShapes,
  shapeKinds,
  type Geography,
} from './geography.ts';
import type { PullIo } from './io.ts';
import { readAreas, readStreets, type ShapeKind, type Shapes } from './shapes.ts';

/** Files to take shapes from instead of asking the city: its rows as JSON, or GeoJSON. */
export type ShapeFiles = Readonly<Partial<Record<ShapeKind, string>>>;

/** What to bring up to date, and how. */
export interface GeographyOptions {
  readonly city: CitySettings;
  /** The city's folder in the state. */
  readonly folder: string;
  readonly files: ShapeFiles;
  /** Where to ask the city; null to leave what cannot be read from files as it is. */
  readonly line: Line | null;
  readonly last: Geography;
}

/** Borders and streets change once in years; this is how old a kept answer may grow. */
const askAgainDays = 30;
/** Of a table that arrives in doubt: the next pull asks again. */
const tries = 2;
/** Rows may be without a usable shape one by one; this share of them says that the answer is not the table. */
const unreadShare = 0.05;

/**
 * The city's geography, from files, from the city when it was not asked for a month, else as it was. Fails only for a
 * file that cannot be read: what the city does not give is a note, and what was there stays.
 */
export async function pullGeography(options: GeographyOptions, io: PullIo): Promise<Geography> {
  const found: Record<ShapeKind, Geography[ShapeKind]> = { ...options.last };
  for (const kind of shapeKinds) {
    const file = options.files[kind];
    if (file !== undefined)
      found[kind] = keep(options, io, { kind, text: textFromRows(kind, readRows(file)) });
    else if (isDue(kind, options, io)) {
      const text = await askCity(kind, options, io);
      if (text !== null) found[kind] = keep(options, io, { kind, text });
      else if (!isWhole(kind, options)) found[kind] = null;
    }
  }
  return found;
}

function keep(
  { folder, city }: GeographyOptions,
  io: PullIo,
  { kind, text }: { kind: ShapeKind; text: string },
): Geography[ShapeKind] {
  fs.mkdirSync(folder, { recursive: true });
  return {
    digest: keepShapes(folder, kind, text),
    askedOn: cityDate(city.info.timeZone, new Date(io.now())),
  };
}

function isWhole(kind: ShapeKind, { folder, last }: GeographyOptions): boolean {
  const kept = last[kind];
  return kept !== null && hasShapes(folder, kind, kept);
}

function isDue(kind: ShapeKind, options: GeographyOptions, io: PullIo): boolean {
  if (!isWhole(kind, options)) return true;
  const days = (io.now() - Date.parse(options.last[kind]?.askedOn ?? '')) / 86_400_000;
  return options.line !== null && !(days < askAgainDays);
}

async function askCity(
  kind: ShapeKind,
  { city, line }: GeographyOptions,
  io: PullIo,
): Promise<string | null> {
  const dataset = city[kind];
  if (line === null || dataset === null) return null;
  try {
    const wanted = { table: kind, dataset, columns: ['*'], lacks: () => false, kept: [] };
    const { rows, doubt } = await fetchTable({ ...line, settings: { ...line.settings, tries } }, wanted);
    if (doubt === null) return textFromRows(kind, rows);
    io.note({ kind: 'map-kept', what: kind, why: doubt });
  } catch (error) {
    io.note({ kind: 'map-kept', what: kind, why: error instanceof Error ? error.message : String(error) });
  }
  return null;
}

function textFromRows(kind: ShapeKind, rows: readonly unknown[]): string {
  const areas = kind === 'neighborhoods' ? checked(kind, rows, readAreas(rows)) : [];
  const streets = kind === 'streets' ? checked(kind, rows, readStreets(rows)) : [];
  return kind === 'neighborhoods' ? encodeAreas(areas) : encodeStreets(streets);
}

function checked<Shape>(
  kind: ShapeKind,
  rows: readonly unknown[],
  { shapes, unread }: Shapes<Shape>,
): readonly Shape[] {
  if (shapes.length > 0 && unread <= rows.length * unreadShare) return shapes;
  throw new Failure(
    'geography-malformed',
    `${unread} of ${rows.length} rows of the ${kind} have no usable shape.`,
    {
      hint: 'Give the rows of the city as JSON, or GeoJSON with the same columns.',
    },
  );
}

function readRows(file: string): readonly unknown[] {
  const hint = "Give the city's rows as JSON, or GeoJSON.";
  try {
    const json = JSON.parse(fs.readFileSync(file, 'utf8')) as unknown;
    const rows = Array.isArray(json) ? json : (json as { features?: unknown } | null)?.features;
    if (Array.isArray(rows)) return rows as unknown[];
  } catch (cause) {
    throw new Failure('file-unreadable', `The shapes in ${file} cannot be read.`, { hint, cause });
  }
  throw new Failure('file-unreadable', `${file} holds neither rows nor features.`, { hint });
}
