import { weekdays } from '../schedule/week.ts';
import type { SiteCity } from './cities.ts';
import { foldedTrucks, type FoldedGroup } from './folded.ts';
import { cityFrame, type Frame } from './frame.ts';
import { groupByTruck, hourTruck, type HourTruck } from './hour-trucks.ts';
import { hoursOf, hoursOfDay, openEntries, type Hour } from './hours.ts';
import { joinMidnights } from './midnight.ts';
import { daysNav, levelsOf, ribbonOf, type NavLink, type RibbonHour } from './navigation.ts';
import { staticPage, type StaticPage } from './page.ts';
import { dotsPath, type Bounds } from './projection.ts';
import type { Words } from '../words/words.ts';
import { settingOf, type Setting, type SettingBase } from './setting.ts';
import { cityPath, hourPath, hourText } from './urls.ts';
import { shared } from './view-key.ts';
import { withSponsors } from './sponsors.ts';

/** One hour of the week: who is open where, until when. */
export interface HourView {
  readonly frame: Frame;
  /** "Friday, noon to 1". */
  readonly heading: string;
  /** "61 trucks at 77 spots.", its numbers in brackets. */
  readonly summary: string;
  readonly days: readonly NavLink[];
  readonly ribbon: readonly RibbonHour[];
  readonly before: NavLink;
  readonly after: NavLink;
  /** The city's home, where this hour can be filtered, and the hour as it is asked of it: "friday-12:00". */
  readonly home: string;
  readonly at: string;
  readonly open: readonly HourTruck[];
  readonly cold: number;
  readonly conflict: readonly FoldedGroup[];
  readonly lapsed: readonly FoldedGroup[];
  readonly map: MapView;
}

/** A map before it is opened: its points in its own units. */
export interface MapView {
  readonly bounds: Bounds;
  readonly base: SettingBase;
  readonly dots: string;
}

interface HourSeed {
  readonly hour: Hour;
  /** How busy each hour of the day is. */
  readonly levels: readonly number[];
  readonly setting: Setting;
  /** Positions in `hour.open` of entries that go on past midnight as another row, and the minute at which they end. */
  readonly nights: readonly (readonly [position: number, end: number])[];
}

/** The 168 hour pages of a city, from Sunday's midnight. */
export function hourPages(site: SiteCity): StaticPage<HourView>[] {
  const city = site.info.key;
  const setting = settingOf(site);
  const levels = Object.fromEntries(
    weekdays.map((day) => [day, shared(levelsOf(hoursOfDay(site.city, day).map((hour) => hour.trucks)))]),
  );
  const { ends } = joinMidnights(openEntries(site));
  const pages = hoursOf(site.city).map((hour) => {
    const nights = hour.open.flatMap((entry, position) =>
      ends.has(entry) ? [[position, ends.get(entry) ?? 0] as const] : [],
    );
    const seed: HourSeed = {
      hour,
      levels: levels[hour.day] ?? [],
      setting,
      nights,
    };
    return staticPage({ city, day: hour.day, hour: hourText(hour.hour) }, seed, hourView);
  });
  return withSponsors(site, pages, ({ day }) => ({ day }));
}

function frameOf({ setting, hour }: HourSeed, words: Words): Frame {
  const { info } = setting;
  const name = words.frame.city(info.name);
  const when = words.hours.heading(hour.day, hour.hour);
  return cityFrame(setting, {
    path: hourPath(info.key, hour.day, hour.hour),
    title: words.hours.title(when, name),
    description: words.hours.description(when, name, hour),
  });
}

function hourView(seed: HourSeed, words: Words): HourView {
  const { hour, levels, setting, nights } = seed;
  const { bounds, base } = setting;
  const city = setting.info.key;
  const { day } = hour;
  const ends = new Map(nights.map(([position, end]) => [hour.open[position], end]));
  const open = groupByTruck(hour.open).map((entries) => hourTruck(city, { hour, entries, ends }, words));
  return {
    frame: frameOf(seed, words),
    heading: words.hours.heading(day, hour.hour),
    summary: words.hours.summary(hour.trucks, hour.stops),
    days: daysNav(words, day, (other) => hourPath(city, other, hour.hour)),
    ribbon: ribbonOf(words, { levels, current: hour.hour }, (at) => hourPath(city, day, at)),
    before: neighbour(words, hour, hourBeside(city, hour, -1)),
    after: neighbour(words, hour, hourBeside(city, hour, 1)),
    home: cityPath(city),
    at: `${day}-${hourText(hour.hour)}:00`,
    open,
    cold: open.filter((truck) => truck.cold).length,
    conflict: foldedTrucks(city, hour.conflict, words),
    lapsed: foldedTrucks(city, hour.lapsed, words),
    map: {
      bounds,
      base,
      dots: dotsPath(
        bounds,
        hour.open.map((entry) => entry.place),
      ),
    },
  };
}

function hourBeside(city: string, { day, hour }: Hour, step: 1 | -1) {
  const index = (weekdays.indexOf(day) * 24 + hour + step + 168) % 168;
  const at = { day: weekdays[Math.floor(index / 24)] ?? day, hour: index % 24 };
  return { ...at, href: hourPath(city, at.day, at.hour) };
}

function neighbour(words: Words, { day }: Hour, at: ReturnType<typeof hourBeside>): NavLink {
  const time = words.first.time(at.hour * 60);
  return {
    href: at.href,
    label: at.day === day ? time : words.hours.otherDay(at.day, time),
    current: false,
  };
}
