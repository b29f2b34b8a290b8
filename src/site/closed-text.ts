import type { DateRange } from '../schedule/dates.ts';

/** Days as pages carry them to the browser, ISO 8601: "2026-12-24/2027-01-01 2027-07-04/2027-07-04". */
export function closedText(ranges: readonly DateRange[]): string {
  return ranges.map(({ from, to }) => `${from}/${to}`).join(' ');
}
