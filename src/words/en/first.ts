import { formatMinutes, formatTime, formatUntil, formatWeekday } from '../../schedule/format.ts';
import { weekdays } from '../../schedule/week.ts';

const trucks = (count: number) => `${count || 'No'} truck${count === 1 ? '' : 's'}`;

/** What scripts say before the reader asks for anything. Days are numbers, Sunday 0. */
export const first = {
  time: formatTime,
  until: formatUntil,
  weekday: (day: number) => formatWeekday(weekdays[day % 7]!),
  at: (day: string, time: string) => `${day}, ${time}`,
  waiting: (minutes: number) => `in ${formatMinutes(minutes)}`,
  since: (minutes: number) => `from ${formatTime(minutes)}`,
  leftAt: (minutes: number) => `left at ${formatTime(minutes)}`,
  trucks,
  trucksNow: (count: number) => `${trucks(count)} now`,
  moreSoon: (count: number) => `${count || 'No'} more within the hour.`,
  open: 'Open',
  closing: 'Closing soon',
  soon: 'Opening soon',
  left: 'Just left',
  wholeHours: 'The city gives whole hours only',
  noWeek: 'The week did not load.',
  here: 'Permitted now',
  next: 'Next',
  andMore: (count: number) => ` And ${count} more.`,
  sample: 'Sample data.',
  age: (age: string) => `Data from ${age}.`,
  follow: 'Follow',
  keepsNothing: 'This browser keeps nothing',
};

/** The same in any language. */
export type FirstWords = typeof first;
