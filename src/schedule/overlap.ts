import {
  minutesPerDay,
  weekdays,
  type Weekday,
  type WeekHour,
  type WeekMinute,
  type Window,
} from './week.ts';

const minutesPerWeek = 7 * minutesPerDay;

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
