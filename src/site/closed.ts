import type { DateRange } from '../schedule/dates.ts';
import type { SiteCity } from './cities.ts';
import { closedDays } from './owners.ts';

/** Closed days of some trucks, by slug; only of trucks that have any. */
export type ClosedTrucks = Readonly<Record<string, readonly DateRange[]>>;

/** The part of a seed that tells closed days: nothing at all where there are none, so that such a key stays as it was. */
export function closedPart(site: SiteCity, slugs: Iterable<string>): { readonly closed?: ClosedTrucks } {
  const told = [...new Set(slugs)].flatMap((slug) => {
    const days = closedDays(site, slug);
    return days.length === 0 ? [] : [[slug, days] as const];
  });
  return told.length === 0 ? {} : { closed: Object.fromEntries(told) };
}
