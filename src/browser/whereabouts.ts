import type { WeekData } from '../site/week-file.ts';
import { metersBetween, placePoints, type Point } from './distance.ts';
import { fitOf, wordsOf } from './words.ts';

/** Two streets whose nearest places are further apart do not cross where trucks stand. */
const crossingMeters = 500;

/**
 * The points that words about a place mean: the places of a street or an address, or the one point between two streets
 * ("4th and Mission") where their places come closest. Empty when nothing fits.
 */
export function pointsNear(week: WeekData, text: string): Point[] {
  const points = placePoints(week);
  const [first = [], ...others] = streetsIn(text).map((street) => pointsOn(week, points, street));
  const second = others[0];
  if (second === undefined) return first;
  let best: { readonly meters: number; readonly middle: Point } | null = null;
  for (const a of first) {
    for (const b of second) {
      const meters = metersBetween(a, b);
      if (meters <= crossingMeters && (best === null || meters < best.meters))
        best = { meters, middle: [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2] };
    }
  }
  return best === null ? [] : [best.middle];
}

/** Meters from each place to the nearest of some points, by the place's slug; without those that have no point. */
export function metersFrom(week: WeekData, from: readonly Point[]): Map<string, number> {
  const meters = new Map<string, number>();
  for (const [index, point] of placePoints(week).entries()) {
    if (point === null || from.length === 0) continue;
    const nearest = Math.min(...from.map((one) => metersBetween(one, point)));
    meters.set(week.places.slug[index] ?? '', nearest);
  }
  return meters;
}

/** "4th and Mission" → [["4th"], ["mission"]]. */
function streetsIn(text: string): string[][] {
  const streets: string[][] = [[]];
  for (const word of wordsOf(text)) {
    if (word === 'and' || word === '&') streets.push([]);
    else if (word !== 'the') streets.at(-1)?.push(word);
  }
  return streets.filter((street) => street.length > 0);
}

function pointsOn(
  { places }: WeekData,
  points: readonly (Point | null)[],
  street: readonly string[],
): Point[] {
  const names = places.address.map(wordsOf);
  // One slip is forgiven when no street is spelled like this.
  for (const least of [2, 1]) {
    const found = points.filter((point, index) => {
      const words = names[index] ?? [];
      return point !== null && street.every((one) => words.some((word) => fitOf(one, word) >= least));
    });
    if (found.length > 0) return found as Point[];
  }
  return [];
}
