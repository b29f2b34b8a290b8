import { minutesPerDay } from './week.ts';

/** Texts read before: every row has two, and there are some thousand that can be read at all. */
const clocks = new Map<string, number>();

/** Minutes since midnight from "HH:MM" ("7:05", "24:00", "26:00"); null when it is no such text or past 48:00. */
export function minutesFromClock(text: string): number | null {
  const known = clocks.get(text);
  if (known !== undefined) return known;
  const match = /^(\d{1,2}):([0-5]\d)$/.exec(text);
  if (match === null) return null;
  const minutes = Number(match[1]) * 60 + Number(match[2]);
  if (minutes > 2 * minutesPerDay) return null;
  clocks.set(text, minutes);
  return minutes;
}

/** "HH:MM" from minutes since midnight. Past midnight it counts on, as in GTFS: 1560 is "26:00". */
export function clockFromMinutes(minutes: number): string {
  const hour = String(Math.floor(minutes / 60)).padStart(2, '0');
  return `${hour}:${String(minutes % 60).padStart(2, '0')}`;
}
