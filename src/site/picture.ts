import { minutesPerDay, weekdays, type Window } from '../schedule/week.ts';
import { uniteWindows } from '../schedule/windows.ts';
import type { EntryView } from './entry-view.ts';
import { windowFrom } from './time-range.ts';

/** Windows along a line as two SVG paths: bars to scale, and a dot in the middle of each that would be too short to see. */
export interface Picture {
  readonly bars: string;
  readonly dots: string;
}

/** How a picture is scaled. */
interface Scale {
  /** Minutes to one unit of the path. */
  readonly unit: number;
  /** Windows shorter than this, in minutes, are dots. */
  readonly short: number;
}

/** A day is 144 units wide, a week 1008: whole numbers, and finer than a screen. */
const dayScale: Scale = { unit: 10, short: 30 };
const weekScale: Scale = { unit: 10, short: 120 };

/** Pictures of a day are so wide, in their own units. */
export const dayWidth = minutesPerDay / dayScale.unit;
/** The same of a week on one line. */
export const weekWidth = (7 * minutesPerDay) / weekScale.unit;

/** The windows of one day, in its minutes, on a line 10 high: "M120 5h60". */
export function dayPicture(windows: readonly Window[]): Picture {
  return drawn([windows], dayScale);
}

/** When in the week any of the entries is open: a line, 10 high, for each day from Monday. */
export function weekPicture(entries: readonly EntryView[]): Picture {
  const week = minutesOfWeek(entries);
  const days = weekdays.map((_, day) =>
    week
      .map(({ start, end }) => ({ start: start - day * minutesPerDay, end: end - day * minutesPerDay }))
      .map(({ start, end }) => ({ start: Math.max(0, start), end: Math.min(minutesPerDay, end) }))
      .filter(({ start, end }) => start < end),
  );
  return drawn(days, dayScale);
}

/** The same with all days on one line, Monday's midnight at 0. */
export function weekLine(entries: readonly EntryView[]): Picture {
  return drawn([minutesOfWeek(entries)], weekScale);
}

/** Windows in minutes from Monday's midnight; what runs on from Sunday night stands on Monday. */
function minutesOfWeek(entries: readonly EntryView[]): readonly Window[] {
  const whole = 7 * minutesPerDay;
  const windows = entries.flatMap((entry) => {
    const midnight = ((weekdays.indexOf(entry.day) + 6) % 7) * minutesPerDay;
    return entry.windows.map(windowFrom).flatMap(({ start, end }) => [
      { start: midnight + start, end: Math.min(whole, midnight + end) },
      { start: Math.max(0, midnight + start - whole), end: midnight + end - whole },
    ]);
  });
  return uniteWindows(windows.filter(({ start, end }) => start < end));
}

/** Lines of windows, one below the other. Moves are relative within a line: equal days then compress to nothing. */
function drawn(lines: readonly (readonly Window[])[], { unit, short }: Scale): Picture {
  const united = lines.map((windows) => uniteWindows(windows));
  const bars = united.map((windows, line) => {
    const long = windows.filter(({ start, end }) => end - start >= short);
    return strokes(
      line,
      long.map(({ start, end }) => [Math.round(start / unit), Math.round(end / unit)]),
    );
  });
  const dots = united.map((windows, line) => {
    const middles = windows
      .filter(({ start, end }) => end - start < short)
      .map(({ start, end }) => Math.round((start + end) / 2 / unit));
    return strokes(
      line,
      middles.map((middle) => [middle, middle]),
    );
  });
  return { bars: bars.join(''), dots: dots.join('') };
}

function strokes(line: number, parts: readonly (readonly [from: number, to: number])[]): string {
  return parts
    .map(([from, to], index) => {
      const last = parts[index - 1];
      const move = last === undefined ? `M${from} ${5 + line * 10}` : `m${from - last[1]} 0`;
      return `${move}h${to - from}`;
    })
    .join('');
}
