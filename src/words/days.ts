import { weekdays, type Weekday } from '../schedule/week.ts';

/** The week as readers count it, from Monday. */
export const readingWeek: readonly Weekday[] = [...weekdays.slice(1), 'sunday'];

/** How a language names days, seven names from Sunday. */
export interface DayStyle {
  readonly long: readonly string[];
  readonly short: readonly string[];
  readonly everyDay: string;
  /** "Monday to Friday". */
  readonly span: (from: string, to: string) => string;
  /** The last two of a list: "Saturday and Sunday". */
  readonly and: string;
  readonly comma: string;
}

/** Weekdays in words, runs of three and more joined: "Monday to Friday", "Saturday and Sunday", "Every day". Given in reading order. */
export function daysIn(style: DayStyle, days: readonly Weekday[]): string {
  if (days.length === 7) return style.everyDay;
  const name = (day: Weekday | undefined) => style.long[weekdays.indexOf(day ?? 'sunday')] ?? '';
  const words = runsOf(days).flatMap((run) =>
    run.length > 2 ? [style.span(name(run[0]), name(run.at(-1)))] : run.map(name),
  );
  const [last = '', ...others] = words.toReversed();
  return capital(others.length === 0 ? last : `${others.reverse().join(style.comma)}${style.and}${last}`);
}

/** The same in a few letters a day: "Mon–Fri", "Sat, Sun". */
export function shortDaysIn(style: DayStyle, days: readonly Weekday[]): string {
  if (days.length === 7) return style.everyDay;
  const names = days.map((day) => style.short[weekdays.indexOf(day)] ?? '');
  const isRun = days.length > 2 && runsOf(days).length === 1;
  return isRun ? `${names[0] ?? ''}–${names.at(-1) ?? ''}` : names.join(style.comma);
}

/** Days that follow each other from Monday on. */
function runsOf(days: readonly Weekday[]): Weekday[][] {
  const runs: Weekday[][] = [];
  for (const day of days) {
    const last = runs.at(-1);
    const number = readingWeek.indexOf(day);
    if (last !== undefined && number === readingWeek.indexOf(last[0] ?? day) + last.length) last.push(day);
    else runs.push([day]);
  }
  return runs;
}

/** A text with a capital at its start, as headings want it where a language writes its days small. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "2022-11-15" → its three parts as numbers. */
export function dateParts(date: string): { year: number; month: number; day: number } {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return { year, month, day };
}

/** 2809 → "2,809", as people in the United States write it in all five languages. Not `toLocaleString`: pages must not depend on the machine. */
export function groupDigits(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}
