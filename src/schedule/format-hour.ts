import { formatTime, formatWeekday } from './format.ts';
import type { Weekday, WeekHour } from './week.ts';

/** An hour of the day in words: "noon to 1", "1 to 2 pm", "11 am to noon", "midnight to 1 am". */
export function formatHour(hour: number): string {
  const start = formatTime(hour * 60);
  const end = formatTime(hour * 60 + 60);
  if (start === 'noon') return 'noon to 1';
  const half = end.slice(-3);
  return start.endsWith(half) ? `${start.slice(0, -3)} to ${end}` : `${start} to ${end}`;
}

/** An hour of the week in words: "Friday, noon to 1". */
export function formatWeekHour({ weekday, hour }: WeekHour): string {
  return `${formatWeekday(weekday)}, ${formatHour(hour)}`;
}

/** A weekday in three letters: "Fri". */
export function formatShortWeekday(weekday: Weekday): string {
  return formatWeekday(weekday).slice(0, 3);
}
