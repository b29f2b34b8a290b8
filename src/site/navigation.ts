import type { Weekday } from '../schedule/week.ts';
import { readingWeek } from '../words/days.ts';
import type { Words } from '../words/words.ts';
import type { Link } from './refs.ts';

export interface NavLink extends Link {
  readonly current: boolean;
}

/** One hour of the ribbon: a column of the day's chart that is also a link. */
export interface RibbonHour {
  readonly href: string;
  /** Its name, which begins with the tick where there is one, as people say what they see: "3p, 3 to 4 pm". */
  readonly label: string;
  /** Written under every third column. */
  readonly tick: string;
  /** Height of the column, 0 to 40. */
  readonly level: number;
  readonly current: boolean;
}

/** The week from Monday, each day leading where `hrefOf` says. */
export function daysNav(
  { times }: Words,
  current: Weekday | null,
  hrefOf: (day: Weekday) => string,
): NavLink[] {
  return readingWeek.map((day) => ({
    label: times.shortWeekday(day),
    href: hrefOf(day),
    current: day === current,
  }));
}

/** Steps of a chart that is looked at and not read. */
const steps = 10;

/**
 * How busy each hour is, 0 to 10, the busiest 10. Coarse on purpose: every page of a day shows its chart, and one truck
 * more in one hour must not make all of them other pages.
 */
export function levelsOf(counts: readonly number[]): number[] {
  const most = Math.max(1, ...counts);
  return counts.map((count) => Math.ceil((count / most) * steps));
}

/** The day as a chart of its hours, each a link; `levels` as `levelsOf` gives them. */
export function ribbonOf(
  { times }: Words,
  { levels, current }: { readonly levels: readonly number[]; readonly current: number | null },
  hrefOf: (hour: number) => string,
): RibbonHour[] {
  return levels.map((level, hour) => {
    const [name, tick] = [times.hour(hour), hour % 3 === 0 ? times.tick(hour) : ''];
    return {
      href: hrefOf(hour),
      label: tick === '' || name.startsWith(tick) ? name : `${tick}, ${name}`,
      tick,
      level: level * (40 / steps),
      current: hour === current,
    };
  });
}
