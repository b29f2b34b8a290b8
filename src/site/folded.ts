import { type Weekday } from '../schedule/week.ts';
import { uniteWindows } from '../schedule/windows.ts';
import type { EntryView } from './entry-view.ts';
import { placeLink, truckLink, type Link } from './refs.ts';
import { cutText, listLength } from './text.ts';
import { readingWeek } from '../words/days.ts';
import type { Words } from '../words/words.ts';
import { windowFrom } from './time-range.ts';

/** Entries that are listed apart, and what the city says of them. */
export interface FoldedGroup extends Link {
  /** The permit's status in the city's word, for lapsed ones; else empty. */
  readonly status: string;
  /** "Mon–Fri" where a page is about the whole week; else empty. */
  readonly days: string;
  readonly stops: readonly FoldedStop[];
}

export interface FoldedStop extends Link {
  /** The recorded hours: "6–9 pm, 10–11 pm". */
  readonly time: string;
  /** The city's text that disagrees with the hours; empty for lapsed entries. */
  readonly text: string;
  /** How many rows of the city this says. */
  readonly rows: number;
}

/** The entries of one hour, by truck; given and kept in reading order. */
export function foldedTrucks(city: string, entries: readonly EntryView[], words: Words): FoldedGroup[] {
  const groups = Map.groupBy(entries, (entry) => `${entry.truck.slug} ${statusOf(entry, words)}`);
  return [...groups.values()].flatMap((sharing) => {
    const [first] = sharing;
    if (first === undefined) return [];
    const stops = sharing.map((entry) => foldedStop([entry], placeLink(city, entry.place), words));
    return [{ ...truckLink(city, first.truck), status: statusOf(first, words), days: '', stops }];
  });
}

/**
 * The entries of a truck or a place for the whole week: what is alike on several days is said once, and of one day what
 * `linkOf` names once with all its times. A truck can have four hundred of them.
 */
export function foldedWeek(
  entries: readonly EntryView[],
  linkOf: (entry: EntryView) => Link,
  words: Words,
): FoldedGroup[] {
  const named = Map.groupBy(
    entries,
    (entry) => `${statusOf(entry, words)}\n${linkOf(entry).href}\n${textOf(entry)}`,
  );
  const stops = [...named.values()].flatMap((sharing) => [...byDays(sharing, words)]);
  const groups = Map.groupBy(stops, ([days, [first]]) => `${first ? statusOf(first, words) : ''}\n${days}`);
  return [...groups.values()].flatMap((sharing) => {
    const [days, [first]] = sharing[0] ?? ['', []];
    if (first === undefined) return [];
    const folded = sharing.map(([, same]) => foldedStop(same, linkOf(same[0] ?? first), words));
    return [{ label: '', href: '', status: statusOf(first, words), days, stops: folded }];
  });
}

/** Entries at one place by the days on which their times are alike. */
function byDays(entries: readonly EntryView[], words: Words): Map<string, EntryView[]> {
  const alike = Map.groupBy(entries, (entry) => shortWindows([entry], words));
  return Map.groupBy([...alike.values()].flat(), (entry) =>
    words.times.shortDays(daysOf(alike.get(shortWindows([entry], words)) ?? [])),
  );
}

function foldedStop(same: readonly EntryView[], { label, href }: Link, words: Words): FoldedStop {
  const text = same[0] === undefined ? '' : textOf(same[0]);
  return { label, href, time: shortWindows(same, words), text, rows: same.length };
}

function daysOf(entries: readonly EntryView[]): Weekday[] {
  return readingWeek.filter((day) => entries.some((entry) => entry.day === day));
}

function statusOf({ standing, status }: EntryView, words: Words): string {
  return standing === 'lapsed' ? cutText(status ?? words.stops.noStatus, 30).toLowerCase() : '';
}

/** Times in order, hours that follow each other as one: rows are often split at the full hour. */
function shortWindows(entries: readonly EntryView[], { times, comma }: Words): string {
  const windows = entries.flatMap(({ certainty, hours, windows }) =>
    (certainty === 'conflict' ? [hours] : windows).map(windowFrom),
  );
  return uniteWindows(windows).map(times.window).join(comma);
}

function textOf({ certainty, standing, note }: EntryView): string {
  return certainty === 'conflict' && standing !== 'lapsed' ? cutText(note, listLength.note) : '';
}
