import type { SiteCity } from './cities.ts';
import type { ClosedTrucks } from './closed-text.ts';
import { closedDays } from './owners.ts';

/** The part of a seed that tells closed days: nothing at all where there are none, so that such a key stays as it was. */
export function closedPart(site: SiteCity, slugs: Iterable<string>): { readonly closed?: ClosedTrucks } {
  const told = [...new Set(slugs)].flatMap((slug) => {
    const days = closedDays(site, slug);
    return days.length === 0 ? [] : [[slug, days] as const];
  });
  return told.length === 0 ? {} : { closed: Object.fromEntries(told) };
}
