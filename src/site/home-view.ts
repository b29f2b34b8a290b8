import { foodKinds } from '../schedule/food-kinds.ts';
import { weekdays } from '../schedule/week.ts';
import type { SiteCity } from './cities.ts';
import { cityFrame, framed, siteFrame, type Frame, type FramedCity } from './frame.ts';
import { hoursOf } from './hours.ts';
import { daysNav, levelsOf, type NavLink } from './navigation.ts';
import { staticPage, type StaticPage } from './page.ts';
import type { Link } from './refs.ts';
import { capital, readingWeek } from '../words/days.ts';
import type { Words } from '../words/words.ts';
import { cityPath, dayPath, followingPath, foodsPath, homePath, hourPath, weekFile } from './urls.ts';
import { withSponsors } from './sponsors.ts';

/** The way into a city: who is open now (decided in the browser), and every hour of the week. */
export interface HomeView {
  readonly frame: Frame;
  readonly days: readonly NavLink[];
  /** What kinds of food are called, where that is not what the week file calls them. */
  readonly foods: readonly { readonly slug: string; readonly name: string }[];
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
  readonly site: FramedCity;
  readonly areas: boolean;
  /** How busy each hour is, 0 to 10, the busiest of the week 10; from Sunday's midnight. */
  readonly levels: readonly number[];
}

/** The city's home, as a list of one page. */
export function homePages(site: SiteCity): StaticPage<HomeView>[] {
  const levels = levelsOf(hoursOf(site.city).map((hour) => hour.trucks));
  const areas = site.city.neighborhoods.length > 0;
  const page = staticPage({ city: site.info.key }, { site: framed(site), areas, levels }, homeView);
  return withSponsors(site, [page], () => ({}));
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

function kindsIn(words: Words): { slug: string; name: string }[] {
  return foodKinds.map(({ slug, name }) => ({ slug, name: words.kind(name) }));
}

function homeView({ site, areas, levels }: HomeSeed, words: Words): HomeView {
  const { home, times } = words;
  const city = site.info.key;
  const name = words.frame.city(site.info.name);
  return {
    frame: cityFrame(site, {
      path: cityPath(city),
      title: home.title(name),
      description: home.description(name),
    }),
    foods: words.language === 'en' ? [] : kindsIn(words),
    days: daysNav(words, null, (day) => dayPath(city, day)),
    week: weekFile(city),
    links: [
      { label: home.everyFood, href: foodsPath(city) },
      { label: home.following, href: followingPath(city) },
    ],
    areas,
    strip: stripPath(levels),
    ticks: weekdays.flatMap((day, number) => [
      { x: number * 576, text: times.shortWeekday(day) },
      { x: number * 576 + 288, text: times.tick(12) },
    ]),
    table: readingWeek.map((day) => ({
      label: capital(words.first.weekday(weekdays.indexOf(day))),
      href: dayPath(city, day),
      hours: levels
        .slice(weekdays.indexOf(day) * 24)
        .slice(0, 24)
        .map((level, hour) => ({
          href: hourPath(city, day, hour),
          label: times.tick(hour),
          level: Math.ceil(level / 3.4),
        })),
    })),
  };
}
