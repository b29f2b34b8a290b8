import { weekdayAfter, type Weekday, type Window } from '../schedule/week.ts';
import type { EntryView } from './entry-view.ts';
import { dayPicture, type Picture } from './picture.ts';
import { badgeOf, placeLink, truckLink, type Badge, type Link } from './refs.ts';
import { windowFrom } from './time-range.ts';
import type { Words } from '../words/words.ts';

/** A truck in a day's table. */
export interface DayTruck extends Link {
  readonly badge: Badge | null;
  readonly picture: Picture;
  /** When the first window of the day opens and the last one closes: "6:30 am", "2:15 pm". */
  readonly from: string;
  readonly until: string;
  /** The only place, or "12 spots" and the truck's own page, which lists them. */
  readonly where: Link;
}

/** A truck's day, from its entries that touch it. */
export function dayTruck(
  { city, day }: { readonly city: string; readonly day: Weekday },
  entries: readonly EntryView[],
  { first, frame }: Pick<Words, 'first' | 'frame'>,
): DayTruck {
  const windows = entries
    .flatMap((entry) => windowsOn(entry, day))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const places = [...new Set(entries.map((entry) => entry.place))];
  const [only] = places;
  const link = truckLink(city, entries[0]!.truck);
  return {
    ...link,
    badge: badgeOf(entries),
    picture: dayPicture(windows),
    from: first.time(windows[0]?.start ?? 0),
    until: first.time(windows.reduce((latest, { end }) => Math.max(latest, end), 0)),
    where:
      only !== undefined && places.length === 1
        ? placeLink(city, only)
        : { label: frame.spots(places.length), href: link.href },
  };
}

/** What of the entry's windows lies on a day, in minutes of that day. */
export function windowsOn(entry: EntryView, day: Weekday): Window[] {
  const since = entry.day === day ? 0 : weekdayAfter(entry.day, 1) === day ? 1440 : null;
  if (since === null) return [];
  return entry.windows
    .map(windowFrom)
    .map(({ start, end }) => ({ start: Math.max(0, start - since), end: Math.min(1440, end - since) }))
    .filter(({ start, end }) => start < end);
}
