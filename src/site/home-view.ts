import { formatShortWeekday, formatTime, formatWeekday } from '../schedule/format.ts';
import { weekdays } from '../schedule/week.ts';
import type { SiteCity } from './cities.ts';
import { cityFrame, siteFrame, type Frame } from './frame.ts';
import { hoursOf } from './hours.ts';
import { daysNav, levelsOf, type NavLink } from './navigation.ts';
import { staticPage, type StaticPage } from './page.ts';
import type { Link } from './refs.ts';
import { readingWeek } from './times.ts';
import { cityPath, dayPath, followingPath, foodsPath, homePath, hourPath, weekFile } from './urls.ts';

/** The way into a city: who is open now (decided in the browser), and every hour of the week. */
export interface HomeView {
  readonly frame: Frame;
  readonly days: readonly NavLink[];
  /** Where the browser finds the whole week. */
  readonly week: string;
  /** Further ways in. */
  readonly links: readonly Link[];
  /** True when the city's neighbourhoods are known. */
  readonly areas: boolean;
  /** How busy the week is, as a path with 24 units for an hour, from Sunday's midnight. */
  readonly strip: string;
  readonly ticks: readonly { readonly x: number; readonly text: string }[];
  readonly table: readonly HomeDay[];
}

export interface HomeDay extends Link {
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

/** Height of the strip's busiest hour. */
const stripHeight = 40;

interface HomeSeed {
  readonly frame: Frame;
  readonly areas: boolean;
  /** How busy each hour is, 0 to 10, the busiest of the week 10; from Sunday's midnight. */
  readonly levels: readonly number[];
}

/** The city's home, as a list of one page. */
export function homePages(site: SiteCity): StaticPage<HomeView>[] {
  const { key, name } = site.info;
  const frame = cityFrame(site, {
    path: cityPath(key),
    title: `Food trucks open now in ${name}`,
    description: `Which food trucks are open in ${name} now, where, and until when: to the minute.`,
  });
  const levels = levelsOf(hoursOf(site.city).map((hour) => hour.trucks));
  const areas = site.city.neighborhoods.length > 0;
  return [staticPage({ city: key }, { frame, areas, levels }, homeView)];
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

/** Bars that stand on one line, as one shape. */
function stripPath(levels: readonly number[]): string {
  let height = 0;
  const bars = levels.map((level) => {
    const rise = height - level;
    height = level;
    return `${rise === 0 ? '' : `v${rise * (stripHeight / 10)}`}h24`;
  });
  return `M0 ${stripHeight}${bars.join('')}V${stripHeight}z`;
}

function homeView({ frame, areas, levels }: HomeSeed): HomeView {
  const city = frame.city?.key ?? '';
  return {
    frame,
    days: daysNav(null, (day) => dayPath(city, day)),
    week: weekFile(city),
    links: [
      { label: 'Every kind of food', href: foodsPath(city) },
      { label: 'Trucks you follow', href: followingPath(city) },
    ],
    areas,
    strip: stripPath(levels),
    ticks: weekdays.flatMap((day, number) => [
      { x: number * 576, text: formatShortWeekday(day) },
      { x: number * 576 + 288, text: 'noon' },
    ]),
    table: readingWeek.map((day) => ({
      label: formatWeekday(day),
      href: dayPath(city, day),
      hours: levels
        .slice(weekdays.indexOf(day) * 24)
        .slice(0, 24)
        .map((level, hour) => ({
          href: hourPath(city, day, hour),
          label: hourLabel(hour),
          level: Math.ceil(level / 3.4),
        })),
    })),
  };
}
