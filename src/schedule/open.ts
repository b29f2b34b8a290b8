import type { City, Entry } from './city.ts';
import { weekdays } from './week.ts';
import { isOpenAt } from './overlap.ts';
import type { WeekHour, WeekMinute } from './week.ts';

/** The entries that touch one hour, in reading order: by truck, then place, then key. */
export interface HourEntries {
  /** Certainty is not `conflict`, standing is not `lapsed`, and a window overlaps the hour. */
  readonly open: readonly Entry[];
  /** The city's own disagreements: the row's hours overlap the hour, standing is not `lapsed`. */
  readonly conflict: readonly Entry[];
  /** Standing `lapsed`; windows, or the row's hours of a conflict, overlap the hour. */
  readonly lapsed: readonly Entry[];
}

/** In which of the three lists of an hour an entry belongs. */
export type Listing = keyof HourEntries;

/** All hours of a week, read once from a city. */
export interface WeekIndex {
  /** The entries of one hour. */
  readonly at: (hour: WeekHour) => HourEntries;
  /** The entries open at one minute, in reading order; never a conflict or a lapsed one. */
  readonly openAt: (minute: WeekMinute) => readonly Entry[];
}

/** Trucks and stops are counted apart: one permit is often listed at many places in one hour. */
export interface Count {
  readonly trucks: number;
  readonly stops: number;
}

/** The list in which an entry appears: what is lapsed stays lapsed even when it is a conflict too. */
export function listingOf(entry: Pick<Entry, 'standing' | 'certainty'>): Listing {
  if (entry.standing === 'lapsed') return 'lapsed';
  return entry.certainty === 'conflict' ? 'conflict' : 'open';
}

/** Index of all 168 hours of a city's week: one pass over the entries, then each question is a look-up. */
export function indexWeek(city: City): WeekIndex {
  const hours = Array.from({ length: weekdays.length * 24 }, () => ({
    open: [] as Entry[],
    conflict: [] as Entry[],
    lapsed: [] as Entry[],
  }));
  for (const entry of entriesInReadingOrder(city)) {
    const listing = listingOf(entry);
    for (const hour of hoursOf(entry)) hours[hour]?.[listing].push(entry);
  }
  const at = ({ weekday, hour }: WeekHour): HourEntries => {
    return hours[weekdays.indexOf(weekday) * 24 + hour] ?? { open: [], conflict: [], lapsed: [] };
  };
  const openAt = (minute: WeekMinute): readonly Entry[] => {
    const { open } = at({ weekday: minute.weekday, hour: Math.floor(minute.minute / 60) });
    return open.filter((entry) => isOpenAt(entry.windows, entry.weekday, minute));
  };
  return { at, openAt };
}

/** A city's entries by truck, place (both in reading order) and key. */
export function entriesInReadingOrder({ trucks, places }: City): readonly Entry[] {
  // Trucks, places and the entries of a place are in order already: dealing them out spares all comparing.
  const byTruck = new Map(trucks.map((truck) => [truck, [] as Entry[]]));
  for (const place of places) for (const entry of place.entries) byTruck.get(entry.truck)?.push(entry);
  return [...byTruck.values()].flat();
}

/** Distinct trucks among entries, and the entries themselves as stops. */
export function countEntries(entries: readonly Entry[]): Count {
  return { trucks: new Set(entries.map(({ truck }) => truck)).size, stops: entries.length };
}

/** Hours of the week, 0 to 167, that an entry's windows touch, each once; Saturday night wraps to Sunday. */
function hoursOf({ weekday, windows }: Entry): readonly number[] {
  const touched: number[] = [];
  const midnight = weekdays.indexOf(weekday) * 24;
  let next = 0;
  for (const { start, end } of windows) {
    const last = Math.ceil(end / 60);
    for (let hour = Math.max(next, Math.floor(start / 60)); hour < last; hour += 1) {
      touched.push((midnight + hour) % 168);
    }
    next = Math.max(next, last);
  }
  return touched;
}
