import { readStreets, type Street } from './streets.ts';

type Point = readonly [longitude: number, latitude: number];

/** A row with a geometry, as the API gives it. */
export type ShapeRow = Readonly<Record<string, string | boolean | object>>;

/** Corners of the invented neighbourhoods, four rows from north to south; the outer ones lie on the city's shore. */
const corners: readonly (readonly Point[])[] = [
  [[-122.513, 37.787], [-122.478, 37.809], [-122.44, 37.807], [-122.405, 37.808], [-122.389, 37.79]],
  [[-122.512, 37.772], [-122.472, 37.774], [-122.434, 37.779], [-122.408, 37.782], [-122.386, 37.773]],
  [[-122.508, 37.745], [-122.467, 37.748], [-122.428, 37.751], [-122.404, 37.747], [-122.377, 37.744]],
  [[-122.502, 37.708], [-122.468, 37.708], [-122.435, 37.708], [-122.408, 37.708], [-122.375, 37.717]],
]; // prettier-ignore

const names: readonly (readonly string[])[] = [
  ['Lantern Cliffs', 'Foghorn Heights', 'Copper Hill', 'Almanac Wharf'],
  ['Dune Gardens', 'Windmill Rise', 'Sundial Flats', 'Ropewalk'],
  ['Gull Avenues', 'Tunnel Glen', 'Thimble Hill', 'Slipway'],
];

/** Half the length of a side street, in degrees of latitude. */
const sideReach = 0.0016;

/** The sample's neighbourhoods, invented, as rows of the city's API; every spot of the sample lies in one or near one. */
export function neighborhoodRows(): ShapeRow[] {
  return names.flatMap((row, south) =>
    row.map((nhood, east): ShapeRow => {
      const at = (down: number, right: number) => corners[south + down]![east + right]!;
      const ring = [at(0, 0), at(1, 0), at(1, 1), at(0, 1), at(0, 0)];
      return { nhood, the_geom: { type: 'MultiPolygon', coordinates: [[ring]] } };
    }),
  );
}

/** The sample's streets as rows of the city's API: those of its addresses, and a side street at every crossing. */
export function streetRows(): ShapeRow[] {
  return readStreets().flatMap((street) => [
    lineRow('3', endsOf(street)),
    ...street.crossings.slice(1, -1).map((_, turn) => lineRow('5', sideStreet(street, turn + 1))),
  ]);
}

function lineRow(classcode: string, coordinates: readonly Point[]): ShapeRow {
  return { classcode, active: true, line: { type: 'LineString', coordinates } };
}

function endsOf({ low, high }: Street): readonly [Point, Point] {
  return [
    [low.longitude, low.latitude],
    [high.longitude, high.latitude],
  ];
}

/** At right angles to a street, where it meets the given crossing. */
function sideStreet(street: Street, turn: number): readonly Point[] {
  const [[ax, ay], [bx, by]] = endsOf(street);
  const share = turn / (street.crossings.length - 1);
  const squeeze = Math.cos((ay * Math.PI) / 180);
  const [dx, dy] = [(bx - ax) * squeeze, by - ay];
  const reach = sideReach / Math.hypot(dx, dy);
  const ends = [-reach, reach].map((way): Point => {
    return [ax + share * (bx - ax) - (way * dy) / squeeze, ay + share * (by - ay) + way * dx];
  });
  return ends.map(([x, y]): Point => [Number(x.toFixed(5)), Number(y.toFixed(5))]);
}
