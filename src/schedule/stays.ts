import type { City, Entry, Place, Truck } from './city.ts';
import { listingOf } from './open.ts';
import type { Listing } from './open.ts';
import { minutesPerDay, weekdayAfter, weekdays } from './week.ts';
import type { Weekday, Window } from './week.ts';

/**
 * A truck's presence at one place as readers say it: "Friday, 8 pm – 2 am", also where the city splits it at midnight
 * into Friday's 20:00–24:00 and Saturday's 00:00–02:00.
 */
export interface Stay {
  readonly truck: Truck;
  readonly place: Place;
  /** The weekday on which the stay begins. */
  readonly weekday: Weekday;
  readonly window: Window;
  readonly listing: Listing;
  /** The rows it comes from, in key order within each weekday. */
  readonly entries: readonly Entry[];
}

interface OpenStay extends Stay {
  window: { readonly start: number; end: number };
  readonly entries: Entry[];
}

/**
 * The stays of entries, by weekday and start. Windows of one truck, place, weekday and listing that overlap or touch
 * are one stay, and so are two that meet at midnight.
 */
export function staysOf(entries: readonly Entry[]): readonly Stay[] {
  const groups = new Map<string, OpenStay[]>();
  for (const entry of entries) {
    const listing = listingOf(entry);
    const key = `${entry.truck.slug}/${entry.place.slug}/${listing}`;
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    for (const { start, end } of entry.windows) {
      const { truck, place, weekday } = entry;
      group.push({ truck, place, weekday, window: { start, end }, listing, entries: [entry] });
    }
  }
  return [...groups.values()].flatMap((group) => joinAtMidnight(unite(group))).sort(byTime);
}

/** For each entry of a city the stays it takes part in, in time order. */
export function staysByEntry(city: City): ReadonlyMap<Entry, readonly Stay[]> {
  const stays = new Map<Entry, Stay[]>();
  for (const stay of staysOf(city.entries)) {
    for (const entry of stay.entries) {
      const own = stays.get(entry);
      if (own === undefined) stays.set(entry, [stay]);
      else own.push(stay);
    }
  }
  return stays;
}

/** Stays of one truck and place, in time order, with those of one weekday united where they touch. */
function unite(group: OpenStay[]): readonly OpenStay[] {
  const united: OpenStay[] = [];
  for (const stay of group.sort(byTime)) {
    const last = united.at(-1);
    if (last === undefined || last.weekday !== stay.weekday || last.window.end < stay.window.start) {
      united.push(stay);
      continue;
    }
    last.window.end = Math.max(last.window.end, stay.window.end);
    addEntries(last, stay);
  }
  return united;
}

/** A stay to 24:00 and one from 00:00 of the next weekday are one, unless the second goes on for the whole day too. */
function joinAtMidnight(stays: readonly OpenStay[]): readonly OpenStay[] {
  const evenings = new Map<Weekday, OpenStay>();
  for (const stay of stays) {
    if (stay.window.end >= minutesPerDay) evenings.set(weekdayAfter(stay.weekday, 1), stay);
  }
  return stays.filter((stay) => {
    const evening = evenings.get(stay.weekday);
    if (evening === undefined || stay.window.end >= minutesPerDay) return true;
    if (stay.window.start > evening.window.end - minutesPerDay) return true;
    evening.window.end = Math.max(evening.window.end, minutesPerDay + stay.window.end);
    addEntries(evening, stay);
    return false;
  });
}

function addEntries(stay: OpenStay, { entries }: Stay): void {
  for (const entry of entries) if (!stay.entries.includes(entry)) stay.entries.push(entry);
}

function byTime(a: Stay, b: Stay): number {
  return (
    weekdays.indexOf(a.weekday) - weekdays.indexOf(b.weekday) ||
    a.window.start - b.window.start ||
    a.window.end - b.window.end
  );
}
