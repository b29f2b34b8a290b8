import { formatWeekday } from '../schedule/format.ts';
import { weekdayAfter, weekdays, type Weekday } from '../schedule/week.ts';
import type { SiteCity } from './cities.ts';
import { dayTruck, type DayTruck } from './day-trucks.ts';
import type { EntryView } from './entry-view.ts';
import { cityFrame, type Frame } from './frame.ts';
import { groupByTruck } from './hour-trucks.ts';
import { hoursOfDay, openEntries } from './hours.ts';
import { daysNav, levelsOf, ribbonOf, type NavLink, type RibbonHour } from './navigation.ts';
import { staticPage, type StaticPage } from './page.ts';
import { countText } from './text.ts';
import { dayPath, hourPath } from './urls.ts';

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
  readonly frame: Frame;
  readonly day: Weekday;
  readonly levels: readonly number[];
  readonly open: readonly EntryView[];
}

/** The seven day pages of a city, from Sunday. */
export function dayPages(site: SiteCity): StaticPage<DayView>[] {
  const byDay = entriesByDay(openEntries(site));
  return weekdays.map((day) => {
    const levels = levelsOf(hoursOfDay(site.city, day).map((hour) => hour.trucks));
    const frame = frameOf(site, day);
    return staticPage({ city: site.info.key, day }, { frame, day, levels, open: byDay[day] }, dayView);
  });
}

function frameOf(site: SiteCity, day: Weekday): Frame {
  const name = formatWeekday(day);
  return cityFrame(site, {
    path: dayPath(site.info.key, day),
    title: `Food trucks on ${name} · ${site.info.name}`,
    description: `Every food truck in ${site.info.name} on ${name}, hour by hour from midnight to midnight.`,
  });
}

function dayView({ frame, day, levels, open }: DaySeed): DayView {
  const city = frame.city?.key ?? '';
  const groups = groupByTruck(open);
  return {
    frame,
    heading: formatWeekday(day),
    summary: `${countText(groups.length, 'truck')} in the course of the day.`,
    days: daysNav(day, (other) => dayPath(city, other)),
    ribbon: ribbonOf(levels, null, (hour) => hourPath(city, day, hour)),
    trucks: groups.map((entries) => dayTruck(city, day, entries)),
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
