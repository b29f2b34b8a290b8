import { type Window } from '../schedule/week.ts';
import { minutesFromClock } from '../schedule/clock-text.ts';

/** ["20:00", "26:00"]: times past midnight count on, as in GTFS. */
export type TimeRange = readonly [start: string, end: string];

/** The minutes of a time range, counted from the midnight that begins the entry's day. */
export function windowFrom([start, end]: TimeRange): Window {
  return { start: minutesFromClock(start) ?? 0, end: minutesFromClock(end) ?? 0 };
}
