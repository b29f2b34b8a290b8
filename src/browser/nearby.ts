import { windowsOverlap } from '../schedule/overlap.ts';
import type { WeekData } from '../site/week-file.ts';
import { metersBetween, placePoints, type Point } from './distance.ts';
import { openVisits, type Visit } from './week.ts';

/** Another truck near one of a truck's stops while it is there. */
export interface Neighbour {
  readonly truck: Visit['truck'];
  /** Where the other one is. */
  readonly place: Visit['place'];
  readonly meters: number;
}

/** Two minutes on foot. */
const nearMeters = 150;

/** The trucks that may be near one of a truck's stops in one of its hours, each at its nearest; the nearest first. */
export function nearby(week: WeekData, slug: string): Neighbour[] {
  const visits = openVisits(week);
  const points = pointsBySlug(week);
  const own = visits.filter(({ truck }) => truck.slug === slug);
  const nearest = new Map<string, Neighbour>();
  for (const visit of visits) {
    if (visit.truck.slug === slug) continue;
    for (const stop of own) {
      const [from, to] = [points.get(stop.place.slug), points.get(visit.place.slug)];
      const meters = from && to ? metersBetween(from, to) : Infinity;
      const known = nearest.get(visit.truck.slug)?.meters ?? Infinity;
      if (meters > nearMeters || meters >= known || !meet(stop, visit)) continue;
      nearest.set(visit.truck.slug, { truck: visit.truck, place: visit.place, meters });
    }
  }
  return [...nearest.values()].sort((a, b) => a.meters - b.meters);
}

function meet(a: Visit, b: Visit): boolean {
  return a.windows.some((one) => b.windows.some((other) => windowsOverlap(one, other)));
}

/** Without the places whose point the city does not give. */
function pointsBySlug(week: WeekData): Map<string, Point> {
  const points = placePoints(week);
  return new Map(
    week.places.slug.flatMap((slug, index) => {
      const point = points[index];
      return point ? [[slug, point] as const] : [];
    }),
  );
}
