import type { City } from '../schedule/city.ts';
import { countEntries, indexWeek, listingOf } from '../schedule/open.ts';
import { weekdays, type Weekday } from '../schedule/week.ts';
import type { SiteCity } from './cities.ts';
import { partsOf, viewsOf, type EntryView } from './entry-view.ts';
import { shared } from './view-key.ts';

/** Everything that touches one hour of the week, in reading order. */
export interface Hour {
  readonly day: Weekday;
  readonly hour: number;
  /** Distinct trucks and entries of `open`. */
  readonly trucks: number;
  readonly stops: number;
  readonly open: readonly EntryView[];
  readonly conflict: readonly EntryView[];
  readonly lapsed: readonly EntryView[];
}

const known = new WeakMap<City, readonly Hour[]>();

/** The 168 hours of the week from Sunday's midnight; counted at the first call. */
export function hoursOf(city: City): readonly Hour[] {
  const hours = known.get(city) ?? readHours(city);
  known.set(city, hours);
  return hours;
}

/** The 24 hours of one day. */
export function hoursOfDay(city: City, day: Weekday): readonly Hour[] {
  const first = weekdays.indexOf(day) * 24;
  return hoursOf(city).slice(first, first + 24);
}

/** Every entry that counts as open at some time, in reading order. */
export function openEntries({ city }: SiteCity): EntryView[] {
  const parts = partsOf(city);
  return viewsOf(
    parts,
    parts.reading.filter((entry) => listingOf(entry) === 'open'),
  );
}

function readHours(city: City): Hour[] {
  const parts = partsOf(city);
  const index = indexWeek(city);
  return Array.from({ length: 168 }, (_, number) => {
    const at = { weekday: weekdays[Math.floor(number / 24)] ?? 'sunday', hour: number % 24 };
    const { open, conflict, lapsed } = index.at(at);
    const lists = {
      open: viewsOf(parts, open),
      conflict: viewsOf(parts, conflict),
      lapsed: viewsOf(parts, lapsed),
    };
    return shared({ day: at.weekday, hour: at.hour, ...countEntries(open), ...lists });
  });
}
