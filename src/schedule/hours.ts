import { minutesPerDay } from './week.ts';
import { minutesFromClock } from './clock-text.ts';
import type { Window } from './week.ts';

/**
 * The hours a row records, from its `start24` and `end24` ("HH:MM", "00:00" to "24:00"); null when they cannot be read.
 * An end before the start lies after midnight ("20:00", "02:00" → 20:00–26:00). Equal ends are a stop inside one hour
 * whose both ends were rounded down: the bucket [start, start + 60).
 */
export function rowHours(start24: string, end24: string): Window | null {
  const start = minutesFromClock(start24);
  const end = minutesFromClock(end24);
  if (start === null || end === null || start >= minutesPerDay || end > minutesPerDay) return null;
  if (end === start) return { start, end: start + 60 };
  return { start, end: end < start ? end + minutesPerDay : end };
}
