import type { Certainty } from './certainty.ts';
import type { City, Entry } from './city.ts';
import { listingOf } from './open.ts';
import type { Listing } from './open.ts';
import type { Standing } from './standing.ts';
import { minutesPerDay, weekdayAfter, weekdays } from './week.ts';
import type { Weekday, Window } from './week.ts';

/** What stays are made of: an entry, or what a page knows of one. */
export interface Presence {
  readonly truck: { readonly slug: string };
  readonly place: { readonly slug: string };
  readonly weekday: Weekday;
  readonly windows: readonly Window[];
  readonly certainty: Certainty;
  readonly standing: Standing;
}

/**
 * A truck's presence at one place as readers say it: "Friday, 8 pm – 2 am", also where the city splits it at midnight
 * into Friday's 20:00–24:00 and Saturday's 00:00–02:00.
 */
export interface Stay<Row extends Presence = Entry> {
  readonly truck: Row['truck'];
  readonly place: Row['place'];
  /** The weekday on which the stay begins. */
  readonly weekday: Weekday;
  readonly window: Window;
  readonly listing: Listing;
  /** The rows it comes from, in key order within each weekday. */
  readonly entries: readonly Row[];
}

interface OpenStay<Row extends Presence> extends Stay<Row> {
  window: { readonly start: number; end: number };
  readonly entries: Row[];
}

/**
 * The stays of entries, by weekday and start. Windows of one truck, place, weekday and listing that overlap or touch
 * are one stay, and so are two that meet at midnight.
 */
export function staysOf<Row extends Presence>(entries: readonly Row[]): readonly Stay<Row>[] {
  const groups = new Map<string, OpenStay<Row>[]>();
  for (const entry of entries) {
    const listing = listingOf(entry);
    const key = `${entry.truck.slug}/${entry.place.slug}/${listing}`;
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    for (const { start, end } of entry.windows) {
      const { truck, place } = entry;
      // 24:30 of a row that runs past midnight is half past midnight of the next day.
      const late = start >= minutesPerDay ? 1 : 0;
      const weekday = weekdayAfter(entry.weekday, late);
      const window = { start: start - late * minutesPerDay, end: end - late * minutesPerDay };
      group.push({ truck, place, weekday, window, listing, entries: [entry] });
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
function unite<Row extends Presence>(group: OpenStay<Row>[]): readonly OpenStay<Row>[] {
  const united: OpenStay<Row>[] = [];
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
function joinAtMidnight<Row extends Presence>(stays: readonly OpenStay<Row>[]): readonly OpenStay<Row>[] {
  const evenings = new Map<Weekday, OpenStay<Row>>();
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

function addEntries<Row extends Presence>(stay: OpenStay<Row>, { entries }: Stay<Row>): void {
  for (const entry of entries) if (!stay.entries.includes(entry)) stay.entries.push(entry);
}

type Timed = Pick<Stay, 'weekday' | 'window'>;

function byTime(a: Timed, b: Timed): number {
  return (
    weekdays.indexOf(a.weekday) - weekdays.indexOf(b.weekday) ||
    a.window.start - b.window.start ||
    a.window.end - b.window.end
  );
}
