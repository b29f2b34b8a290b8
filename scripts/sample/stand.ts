import type { Omission, Shift, StandPlan } from './plan.ts';
import type { Kerbs } from './spots.ts';

/** Weekdays as the oddities need them; Sunday is 0. */
export const workdays = [1, 2, 3, 4, 5];
export const weekend = [6, 0];
export const daily = [0, 1, 2, 3, 4, 5, 6];

/** One location of a truck written by hand. */
export interface HandWritten {
  readonly text: string | null;
  readonly days: readonly number[];
  /** "10-15": whole hours; "6-7 12-13" is two rows a day. */
  readonly hours: string;
  readonly permit?: number;
  readonly address?: string;
  readonly without?: readonly Omission[];
  /** Weekdays whose `dayorder` is wrong. */
  readonly misnumbered?: readonly number[];
}

/** The stand at an address of the street table ("555 MISSION ST"), with a row for each day and each pair of hours. */
export function standAt(kerbs: Kerbs, where: string, plan: HandWritten): StandPlan {
  const [, number = '', street = ''] = /^(\d+) (.+)$/.exec(where) ?? [];
  const { days, hours, misnumbered = [], ...rest } = plan;
  const ranges = hours.split(' ').map((range) => range.split('-').map((hour) => Number(hour) * 60));
  const shifts = days.flatMap((weekday) =>
    ranges.map(([start = 0, end = 0]): Shift => {
      const shift = { weekday, start, end };
      return misnumbered.includes(weekday) ? { ...shift, dayorder: (weekday + 1) % 7 } : shift;
    }),
  );
  return { ...rest, spot: kerbs.at(street, Number(number)), shifts };
}
