import type { Area, Position } from '../schedule/neighborhood.ts';
import { clip, cleanText } from './rows.ts';

/** The centre line of a piece of street. */
export interface Street {
  /** True for motorways and the streets that lead through the city; false for those that lead to a door. */
  readonly main: boolean;
  readonly line: readonly Position[];
}

/** What is drawn of a city besides its trucks. */
export type ShapeKind = 'neighborhoods' | 'streets';

/** What the rows of one kind hold, in an order of their own, and how many rows could not be read. */
export interface Shapes<Shape> {
  readonly shapes: readonly Shape[];
  readonly unread: number;
}

/** The city's `classcode` of streets that lead through: 1 freeway, 2 highway, 3 arterial; 4 collector, 5 residential, 6 ramp. */
const mainClasses: readonly string[] = ['1', '2', '3'];

/** About ten centimetres for borders, a metre for streets: as fine as any map shows them. */
const borderDecimals = 6;
const streetDecimals = 5;

type Cells = ReadonlyMap<string, unknown>;

interface Row {
  readonly cells: Cells;
  readonly type: string;
  readonly coordinates: unknown;
}

/** The neighbourhoods in rows of the API or features of GeoJSON, by name in code units; rows of one name are one area. */
export function readAreas(rows: readonly unknown[]): Shapes<Area> {
  const areas = rows.map((row) => areaOf(readRow(row)));
  const byName = Map.groupBy(
    areas.filter((area) => area !== null),
    ({ name }) => name,
  );
  const shapes = [...byName].map(([name, parts]) => ({
    name,
    polygons: parts.flatMap((part) => part.polygons),
  }));
  shapes.sort((a, b) => (a.name < b.name ? -1 : 1));
  return { shapes, unread: areas.filter((area) => area === null).length };
}

/** The streets in use, in rows or features likewise, in the order of their coordinates' text. Those given up are left out. */
export function readStreets(rows: readonly unknown[]): Shapes<Street> {
  let unread = 0;
  const keyed = rows.flatMap((raw) => {
    const row = readRow(raw);
    const lines = row === null ? [] : linesOf(row);
    if (lines.length === 0) unread++;
    if (row === null || cellText(row, 'active') === 'false') return [];
    const main = mainClasses.includes(cellText(row, 'classcode'));
    // A line of one point is no fault and nothing to draw.
    return lines
      .filter((line) => line.length > 1)
      .map((line) => ({ key: line.join(' '), street: { main, line } }));
  });
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return { shapes: keyed.map(({ street }) => street), unread };
}

function areaOf(row: Row | null): Area | null {
  const name = cleanText(clip(row === null ? '' : cellText(row, 'nhood')));
  const polygons = row === null ? [] : polygonsOf(row);
  return name === null || polygons.length === 0 ? null : { name, polygons };
}

/** The API gives rows with a cell that holds the geometry, whatever its column is called; GeoJSON gives features. */
function readRow(raw: unknown): Row | null {
  if (raw === null || typeof raw !== 'object') return null;
  const { geometry, properties } = raw as { geometry?: unknown; properties?: object | null };
  const cells = new Map<string, unknown>(Object.entries(properties ?? raw));
  const shape = [geometry, ...cells.values()].find(isGeometry);
  return shape === undefined ? null : { cells, ...shape };
}

function cellText({ cells }: Row, column: string): string {
  const cell = cells.get(column);
  return ['string', 'number', 'boolean'].includes(typeof cell) ? String(cell) : '';
}

function isGeometry(value: unknown): value is { type: string; coordinates: unknown } {
  return value !== null && typeof value === 'object' && 'type' in value && 'coordinates' in value;
}

function polygonsOf({ type, coordinates }: Row): Area['polygons'] {
  const given = type === 'MultiPolygon' ? listOf(coordinates) : type === 'Polygon' ? [coordinates] : [];
  const polygons = given.map((polygon) => listOf(polygon).map((ring) => positionsOf(ring, borderDecimals)));
  // Three corners, and the first once more.
  return polygons.filter((rings) => rings.length > 0 && rings.every((ring) => ring.length > 3));
}

function linesOf({ type, coordinates }: Row): Position[][] {
  const given = type === 'MultiLineString' ? listOf(coordinates) : type === 'LineString' ? [coordinates] : [];
  return given.map((line) => positionsOf(line, streetDecimals)).filter((line) => line.length > 0);
}

/** Rounded, without repetitions; empty when anything in it is no position on earth. */
function positionsOf(raw: unknown, decimals: number): Position[] {
  const scale = 10 ** decimals;
  const points = listOf(raw).map((point): Position => {
    const [longitude, latitude] = listOf(point);
    return [
      Math.round(Number(longitude ?? NaN) * scale) / scale,
      Math.round(Number(latitude ?? NaN) * scale) / scale,
    ];
  });
  const isWhole = points.every(([x, y]) => Math.abs(x) <= 180 && Math.abs(y) <= 90);
  return isWhole ? points.filter((point, index) => point.join() !== points[index - 1]?.join()) : [];
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
