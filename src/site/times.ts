import { formatShortWeekday, formatTime, formatUntil, formatWeekday } from '../schedule/format.ts';
import { weekdays, type Weekday, type Window } from '../schedule/week.ts';

/** The week as readers count it, from Monday. */
export const readingWeek: readonly Weekday[] = [...weekdays.slice(1), 'sunday'];

/** A window as short as it can be said: "12:07–12:11 pm", "11:30 am–2 pm", "8 pm–2 am". */
export function shortWindow({ start, end }: Window): string {
  const [from, to] = [formatTime(start), formatTime(end)];
  const half = to.slice(-3);
  if (from === 'noon' && half === ' pm') return `12–${to}`;
  return /^ [ap]m$/.test(half) && from.endsWith(half) && end - start < 720
    ? `${from.slice(0, -3)}–${to}`
    : `${from}–${to}`;
}

/** Windows in minutes from the start of an hour, as seen from it: "until 3 pm" when already open then, else "12:07–12:11 pm". */
export function hourTimes(windows: readonly Window[], hourStart: number): string {
  return windows
    .map(({ start, end }) => {
      return start <= 0
        ? formatUntil(hourStart + end)
        : shortWindow({ start: hourStart + start, end: hourStart + end });
    })
    .join(', ');
}

/** Weekdays in words, runs of three and more joined: "Monday to Friday", "Saturday and Sunday", "Every day". Given in reading order. */
export function daysText(days: readonly Weekday[]): string {
  if (days.length === 7) return 'Every day';
  const runs: Weekday[][] = [];
  for (const day of days) {
    const last = runs.at(-1);
    const follows =
      last !== undefined && readingWeek.indexOf(day) === readingWeek.indexOf(last[0] ?? day) + last.length;
    if (follows) last.push(day);
    else runs.push([day]);
  }
  const words = runs.flatMap((run) => (run.length > 2 ? [spanText(run)] : run.map(formatWeekday)));
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

/** The same in three letters a day: "Mon–Fri", "Sat, Sun". */
export function shortDaysText(days: readonly Weekday[]): string {
  if (days.length === 7) return 'Every day';
  const first = readingWeek.indexOf(days[0] ?? 'monday');
  const isRun = days.length > 2 && days.every((day, index) => readingWeek.indexOf(day) === first + index);
  const words = days.map(formatShortWeekday);
  return isRun ? `${words[0] ?? ''}–${words.at(-1) ?? ''}` : words.join(', ');
}

function spanText(run: readonly Weekday[]): string {
  return `${formatWeekday(run[0] ?? 'monday')} to ${formatWeekday(run.at(-1) ?? 'sunday')}`;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A date as readers write it: "2022-11-15" → "Nov 15, 2022". */
export function dateText(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${months[Number(month) - 1] ?? month} ${Number(day)}, ${year}`;
}
