import { windowFrom, type EntryView } from './entry-view.ts';
import { placeLink, truckLink, type Link } from './refs.ts';
import { cutText, listLength } from './text.ts';
import { readingWeek, shortDaysText, shortWindow } from './times.ts';

/** Entries that are listed apart, and what the city says of them. */
export interface FoldedGroup extends Link {
  /** The permit's status in the city's word, for lapsed ones; else empty. */
  readonly status: string;
  readonly stops: readonly FoldedStop[];
}

export interface FoldedStop extends Link {
  /** The recorded hours: "6–9 pm", with the days before them where a page is about the whole week. */
  readonly time: string;
  /** The city's text that disagrees with the hours; empty for lapsed entries. */
  readonly text: string;
  /** How many rows of the city this says. */
  readonly rows: number;
}

/** The entries of one hour, by truck; given and kept in reading order. */
export function foldedTrucks(city: string, entries: readonly EntryView[]): FoldedGroup[] {
  const groups = Map.groupBy(entries, (entry) => `${entry.truck.slug} ${statusOf(entry)}`);
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const stops = [first, ...others].map((entry) => foldedStop([entry], placeLink(city, entry.place), false));
    return [{ ...truckLink(city, first.truck), status: statusOf(first), stops }];
  });
}

/** The entries of a truck or a place for the whole week, days that are alike said once. `linkOf` gives what a line names. */
export function foldedWeek(entries: readonly EntryView[], linkOf: (entry: EntryView) => Link): FoldedGroup[] {
  const groups = Map.groupBy(entries, statusOf);
  return [...groups].map(([status, sharing]) => {
    const alike = Map.groupBy(sharing, (entry) =>
      [linkOf(entry).href, timeOf(entry), textOf(entry)].join('\n'),
    );
    const stops = [...alike.values()].flatMap((same) =>
      same[0] ? [foldedStop(same, linkOf(same[0]), true)] : [],
    );
    return { label: '', href: '', status, stops };
  });
}

function foldedStop(same: readonly EntryView[], { label, href }: Link, withDays: boolean): FoldedStop {
  const [first] = same;
  const days = readingWeek.filter((day) => same.some((entry) => entry.day === day));
  const time = first === undefined ? '' : timeOf(first);
  const text = first === undefined ? '' : textOf(first);
  return { label, href, time: withDays ? `${shortDaysText(days)} ${time}` : time, text, rows: same.length };
}

function statusOf({ standing, status }: EntryView): string {
  return standing === 'lapsed' ? cutText(status ?? 'no status', 30).toLowerCase() : '';
}

function timeOf({ certainty, hours, windows }: EntryView): string {
  return (certainty === 'conflict' ? [hours] : windows)
    .map((range) => shortWindow(windowFrom(range)))
    .join(', ');
}

function textOf({ certainty, note }: EntryView): string {
  return certainty === 'conflict' ? cutText(note, listLength.note) : '';
}
