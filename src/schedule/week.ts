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

/** Whether a text is one of our seven weekdays, spelled exactly so ("friday"). */
export function isWeekday(text: string): text is Weekday {
  return (weekdays as readonly string[]).includes(text);
}

/** The weekday `days` after another (negative: before): `weekdayAfter('saturday', 1)` is Sunday. */
export function weekdayAfter(weekday: Weekday, days: number): Weekday {
  const index = (((weekdays.indexOf(weekday) + days) % 7) + 7) % 7;
  return weekdays[index] ?? weekday;
}
