import { windowFrom, type EntryView } from './entry-view.ts';
import { placeLink, truckLink, type Link } from './refs.ts';
import { cutText, listLength } from './text.ts';
import { shortWindow } from './times.ts';

/** A truck whose entries are listed apart, and what the city says of them. */
export interface FoldedTruck extends Link {
  /** The permit's status in the city's word, for lapsed ones; else empty. */
  readonly status: string;
  readonly stops: readonly FoldedStop[];
}

export interface FoldedStop extends Link {
  /** The recorded hours: "6–9 pm". */
  readonly time: string;
  /** The city's text that disagrees with the hours; empty for lapsed entries. */
  readonly text: string;
}

/** Entries in reading order as the folded lists show them. */
export function foldedTrucks(city: string, entries: readonly EntryView[]): FoldedTruck[] {
  const trucks: { link: Link; status: string; entry: EntryView; stops: FoldedStop[] }[] = [];
  for (const entry of entries) {
    const last = trucks.at(-1);
    const status = entry.standing === 'lapsed' ? cutText(entry.status ?? 'no status', 30).toLowerCase() : '';
    if (last?.entry.truck === entry.truck && last.status === status) last.stops.push(foldedStop(city, entry));
    else trucks.push({ link: truckLink(city, entry.truck), status, entry, stops: [foldedStop(city, entry)] });
  }
  return trucks.map(({ link, status, stops }) => ({ ...link, status, stops }));
}

function foldedStop(city: string, entry: EntryView): FoldedStop {
  const { label, href } = placeLink(city, entry.place);
  const isConflict = entry.certainty === 'conflict';
  const time = isConflict ? shortWindow(windowFrom(entry.hours)) : entry.windows.map((range) => shortWindow(windowFrom(range))).join(', ');
  return { label, href, time, text: isConflict ? cutText(entry.note, listLength.note) : '' };
}
