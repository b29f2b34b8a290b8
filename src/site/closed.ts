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

/** Days as pages carry them to the browser, ISO 8601: "2026-12-24/2027-01-01 2027-07-04/2027-07-04". */
export function closedText(ranges: readonly DateRange[]): string {
  return ranges.map(({ from, to }) => `${from}/${to}`).join(' ');
}
