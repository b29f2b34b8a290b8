import type { City } from '../schedule/city.ts';
import { hoursOfDay } from './hours.ts';
import type { Link } from './refs.ts';
import { readingWeek } from '../words/days.ts';
import type { Words } from '../words/words.ts';
import { hourPath } from './urls.ts';

/** One day of the heat map: 24 hours, each leading to its page. */
export interface HeatDay {
  readonly label: string;
  readonly hours: readonly HeatHour[];
}

export interface HeatHour extends Link {
  /** Open trucks. */
  readonly trucks: number;
  /** "Friday, noon to 1: 48 trucks". */
  readonly title: string;
  /** Against the week's busiest hour, 0 to 9; 0 only when no truck is open. */
  readonly level: number;
}

/** How many trucks may be open in each of the 168 hours, from Monday. */
export function heatMap(city: City, key: string, { times, hours: of, frame }: Words): HeatDay[] {
  const days = readingWeek.map((day) => ({ day, hours: hoursOfDay(city, day) }));
  const most = Math.max(1, ...days.flatMap(({ hours }) => hours.map(({ trucks }) => trucks)));
  return days.map(({ day, hours }) => ({
    label: times.shortWeekday(day),
    hours: hours.map(({ hour, trucks }) => ({
      label: String(trucks),
      href: hourPath(key, day, hour),
      title: `${of.heading(day, hour)}: ${frame.trucks(trucks)}`,
      trucks,
      level: Math.ceil((trucks / most) * 9),
    })),
  }));
}
