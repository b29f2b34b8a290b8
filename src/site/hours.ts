import type { City, Entry } from '../schedule/city.ts';
import { weekdays, type Weekday, type Window } from '../schedule/week.ts';
import { partsOf, type EntryView } from './entry-view.ts';
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

type Section = 'open' | 'conflict' | 'lapsed';

const known = new WeakMap<City, readonly Hour[]>();

/** The 168 hours of the week from Sunday's midnight; counted at the first call. */
export function hoursOf(city: City): readonly Hour[] {
  const hours = known.get(city) ?? sortIntoHours(city);
  known.set(city, hours);
  return hours;
}

/** The 24 hours of one day. */
export function hoursOfDay(city: City, day: Weekday): readonly Hour[] {
  const first = weekdays.indexOf(day) * 24;
  return hoursOf(city).slice(first, first + 24);
}

/** Where an entry is listed: the city's own disagreements and lapsed permits apart. */
export function sectionOf({ standing, certainty }: Pick<Entry, 'standing' | 'certainty'>): Section {
  if (standing === 'lapsed') return 'lapsed';
  return certainty === 'conflict' ? 'conflict' : 'open';
}

function sortIntoHours(city: City): Hour[] {
  const { reading, entry: views } = partsOf(city);
  const lists = Array.from({ length: 168 }, () => ({ open: [] as EntryView[], conflict: [] as EntryView[], lapsed: [] as EntryView[] }));
  for (const entry of reading) {
    const view = views.get(entry);
    if (view === undefined) continue;
    const section = sectionOf(entry);
    for (const hour of hoursTouched(entry)) lists[hour]?.[section].push(view);
  }
  return lists.map((list, index) => {
    const day = weekdays[Math.floor(index / 24)] ?? 'sunday';
    return shared({ day, hour: index % 24, trucks: countTrucks(list.open), stops: list.open.length, ...list });
  });
}

/** Numbers of the hours of the week that the entry overlaps; Saturday night wraps into Sunday. */
function hoursTouched({ weekday, certainty, hours, windows }: Entry): Set<number> {
  const touched = new Set<number>();
  const first = weekdays.indexOf(weekday) * 24;
  const ranges: readonly Window[] = certainty === 'conflict' ? [hours] : windows;
  for (const { start, end } of ranges) {
    for (let hour = Math.floor(start / 60); hour * 60 < end; hour++) touched.add((first + hour) % 168);
  }
  return touched;
}

/** Entries of one truck stand together, so a change of truck is a new one. */
function countTrucks(entries: readonly EntryView[]): number {
  let count = 0;
  for (let index = 0; index < entries.length; index++) if (entries[index]?.truck !== entries[index - 1]?.truck) count++;
  return count;
}
