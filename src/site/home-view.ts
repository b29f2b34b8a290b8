import { formatTime, formatWeekday } from '../schedule/format.ts';
import type { Weekday } from '../schedule/week.ts';
import type { SiteCity } from './cities.ts';
import { cityFrame, siteFrame, type Frame } from './frame.ts';
import { hoursOfDay } from './hours.ts';
import { daysNav, type NavLink } from './navigation.ts';
import { staticPage, type StaticPage } from './page.ts';
import type { Link } from './refs.ts';
import { readingWeek } from './times.ts';
import { cityPath, dayPath, foodsPath, homePath, hourPath, weekFile } from './urls.ts';

/** The way into a city: who is open now (decided in the browser), and every hour of the week. */
export interface HomeView {
  readonly frame: Frame;
  readonly days: readonly NavLink[];
  /** Where the browser finds the whole week, and in whose time. */
  readonly week: string;
  readonly timeZone: string;
  readonly foods: string;
  readonly table: readonly HomeDay[];
}

export interface HomeDay {
  readonly label: string;
  readonly hours: readonly HomeHour[];
}

export interface HomeHour {
  readonly href: string;
  /** "12a", "1", "noon": the hour's start, beside the day's name. */
  readonly label: string;
  /** How busy against the week's busiest hour, 0 to 3. */
  readonly level: number;
}

/** Several cities: where to go. */
export interface CitiesView {
  readonly frame: Frame;
  readonly cities: readonly Link[];
}

interface HomeSeed {
  readonly frame: Frame;
  /** How busy each hour is, 0 to 3, the busiest of the week 3. */
  readonly week: readonly { readonly day: Weekday; readonly levels: readonly number[] }[];
}

/** The city's home, as a list of one page. */
export function homePages(site: SiteCity): StaticPage<HomeView>[] {
  const { key, name } = site.info;
  const frame = cityFrame(site, {
    path: cityPath(key),
    title: `Food trucks open now in ${name}`,
    description: `Which food trucks are open in ${name} now, where, and until when: to the minute.`,
  });
  const counts = readingWeek.map((day) => ({
    day,
    trucks: hoursOfDay(site.city, day).map((hour) => hour.trucks),
  }));
  const most = Math.max(1, ...counts.flatMap(({ trucks }) => trucks));
  const week = counts.map(({ day, trucks }) => ({
    day,
    levels: trucks.map((count) => Math.ceil((count / most) * 3)),
  }));
  return [staticPage({ city: key }, { frame, week }, homeView)];
}

/** What `/` shows: the home of the only city, or the list of cities. */
export function rootView(sites: readonly SiteCity[]): HomeView | CitiesView {
  const [only, ...others] = sites;
  const home = only !== undefined && others.length === 0 ? homePages(only)[0] : undefined;
  if (home !== undefined) return home.props.view();
  const frame = siteFrame(sites, {
    path: homePath,
    title: 'Food trucks open now',
    description: 'Which food trucks are open, for every hour of the week, to the minute.',
  });
  return { frame, cities: sites.map(({ info }) => ({ label: info.name, href: cityPath(info.key) })) };
}

/** 0 → "12a", 7 → "7a", 12 → "noon", 13 → "1p". */
function hourLabel(hour: number): string {
  return hour === 0 ? '12a' : formatTime(hour * 60).replace(/ ([ap])m$/, '$1');
}

function homeView({ frame, week }: HomeSeed): HomeView {
  const city = frame.city?.key ?? '';
  return {
    frame,
    days: daysNav(null, (day) => dayPath(city, day)),
    week: weekFile(city),
    timeZone: frame.city?.timeZone ?? 'UTC',
    foods: foodsPath(city),
    table: week.map(({ day, levels }) => ({
      label: formatWeekday(day),
      hours: levels.map((level, hour) => ({
        href: hourPath(city, day, hour),
        label: hourLabel(hour),
        level,
      })),
    })),
  };
}
