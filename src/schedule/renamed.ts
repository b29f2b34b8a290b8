import type { City } from './city.ts';

/** Slugs that trucks had before, and the one that each has now. */
export type Renamed = Readonly<Record<string, string>>;

/**
 * The trucks of a city that have another slug than before, as old slug → new, sorted: those of `earlier`, led on to where
 * they are now, and those whose slug went away while a truck of another slug holds one of their permits. A slug that some
 * truck has is no old one, and one that leads nowhere is forgotten.
 */
export function renamedTrucks(before: City, after: City, earlier: Renamed): Renamed {
  const now = new Set(after.trucks.map(({ slug }) => slug));
  const byPermit = new Map(
    after.trucks.flatMap(({ slug, permits }) => permits.map(({ permit }) => [permit, slug] as const)),
  );
  const moved = new Map<string, string>();
  for (const { slug, permits } of before.trucks) {
    if (now.has(slug)) continue;
    const next = permits.map(({ permit }) => byPermit.get(permit)).find((found) => found !== undefined);
    if (next !== undefined) moved.set(slug, next);
  }
  const renamed = Object.entries(earlier).map(([old, slug]) => [old, moved.get(slug) ?? slug] as const);
  const led = [...renamed, ...moved].filter(([old, slug]) => now.has(slug) && !now.has(old));
  return Object.fromEntries(led.sort(([a], [b]) => (a < b ? -1 : 1)));
}
