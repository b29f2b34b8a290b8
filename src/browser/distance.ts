import type { WeekData } from '../site/week-file.ts';
import { asked } from './asked.ts';

/** [latitude, longitude] in degrees. */
export type Point = readonly [latitude: number, longitude: number];

const metersPerDegree = 111_195;
const metersPerMile = 1609.344;
const metersPerFoot = 0.3048;

/** Meters between two points of one city, on a plane: within a thousandth at 20 km. */
export function metersBetween([latitude, longitude]: Point, other: Point): number {
  const east = (other[1] - longitude) * Math.cos((latitude * Math.PI) / 180);
  return Math.hypot(other[0] - latitude, east) * metersPerDegree;
}

/** A distance as people of the city say it: "350 ft", "0.4 mi", "12 mi". */
export function formatDistance(meters: number): string {
  const miles = meters / metersPerMile;
  if (miles < 0.1) return asked.feet(Math.max(1, Math.round(meters / metersPerFoot / 50)) * 50);
  return asked.miles(miles < 9.95 ? miles.toFixed(1) : String(Math.round(miles)));
}

/** The points of a week's places, by index; null where the city gives none. */
export function placePoints({ places }: WeekData): (Point | null)[] {
  let [latitude, longitude] = [0, 0];
  return places.slug.map((_, index) => {
    const [north, east] = [places.latitude[index] ?? null, places.longitude[index] ?? null];
    if (north !== null) latitude += north;
    if (east !== null) longitude += east;
    return north === null || east === null ? null : [latitude / 1e5, longitude / 1e5];
  });
}
