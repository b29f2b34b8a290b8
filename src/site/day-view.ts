import { weekdayAfter, weekdays, type Weekday } from '../schedule/week.ts';
import { capital } from '../words/days.ts';
import type { Words } from '../words/words.ts';
import type { SiteCity } from './cities.ts';
import { dayTruck, type DayTruck } from './day-trucks.ts';
import type { EntryView } from './entry-view.ts';
import { cityFrame, framed, type Frame, type FramedCity } from './frame.ts';
import { groupByTruck } from './hour-trucks.ts';
import { hoursOfDay, openEntries } from './hours.ts';
import { daysNav, levelsOf, ribbonOf, type NavLink, type RibbonHour } from './navigation.ts';
import { staticPage, type StaticPage } from './page.ts';
import { dayPath, hourPath } from './urls.ts';
import { withSponsors } from './sponsors.ts';

/** One day: every truck as a row of 24 hours. */
export interface DayView {
  readonly frame: Frame;
  readonly heading: string;
  readonly summary: string;
  readonly days: readonly NavLink[];
  readonly ribbon: readonly RibbonHour[];
  readonly trucks: readonly DayTruck[];
}

interface DaySeed {
  readonly site: FramedCity;
  readonly day: Weekday;
  readonly levels: readonly number[];
  readonly open: readonly EntryView[];
}

/** The seven day pages of a city, from Sunday. */
export function dayPages(site: SiteCity): StaticPage<DayView>[] {
  const byDay = entriesByDay(openEntries(site));
  const pages = weekdays.map((day) => {
    const levels = levelsOf(hoursOfDay(site.city, day).map((hour) => hour.trucks));
    const seed = { site: framed(site), day, levels, open: byDay[day] };
    return staticPage({ city: site.info.key, day }, seed, dayView);
  });
  return withSponsors(site, pages, ({ day }) => ({ day }));
}

function frameOf({ site, day }: DaySeed, words: Words): Frame {
  const name = words.first.weekday(weekdays.indexOf(day));
  const city = words.frame.city(site.info.name);
  return cityFrame(site, {
    path: dayPath(site.info.key, day),
    title: words.hours.dayTitle(name, city),
    description: words.hours.dayDescription(name, city),
  });
}

function dayView(seed: DaySeed, words: Words): DayView {
  const { site, day, levels, open } = seed;
  const city = site.info.key;
  const groups = groupByTruck(open);
  return {
    frame: frameOf(seed, words),
    heading: capital(words.first.weekday(weekdays.indexOf(day))),
    summary: words.hours.daySummary(groups.length),
    days: daysNav(words, day, (other) => dayPath(city, other)),
    ribbon: ribbonOf(words, { levels, current: null }, (hour) => hourPath(city, day, hour)),
    trucks: groups.map((entries) => dayTruck({ city, day }, entries, words)),
  };
}

/** Entries by the days on which a part of their windows lies. Texts of times are compared as they are. */
function entriesByDay(entries: readonly EntryView[]): Readonly<Record<Weekday, readonly EntryView[]>> {
  const byDay = emptyDays();
  for (const entry of entries) {
    if ((entry.windows[0]?.[0] ?? '99') < '24:00') byDay[entry.day].push(entry);
    if ((entry.windows.at(-1)?.[1] ?? '') > '24:00') byDay[weekdayAfter(entry.day, 1)].push(entry);
  }
  return byDay;
}

function emptyDays(): Record<Weekday, EntryView[]> {
  return { sunday: [], monday: [], tuesday: [], wednesday: [], thursday: [], friday: [], saturday: [] };
}
