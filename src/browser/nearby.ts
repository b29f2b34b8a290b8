import { windowsOverlap } from '../schedule/week.ts';
import type { WeekData } from '../site/week-file.ts';
import { openVisits, type Visit } from './week.ts';

/** Another truck near one of a truck's stops while it is there. */
export interface Neighbour {
  readonly truck: Visit['truck'];
  /** Where the other one is. */
  readonly place: Visit['place'];
  readonly metres: number;
}

/** Two minutes on foot. */
const nearMetres = 150;

/** The trucks that may be near one of a truck's stops in one of its hours, each at its nearest; the nearest first. */
export function nearby(week: WeekData, slug: string): Neighbour[] {
  const visits = openVisits(week);
  const points = pointsOf(week);
  const own = visits.filter(({ truck }) => truck.slug === slug);
  const nearest = new Map<string, Neighbour>();
  for (const visit of visits) {
    if (visit.truck.slug === slug) continue;
    for (const stop of own) {
      const metres = metresBetween(points.get(stop.place.slug), points.get(visit.place.slug));
      const known = nearest.get(visit.truck.slug)?.metres ?? Infinity;
      if (metres > nearMetres || metres >= known || !meet(stop, visit)) continue;
      nearest.set(visit.truck.slug, { truck: visit.truck, place: visit.place, metres });
    }
  }
  return [...nearest.values()].sort((a, b) => a.metres - b.metres);
}

function meet(a: Visit, b: Visit): boolean {
  return a.windows.some((one) => b.windows.some((other) => windowsOverlap(one, other)));
}

type Point = readonly [latitude: number, longitude: number];

/** Points of places by slug, in degrees; those without coordinates are not there. */
function pointsOf({ places }: WeekData): Map<string, Point> {
  const points = new Map<string, Point>();
  let [latitude, longitude] = [0, 0];
  for (const [index, slug] of places.slug.entries()) {
    const [north, east] = [places.latitude[index] ?? null, places.longitude[index] ?? null];
    if (north !== null) latitude += north;
    if (east !== null) longitude += east;
    if (north !== null && east !== null) points.set(slug, [latitude / 1e5, longitude / 1e5]);
  }
  return points;
}

const metresPerDegree = 111_195;

/** Metres between two points of one city, where the earth is flat; infinite when one is unknown. */
function metresBetween(a: Point | undefined, b: Point | undefined): number {
  if (a === undefined || b === undefined) return Infinity;
  const width = Math.cos((a[0] * Math.PI) / 180);
  return Math.hypot(a[0] - b[0], (a[1] - b[1]) * width) * metresPerDegree;
}
