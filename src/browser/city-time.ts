import { cityNow } from '../schedule/clock.ts';
import { weekdays } from '../schedule/week.ts';

/** An instant, and the minute of the week that the city's clock then shows. */
export interface CityTime {
  readonly minute: number;
  readonly instant: Date;
}

/** Now, in the city. */
export function cityTime(timeZone: string, instant = new Date()): CityTime {
  const { weekday, minute } = cityNow(timeZone, instant);
  return { minute: weekdays.indexOf(weekday) * 1440 + minute, instant };
}
