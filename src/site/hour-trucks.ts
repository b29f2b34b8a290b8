import { weekdays, type Window } from '../schedule/week.ts';
import type { EntryView } from './entry-view.ts';
import type { Hour } from './hours.ts';
import { badgeOf, placeLink, truckLink, type Badge, type Link, type PlaceLink } from './refs.ts';
import { foodParts, type FoodPart } from './food-words.ts';
import { windowFrom } from './time-range.ts';
import type { Words } from '../words/words.ts';

/** A truck in an hour's list. */
export interface HourTruck extends Link {
  readonly food: readonly FoodPart[];
  readonly cold: boolean;
  readonly badge: Badge | null;
  readonly stops: readonly HourStop[];
}

/** One of its places in that hour. */
export interface HourStop extends PlaceLink {
  /** "until 3 pm", "12:07–12:11 pm". */
  readonly time: string;
  /** True when the city gives whole hours only. */
  readonly about: boolean;
  /** The part of the hour that is covered, as a path 60 units wide; null when it is the whole hour. */
  readonly bar: string | null;
}

/** Entries of one truck stand together in reading order. */
export function groupByTruck(entries: readonly EntryView[]): EntryView[][] {
  const groups: EntryView[][] = [];
  for (const entry of entries) {
    const last = groups.at(-1);
    if (last?.[0]?.truck === entry.truck) last.push(entry);
    else groups.push([entry]);
  }
  return groups;
}

/** What a truck does in an hour. */
export interface TruckInHour {
  readonly hour: Pick<Hour, 'day' | 'hour'>;
  readonly entries: readonly EntryView[];
  /** Where entries that end at midnight really end. */
  readonly ends: ReadonlyMap<EntryView | undefined, number>;
}

/** A truck of an hour's list, from its entries that touch the hour. */
export function hourTruck(city: string, { hour, entries, ends }: TruckInHour, words: Words): HourTruck {
  const [first] = entries;
  const stops = entries.map((entry) => ({ entry, windows: windowsInHour(entry, hour, ends.get(entry)) }));
  stops.sort((a, b) => firstMinute(a.windows) - firstMinute(b.windows));
  return {
    ...truckLink(city, first!.truck),
    food: foodParts(entries.find((entry) => entry.food !== '')?.food ?? '', words),
    cold: entries.every((entry) => entry.cold),
    badge: badgeOf(entries),
    stops: stops.map(({ entry, windows }) => ({
      ...placeLink(city, entry.place),
      time: hourTimes(words, windows, hour.hour * 60),
      about: entry.certainty === 'hours',
      bar: barPath(windows),
    })),
  };
}

/** Windows in minutes from the start of an hour, as seen from it: "until 3 pm" when already open then, else "12:07–12:11 pm". */
function hourTimes({ first, times, comma }: Words, windows: readonly Window[], hourStart: number): string {
  return windows
    .map(({ start, end }) => {
      return start <= 0
        ? first.until(hourStart + end)
        : times.window({ start: hourStart + start, end: hourStart + end });
    })
    .join(comma);
}

function firstMinute(windows: readonly Window[]): number {
  return Math.max(0, windows[0]?.start ?? 0);
}

/** The entry's windows that touch the hour, in minutes from the hour's start; `night` is where one that ends at midnight really ends. */
function windowsInHour(
  entry: EntryView,
  { day, hour }: TruckInHour['hour'],
  night: number | undefined,
): Window[] {
  const since = ((weekdays.indexOf(day) - weekdays.indexOf(entry.day) + 7) % 7) * 1440 + hour * 60;
  return entry.windows
    .map(windowFrom)
    .map(({ start, end }) => ({ start: start - since, end: (end === 1440 ? (night ?? end) : end) - since }))
    .filter(({ start, end }) => start < 60 && end > 0);
}

function barPath(windows: readonly Window[]): string | null {
  const parts = windows.map(({ start, end }) => [Math.max(0, start), Math.min(60, end)] as const);
  if (parts.length === 1 && parts[0]?.[0] === 0 && parts[0][1] === 60) return null;
  return parts.map(([start, end]) => `M${start} 4h${end - start}`).join('');
}
