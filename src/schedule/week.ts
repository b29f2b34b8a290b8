/** Weekdays in the city's order: Sunday is 0. */
export const weekdays = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
] as const;

export type Weekday = (typeof weekdays)[number];

/**
 * A half-open range of minutes, counted from the midnight that begins its weekday: open at `t` iff
 * `start <= t < end`. `end` may pass 1440 (up to 2880) when the window runs past midnight.
 */
export interface Window {
  readonly start: number;
  readonly end: number;
}

/** One of the 168 hours of the week. */
export interface WeekHour {
  readonly weekday: Weekday;
  /** 0 to 23. */
  readonly hour: number;
}

/** A minute of the week on the city's clock. */
export interface WeekMinute {
  readonly weekday: Weekday;
  /** Minutes since midnight, 0 to 1439. */
  readonly minute: number;
}

export const minutesPerDay = 1440;
const minutesPerWeek = 7 * minutesPerDay;

/** Whether a text is one of our seven weekdays, spelled exactly so ("friday"). */
export function isWeekday(text: string): text is Weekday {
  return (weekdays as readonly string[]).includes(text);
}

/** The weekday `days` after another (negative: before): `weekdayAfter('saturday', 1)` is Sunday. */
export function weekdayAfter(weekday: Weekday, days: number): Weekday {
  const index = (((weekdays.indexOf(weekday) + days) % 7) + 7) % 7;
  return weekdays[index] ?? weekday;
}

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

/** The same minutes as disjoint windows in time order; windows that overlap or touch become one. */
export function uniteWindows(windows: readonly Window[]): readonly Window[] {
  if (windows.length < 2) return windows;
  const united: { start: number; end: number }[] = [];
  for (const { start, end } of [...windows].sort((a, b) => a.start - b.start)) {
    const last = united.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else united.push({ start, end });
  }
  return united;
}

/** Whether two windows of one weekday share a minute. */
export function windowsOverlap(a: Window, b: Window): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether a window that starts on `entryWeekday` shares a minute with an hour of the week; Saturday night wraps to Sunday. */
export function overlapsHour(window: Window, entryWeekday: Weekday, at: WeekHour): boolean {
  const start = minutesSince(entryWeekday, at.weekday) + at.hour * 60;
  const bucket = { start, end: start + 60 };
  const wrapped = { start: start + minutesPerWeek, end: start + minutesPerWeek + 60 };
  return windowsOverlap(window, bucket) || windowsOverlap(window, wrapped);
}

/** Whether one of the windows that start on `entryWeekday` holds a minute of the week. */
export function isOpenAt(windows: readonly Window[], entryWeekday: Weekday, at: WeekMinute): boolean {
  const minute = minutesSince(entryWeekday, at.weekday) + at.minute;
  return windows.some(({ start, end }) => {
    return (
      (start <= minute && minute < end) || (start <= minute + minutesPerWeek && minute + minutesPerWeek < end)
    );
  });
}

function minutesSince(from: Weekday, to: Weekday): number {
  return ((weekdays.indexOf(to) - weekdays.indexOf(from) + 7) % 7) * minutesPerDay;
}
