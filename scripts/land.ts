import fs from 'node:fs';
import { parseArgs } from 'node:util';

const usage = `Usage: node scripts/land.ts FILE.geojson [--out src/site/land.json]

Writes the land of San Francisco's map from the shore lines of GSHHG (Wessel & Smith, LGPL), as one SVG path.
The input is GeoJSON polygons in degrees, for instance from Debian's gmt and gmt-gshhg-full:

  gmt coast -R-122.56/-122.35/37.68/37.86 -Df -W -M > land.txt   (then one polygon for each segment)`;

/** The part of the world that the map shows, a little more than the city. */
const bounds = { west: -122.52, south: 37.7, east: -122.354, north: 37.836 };
const width = 600;
/** Points nearer than this to the line between their neighbours are left out, in units of the map. */
const tolerance = 0.9;

type Point = readonly [x: number, y: number];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { out: { type: 'string', default: 'src/site/land.json' } },
});
const [input] = positionals;
if (input === undefined) {
  console.error(usage);
  process.exit(2);
}
const geojson = JSON.parse(fs.readFileSync(input, 'utf8')) as {
  features: readonly { geometry: { coordinates: readonly (readonly Point[])[] } }[];
};
const rings = geojson.features
  .flatMap(({ geometry }) => geometry.coordinates)
  .map((ring) => ring.map(project));
const land = rings
  .map(clip)
  .filter((ring) => ring.length > 2)
  .map(simplify)
  .filter((ring) => ring.length > 3)
  .map(pathOf)
  .join('');
const attribution = 'Shore line: GSHHG, Wessel and Smith (LGPL)';
fs.writeFileSync(values.out, `${JSON.stringify({ bounds, attribution, land })}\n`);
console.log(`${values.out}: ${land.length} characters of path from ${rings.length} rings.`);

function project([longitude, latitude]: Point): Point {
  const scale = width / (bounds.east - bounds.west);
  return [(longitude - bounds.west) * scale, (mercator(bounds.north) - mercator(latitude)) * scale];
}

function mercator(latitude: number): number {
  return (Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360)) * 180) / Math.PI;
}

/** Keeps a ring within a margin around the map (Sutherland–Hodgman), so that what lies outside costs nothing. */
function clip(ring: readonly Point[]): Point[] {
  const height = (mercator(bounds.north) - mercator(bounds.south)) * (width / (bounds.east - bounds.west));
  const edges: ((point: Point) => number)[] = [
    ([x]) => x + 10,
    ([x]) => width + 10 - x,
    ([, y]) => y + 10,
    ([, y]) => height + 10 - y,
  ];
  return edges.reduce<Point[]>(
    (points, inside) => {
      return points.flatMap((point, index) => {
        const before = points.at(index - 1) ?? point;
        const [a, b] = [inside(before), inside(point)];
        const crossing: Point[] = a * b < 0 ? [between(before, point, a / (a - b))] : [];
        return b >= 0 ? [...crossing, point] : crossing;
      });
    },
    [...ring],
  );
}

function between(a: Point, b: Point, share: number): Point {
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
}

/** Ramer, Douglas and Peucker's simplification of a line. */
function simplify(line: readonly Point[]): Point[] {
  const [first, last] = [line[0], line.at(-1)];
  if (first === undefined || last === undefined || line.length < 3) return [...line];
  const distances = line.map((point) => distance(point, first, last));
  const farthest = distances.indexOf(Math.max(...distances));
  if ((distances[farthest] ?? 0) <= tolerance) return [first, last];
  return [...simplify(line.slice(0, farthest + 1)), ...simplify(line.slice(farthest)).slice(1)];
}

function distance([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const length = Math.hypot(bx - ax, by - ay);
  return length === 0
    ? Math.hypot(x - ax, y - ay)
    : Math.abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length;
}

function pathOf(ring: readonly Point[]): string {
  const points = ring.map(([x, y]) => [Math.round(x), Math.round(y)] as const);
  const steps = points
    .slice(1)
    .map(([x, y], index) => `${x - (points[index]?.[0] ?? 0)} ${y - (points[index]?.[1] ?? 0)}`);
  return `M${points[0]?.join(' ') ?? ''}l${steps.join(' ')}z`.replaceAll(' -', '-');
}
