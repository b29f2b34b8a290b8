import type { DateRange } from '../schedule/dates.ts';
import type { Words } from '../words/words.ts';

/** Closed days of some trucks, by slug; only of trucks that have any. */
export type ClosedTrucks = Readonly<Record<string, readonly DateRange[]>>;

/** Days on which a truck is closed, for readers and for the browser, which hides those that are over. */
export interface ClosedView {
  readonly text: string;
  readonly until: string;
}

/** Closed days in words, as the owner gave them: a page has no clock. */
export function closedView(ranges: readonly DateRange[], { times, owner }: Words): ClosedView[] {
  return ranges.map(({ from, to }) => {
    const dates = from === to ? times.date(from) : `${times.date(from)} – ${times.date(to)}`;
    return { text: owner.closed(dates), until: to };
  });
}

/** Days as pages carry them to the browser, ISO 8601: "2026-12-24/2027-01-01 2027-07-04/2027-07-04". */
export function closedText(ranges: readonly DateRange[]): string {
  return ranges.map(({ from, to }) => `${from}/${to}`).join(' ');
}
