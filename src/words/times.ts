import { weekdays } from '../schedule/week.ts';
import { hourIn, windowIn, type ClockStyle } from './clock.ts';
import { daysIn, shortDaysIn, type DayStyle } from './days.ts';
import type { Words } from './words.ts';

/** Times as a language's clock and names of days tell them; marks of charts and dates are each language's own. */
export function timesIn(clock: ClockStyle, style: DayStyle): Omit<Words['times'], 'tick' | 'date'> {
  return {
    window: (window) => windowIn(clock, window),
    hour: (hour) => hourIn(clock, hour),
    shortWeekday: (day) => style.short[weekdays.indexOf(day)]!,
    days: (days) => daysIn(style, days),
    shortDays: (days) => shortDaysIn(style, days),
  };
}
