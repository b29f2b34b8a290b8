/** Weekdays in the city's order: Sunday is 0. */
export const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;

export type Weekday = (typeof weekdays)[number];

/**
 * A half-open range of minutes, counted from the midnight that begins its weekday: open at `t` iff
 * `start <= t < end`. `end` may pass 1440 (up to 2880) when the window runs past midnight.
 */
export interface Window {
  readonly start: number;
  readonly end: number;
}
