import { cityDate, cityNow } from '../schedule/clock.ts';
import { addDays, isWithin, type DateRange } from '../schedule/dates.ts';
import type { ClosedTrucks } from '../site/closed-text.ts';
import type { WeekData } from '../site/week-file.ts';
import { cityTime, type CityTime } from './city-time.ts';
import type { Visit } from './week.ts';

// Loaded only where an owner has named days on which the truck is closed.

const minutesPerWeek = 10_080;
/** How long a stop is still spoken of when it is over: "left at 2 pm". */
const spokenMinutes = 30;

/** Days as pages carry them: "2026-12-24/2027-01-01 2027-07-04/2027-07-04". */
export function rangesFrom(text: string): DateRange[] {
  return text.split(' ').flatMap((range) => {
    const [from = '', to = from] = range.split('/');
    return from === '' ? [] : [{ from, to }];
  });
}

/** The closed days that a week file tells, by truck. */
export function closedTrucks({ closed = [], trucks }: Pick<WeekData, 'closed' | 'trucks'>): ClosedTrucks {
  const found: Record<string, DateRange[]> = {};
  for (const [truck, from, to] of closed) (found[trucks.slug[truck] ?? ''] ??= []).push({ from, to });
  return found;
}

/** The city's date so many minutes after an instant, as its clock counts: days are not longer or shorter there. */
export function dateAfter(timeZone: string, instant: Date, minutes: number): string {
  const { minute } = cityNow(timeZone, instant);
  return addDays(cityDate(timeZone, instant), Math.floor((minute + minutes) / 1440));
}

/** Whether what begins so many minutes after an instant, before it when negative, falls on one of the days. */
export function fallsOn(ranges: readonly DateRange[], timeZone: string, instant: Date) {
  return (minutes: number): boolean => isWithin(ranges, dateAfter(timeZone, instant, minutes));
}

/**
 * Visits without the windows that begin on a day on which their truck is closed. A week comes again and again: of each
 * window the one under way counts, or else the next one, as seen from `minute` when the city's clock next shows it.
 */
export function withoutClosed(
  week: Pick<WeekData, 'closed' | 'trucks' | 'timeZone'>,
  visits: readonly Visit[],
  { minute, instant }: CityTime,
): readonly Visit[] {
  if (week.closed === undefined) return visits;
  const days = closedTrucks(week);
  const { timeZone } = week;
  const ahead = turned(minute - cityTime(timeZone, instant).minute);
  return visits.map((visit) => {
    const ranges = days[visit.truck.slug];
    if (ranges === undefined) return visit;
    const isClosed = fallsOn(ranges, timeZone, instant);
    const windows = visit.windows.filter(({ start, end }) => {
      const since = turned(minute - start);
      return !isClosed(ahead + (since < end - start + spokenMinutes ? -since : turned(start - minute)));
    });
    return { ...visit, windows };
  });
}

/**
 * Whether a line of a page's own list holds when it begins so many minutes after an instant: an element around it may say
 * on which days its truck is closed. Days that are over are hidden where the page tells them.
 */
export function heldLines(timeZone: string, instant: Date) {
  const today = cityDate(timeZone, instant);
  for (const told of document.querySelectorAll<HTMLElement>('[data-until]'))
    told.hidden = (told.dataset['until'] ?? '') < today;
  return ({ item }: { readonly item: Element }, minutes: number): boolean => {
    const days = item.closest<HTMLElement>('[data-closed]')?.dataset['closed'] ?? '';
    return !fallsOn(rangesFrom(days), timeZone, instant)(minutes);
  };
}

/** Minutes within a week. */
function turned(minutes: number): number {
  return ((minutes % minutesPerWeek) + minutesPerWeek) % minutesPerWeek;
}
