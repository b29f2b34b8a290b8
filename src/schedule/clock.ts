import { isWeekday } from './week.ts';
import type { WeekMinute } from './week.ts';

// Making a formatter costs a hundred times more than using it, and the browser asks every second.
const formatters = new Map<string, Intl.DateTimeFormat>();

/**
 * The minute of the week that a city's clock shows at an instant. `timeZone` is an IANA name; an unknown one throws a
 * RangeError. On daylight-saving days both 1:30s give the same minute: wall-clock rules hold.
 */
export function cityNow(timeZone: string, instant: Date): WeekMinute {
  const parts = partsOf(timeZone, instant);
  const weekday = (parts['weekday'] ?? '').toLowerCase();
  if (!isWeekday(weekday)) throw new RangeError(`no weekday in ${JSON.stringify(parts)}`);
  return { weekday, minute: Number(parts['hour']) * 60 + Number(parts['minute']) };
}

/** The date that a city's calendar shows at an instant, as "YYYY-MM-DD". */
export function cityDate(timeZone: string, instant: Date): string {
  const { year, month, day } = partsOf(timeZone, instant);
  return `${year ?? ''}-${month ?? ''}-${day ?? ''}`;
}

/**
 * The instant at which a city's clock shows a time of a date ("YYYY-MM-DD", minutes from its midnight; 1560 is 2 am of
 * the next day). A time that daylight saving skips is read as if the clock had not moved, one that comes twice as the first.
 */
export function instantOf(timeZone: string, date: string, minutes: number): Date {
  const wanted = Date.parse(`${date}T00:00:00Z`) + minutes * 60_000;
  const before = wanted - offsetAt(timeZone, wanted - 86_400_000);
  const after = wanted - offsetAt(timeZone, wanted + 86_400_000);
  const [first, second] = before < after ? [before, after] : [after, before];
  return new Date(first + offsetAt(timeZone, first) === wanted ? first : second);
}

/** How far a city's clock is ahead of UTC, in milliseconds. */
function offsetAt(timeZone: string, instant: number): number {
  const { minute } = cityNow(timeZone, new Date(instant));
  const shown = Date.parse(`${cityDate(timeZone, new Date(instant))}T00:00:00Z`) + minute * 60_000;
  return shown - Math.floor(instant / 60_000) * 60_000;
}

function partsOf(timeZone: string, instant: Date): Partial<Record<string, string>> {
  let formatter = formatters.get(timeZone);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
      timeZone,
      weekday: 'long',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    formatters.set(timeZone, formatter);
  }
  return Object.fromEntries(formatter.formatToParts(instant).map(({ type, value }) => [type, value]));
}
