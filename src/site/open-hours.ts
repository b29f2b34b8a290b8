import { openingHours } from '../schedule/opening-hours.ts';
import type { EntryView } from './entry-view.ts';
import { weeklyStays } from './weekly.ts';

/** When one of several may be there, as OpenStreetMap writes it: `{"slug": "401-clay-st", "hours": "Mo-Fr 12:00-12:10"}`. */
export interface HoursOf {
  readonly slug: string;
  readonly hours: string;
}

/** Permitted hours of entries by place (of a truck) or by truck (of a place), in reading order. */
export function hoursBy(what: 'truck' | 'place', entries: readonly EntryView[]): HoursOf[] {
  const order = [...new Set(entries.map((entry) => entry[what].slug))];
  const groups = Map.groupBy(weeklyStays(entries), (stay) => stay[what].slug);
  return order.flatMap((slug) => {
    const stays = groups.get(slug);
    return stays === undefined ? [] : [{ slug, hours: openingHours(stays) }];
  });
}
