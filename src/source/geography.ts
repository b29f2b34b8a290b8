import fs from 'node:fs';
import path from 'node:path';
import { digest, type Digest } from '../digest.ts';
import { readFileIfAny, writeFileAtomic } from '../disk.ts';
import { Failure } from '../failure.ts';
import type { Area, Position } from '../schedule/neighborhood.ts';
import type { ShapeKind, Street } from './shapes.ts';

/** Shapes in the state: the file `<state>/<city>/<kind>-<digest>.json`, and when the city was last asked for them. */
export interface KeptShapes {
  readonly digest: Digest;
  /** "YYYY-MM-DD" in the city's zone. */
  readonly askedOn: string;
}

/** What is known of a city's geography; null for what never could be had. Named by the pointer. */
export type Geography = Readonly<Record<ShapeKind, KeptShapes | null>>;

/** Nothing is known. */
export const noGeography: Geography = { neighborhoods: null, streets: null };

/** Both kinds, in the order in which they are asked for. */
export const shapeKinds: readonly ShapeKind[] = ['neighborhoods', 'streets'];

/** Rises when the encoding changes; files of another version are asked for anew. */
const version = 1;
/** The file in force and the one before it. */
const filesKept = 2;
const unitsPerDegree = 1e5;

/** The geography in a pointer. One may be older than the first map; what is no digest is not there, and asked for at the next pull. */
export function geographyFrom(json: unknown): Geography {
  const found = { ...noGeography };
  for (const kind of shapeKinds) {
    const { digest: named, askedOn } = (json as Geography | null | undefined)?.[kind] ?? {};
    const isWhole = typeof askedOn === 'string' && typeof named === 'string' && /^[\w-]{22}$/.test(named);
    if (isWhole) found[kind] = { digest: named, askedOn };
  }
  return found;
}

/** The name of a kept file, in a city's folder of the state. */
export function shapesFile(kind: ShapeKind, { digest: named }: Pick<KeptShapes, 'digest'>): string {
  return `${kind}-${named}.json`;
}

/** Neighbourhoods as a text; equal ones give equal bytes. */
export function encodeAreas(areas: readonly Area[]): string {
  return JSON.stringify({ version, areas: areas.map(({ name, polygons }) => ({ name, polygons })) });
}

/** Streets as a text: each line a list of whole hundred-thousandths of a degree, every point after the first as the step to it. */
export function encodeStreets(streets: readonly Street[]): string {
  const lines = (isMain: boolean) =>
    streets.filter(({ main }) => main === isMain).map(({ line }) => stepsOf(line));
  return JSON.stringify({ version, main: lines(true), other: lines(false) });
}

/** Keeps a text of shapes in a city's folder and returns its digest. Files older than the one before it go. */
export function keepShapes(folder: string, kind: ShapeKind, text: string): Digest {
  const named = digest(text);
  const name = shapesFile(kind, { digest: named });
  if (readFileIfAny(path.join(folder, name)) !== text) writeFileAtomic(path.join(folder, name), text);
  const others = fs.readdirSync(folder).filter((other) => other.startsWith(`${kind}-`) && other !== name);
  const ages = new Map(others.map((other) => [other, fs.statSync(path.join(folder, other)).mtimeMs]));
  others.sort((a, b) => (ages.get(b) ?? 0) - (ages.get(a) ?? 0) || (a < b ? -1 : 1));
  for (const other of others.slice(filesKept - 1)) fs.rmSync(path.join(folder, other), { force: true });
  return named;
}

/** Whether a kept file is there and whole. */
export function hasShapes(folder: string, kind: ShapeKind, kept: KeptShapes): boolean {
  const text = readFileIfAny(path.join(folder, shapesFile(kind, kept)));
  return text !== null && isShapesText(text, kept.digest);
}

/** Whether a text is the one of this digest, in the version that this code reads. */
export function isShapesText(text: string, named: Digest): boolean {
  return digest(text) === named && text.startsWith(`{"version":${version},`);
}

/** The neighbourhoods that the pointer names; none when it names none. Fails with `geography-unreadable`. */
export function readKeptAreas(folder: string, { neighborhoods }: Geography): readonly Area[] {
  if (neighborhoods === null) return [];
  return (readKept(folder, 'neighborhoods', neighborhoods) as { areas: readonly Area[] }).areas;
}

/** The streets that the pointer names, the main ones first; none when it names none. Fails with `geography-unreadable`. */
export function readKeptStreets(folder: string, { streets }: Geography): readonly Street[] {
  if (streets === null) return [];
  const { main, other } = readKept(folder, 'streets', streets) as Readonly<Record<string, number[][]>>;
  return [
    ...(main ?? []).map((steps) => ({ main: true, line: lineFrom(steps) })),
    ...(other ?? []).map((steps) => ({ main: false, line: lineFrom(steps) })),
  ];
}

function readKept(folder: string, kind: ShapeKind, kept: KeptShapes): unknown {
  const file = path.join(folder, shapesFile(kind, kept));
  const text = readFileIfAny(file);
  if (text !== null && isShapesText(text, kept.digest)) return JSON.parse(text) as unknown;
  throw new Failure('geography-unreadable', `The ${kind} in ${file} cannot be read.`, {
    hint: 'Pull again: what is lost is asked for anew, and the site does without what cannot be had.',
  });
}

function stepsOf(line: readonly Position[]): number[] {
  let [x, y] = [0, 0];
  return line.flatMap(([longitude, latitude]) => {
    const [nextX, nextY] = [Math.round(longitude * unitsPerDegree), Math.round(latitude * unitsPerDegree)];
    const step = [nextX - x, nextY - y];
    [x, y] = [nextX, nextY];
    return step;
  });
}

function lineFrom(steps: readonly number[]): Position[] {
  let [x, y] = [0, 0];
  return Array.from({ length: Math.floor(steps.length / 2) }, (_, index) => {
    x += steps[2 * index] ?? 0;
    y += steps[2 * index + 1] ?? 0;
    return [x / unitsPerDegree, y / unitsPerDegree];
  });
}
