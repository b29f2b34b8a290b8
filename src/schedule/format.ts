import type { Weekday, Window } from './week.ts';

/** A time of day as a street sign says it: "12:10 pm", "6 pm", "noon", "midnight". Minutes past 1440 count on: 1560 is "2 am". */
export function formatTime(minutes: number): string {
  const minute = minutes % 60;
  const hour = Math.floor(minutes / 60) % 24;
  if (minute === 0 && hour === 0) return 'midnight';
  if (minute === 0 && hour === 12) return 'noon';
  const half = hour < 12 ? 'am' : 'pm';
  const digits = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`;
  return `${hour % 12 === 0 ? 12 : hour % 12}${digits} ${half}`;
}

/** A window in words: "10:30 am – 2:30 pm", "8 pm – 2 am", "6 pm – midnight". */
export function formatWindow({ start, end }: Window): string {
  return `${formatTime(start)} – ${formatTime(end)}`;
}

/** When a window closes: "until 6 pm". */
export function formatUntil(end: number): string {
  return `until ${formatTime(end)}`;
}

/** A weekday as readers write it: "Friday". */
export function formatWeekday(weekday: Weekday): string {
  return weekday.charAt(0).toUpperCase() + weekday.slice(1);
}

/** A number of minutes in words: "25 min", "1 h", "1 h 5 min". */
export function formatMinutes(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}
