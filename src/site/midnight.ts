import { minutesPerDay, weekdayAfter } from '../schedule/week.ts';
import type { EntryView } from './entry-view.ts';
import { windowFrom } from './time-range.ts';

/** Rows that meet at midnight: the city labels calendar days, readers see one evening. */
export interface Midnights {
  /** For an entry that ends at midnight and goes on as another: the minute of its own day at which it really ends. */
  readonly ends: ReadonlyMap<EntryView, number>;
  /** Entries whose first window is the rest of the night before. */
  readonly continued: ReadonlySet<EntryView>;
}

/** Pairs of entries of one truck at one place where one ends at 24:00 and the other starts at 00:00 of the next day and ends within it. */
export function joinMidnights(entries: readonly EntryView[]): Midnights {
  const ends = new Map<EntryView, number>();
  const continued = new Set<EntryView>();
  const early = Map.groupBy(entries.filter(startsAtMidnight), (entry) => nightKey(entry, entry.day));
  for (const entry of early.size === 0 ? [] : entries) {
    if (entry.windows.at(-1)?.[1] !== '24:00' || startsAtMidnight(entry)) continue;
    const [next] = early.get(nightKey(entry, weekdayAfter(entry.day, 1))) ?? [];
    const range = next?.windows[0];
    if (next === undefined || range === undefined || range[1] === '24:00') continue;
    ends.set(entry, minutesPerDay + windowFrom(range).end);
    continued.add(next);
  }
  return { ends, continued };
}

function startsAtMidnight(entry: EntryView): boolean {
  return entry.windows[0]?.[0] === '00:00';
}

function nightKey({ truck, place }: EntryView, day: string): string {
  return `${truck.slug} ${place.slug} ${day}`;
}
