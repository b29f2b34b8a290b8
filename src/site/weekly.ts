import { listingOf } from '../schedule/open.ts';
import { staysOf } from '../schedule/stays.ts';
import type { Weekday, Window } from '../schedule/week.ts';
import type { EntryView, PlaceRef, TruckRef } from './entry-view.ts';
import { windowFrom } from './time-range.ts';
import { readingWeek } from './times.ts';

/** One truck at one place between the same two times, on the weekdays on which that is so. */
export interface WeeklyStay {
  readonly truck: TruckRef;
  readonly place: PlaceRef;
  /** In reading order, each once. */
  readonly days: readonly Weekday[];
  /** Begins within its day; what ends after midnight passes 1440. */
  readonly window: Window;
  readonly entries: readonly EntryView[];
}

/**
 * What is permitted in a week, as other programs take it: conflicts and lapsed permits left out, rows that the city
 * splits at midnight joined, weekdays that are alike together. In order of the first day from Monday, then of time.
 */
export function weeklyStays(entries: readonly EntryView[]): WeeklyStay[] {
  const open = entries.filter((entry) => listingOf(entry) === 'open');
  const alike = new Map<string, { first: WeeklyStay; days: Set<Weekday>; entries: Set<EntryView> }>();
  for (const stay of staysOf(open.map(presenceOf))) {
    const { window } = stay;
    const views = stay.entries.map(({ view }) => view);
    const { truck, place } = views[0]!;
    const key = [truck.slug, place.slug, window.start, window.end].join(' ');
    const group = alike.get(key) ?? {
      first: { truck, place, days: [], window, entries: [] },
      days: new Set(),
      entries: new Set(),
    };
    alike.set(key, group);
    group.days.add(stay.weekday);
    for (const view of views) group.entries.add(view);
  }
  return [...alike.values()].map(weeklyStay).sort(byTime);
}

function weeklyStay(group: { first: WeeklyStay; days: Set<Weekday>; entries: Set<EntryView> }): WeeklyStay {
  const days = readingWeek.filter((day) => group.days.has(day));
  return { ...group.first, days, entries: [...group.entries] };
}

function presenceOf(view: EntryView) {
  const { truck, place, day: weekday, certainty, standing } = view;
  return { view, truck, place, weekday, windows: view.windows.map(windowFrom), certainty, standing };
}

function byTime(a: WeeklyStay, b: WeeklyStay): number {
  const days = readingWeek.indexOf(a.days[0]!) - readingWeek.indexOf(b.days[0]!);
  return days || a.window.start - b.window.start || a.window.end - b.window.end;
}
