/** Days of a calendar, both included, as "YYYY-MM-DD"; a single day is from itself to itself. */
export interface DateRange {
  readonly from: string;
  readonly to: string;
}

const dayMs = 86_400_000;

/** Whether a text is a date that the calendar has: "2026-02-30" is none. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** The date so many days later; earlier when negative. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** Days of a range. */
export function daysIn({ from, to }: DateRange): number {
  return (Date.parse(to) - Date.parse(from)) / dayMs + 1;
}

/** Every day of a range. */
export function datesIn(range: DateRange): string[] {
  return Array.from({ length: daysIn(range) }, (_, index) => addDays(range.from, index));
}

/** The same days in order, those that overlap or touch as one range. */
export function unitedRanges(ranges: readonly DateRange[]): DateRange[] {
  const united: DateRange[] = [];
  for (const range of [...ranges].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = united.at(-1);
    if (last === undefined || range.from > addDays(last.to, 1)) united.push(range);
    else united[united.length - 1] = { from: last.from, to: range.to > last.to ? range.to : last.to };
  }
  return united;
}

/** Whether a date is in one of the ranges. */
export function isWithin(ranges: readonly DateRange[], date: string): boolean {
  return ranges.some(({ from, to }) => from <= date && date <= to);
}
