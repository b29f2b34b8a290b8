import { weekdays, type Weekday, type Window } from '../schedule/week.ts';
import type { EntryView } from './entry-view.ts';
import { joinMidnights, type Midnights } from './midnight.ts';
import { badgeOf, type Badge, type PlaceLink } from './refs.ts';
import { cutText } from './text.ts';
import { windowFrom } from './time-range.ts';
import { readingWeek } from '../words/days.ts';
import type { Words } from '../words/words.ts';

/** One day's stops in time order, or those of several days that are alike. */
export interface RouteDay {
  /** "Monday to Friday". */
  readonly days: string;
  readonly stops: readonly RouteStop[];
}

export interface RouteStop extends PlaceLink {
  readonly time: string;
  /** The same for the browser, which finds the next stop by it; as `whenText` writes it. */
  readonly when: string;
  readonly about: boolean;
  readonly badge: Badge | null;
  /** The city's words on where exactly, at the first stop that has them; else empty. */
  readonly note: string;
}

export interface RouteOptions {
  /** What a stop names: its place on a truck's page, its truck on a place's. */
  readonly linkOf: (entry: EntryView) => PlaceLink;
  /** Longest note; 0 for no limit. */
  readonly noteLength: number;
  readonly words: Words;
}

interface Visit {
  readonly entry: EntryView;
  readonly window: Window;
}

/** The week of a truck or a place: for every weekday the windows that start on it, days with equal stops said once. */
export function routeOf(entries: readonly EntryView[], options: RouteOptions): RouteDay[] {
  const midnights = joinMidnights(entries);
  const alike = new Map<string, { days: Weekday[]; visits: Visit[] }>();
  for (const day of readingWeek) {
    const visits = visitsOn(entries, day, midnights);
    if (visits.length === 0) continue;
    const sameness = visits
      .map(({ entry, window }) => [window.start, window.end, options.linkOf(entry).href, entry.standing])
      .join();
    const group = alike.get(sameness);
    if (group === undefined) alike.set(sameness, { days: [day], visits });
    else group.days.push(day);
  }
  const told = new Set<string>();
  return [...alike.values()].map(({ days, visits }) => ({
    days: options.words.times.days(days),
    stops: visits.map((visit) => routeStop({ ...visit, days }, options, told)),
  }));
}

/** The windows that start on a day; the rest of a night is said with the evening before, not again. */
function visitsOn(entries: readonly EntryView[], day: Weekday, { ends, continued }: Midnights): Visit[] {
  return entries
    .filter((entry) => entry.day === day)
    .flatMap((entry) =>
      entry.windows
        .map(windowFrom)
        .filter(({ start }) => start > 0 || !continued.has(entry))
        .map(({ start, end }) => ({
          entry,
          window: { start, end: end === 1440 ? (ends.get(entry) ?? end) : end },
        })),
    )
    .sort((a, b) => a.window.start - b.window.start || a.window.end - b.window.end);
}

function routeStop(
  { entry, window, days }: Visit & { readonly days: readonly Weekday[] },
  { linkOf, noteLength, words }: RouteOptions,
  told: Set<string>,
): RouteStop {
  const link = linkOf(entry);
  const note = entry.certainty === 'stated' || told.has(`${link.href} ${entry.note}`) ? '' : entry.note;
  told.add(`${link.href} ${entry.note}`);
  return {
    ...link,
    time: words.times.window(window),
    when: whenText(days, window),
    about: entry.certainty === 'hours',
    badge: badgeOf([entry]),
    note: noteLength === 0 ? note : cutText(note, noteLength),
  };
}

/** The badge that every stop of a route has, so that it is said once; null when they differ. */
export function commonBadge(route: readonly RouteDay[]): Badge | null {
  const badges = new Set(route.flatMap(({ stops }) => stops.map((stop) => stop.badge)));
  const [badge] = badges;
  return badges.size === 1 && badge !== undefined ? badge : null;
}

/**
 * Days and minutes of a window as pages carry them to the browser: "62 705 5" is 11:45–11:50, Monday to Friday. The
 * first number has a bit for every weekday on which the window starts (1 Sunday … 64 Saturday), as in the week file.
 */
export function whenText(days: readonly Weekday[], { start, end }: Window): string {
  const mask = days.reduce((bits, day) => bits | (1 << weekdays.indexOf(day)), 0);
  return `${mask} ${start} ${end - start}`;
}
