import { formatTime, formatWeekday } from '../schedule/format.ts';
import { weekdayAfter, weekdays, type Weekday, type Window } from '../schedule/week.ts';
import type { SiteCity } from './cities.ts';
import { windowFrom, type EntryView } from './entry-view.ts';
import { cityFrame, type Frame } from './frame.ts';
import { groupByTruck } from './hour-view.ts';
import { hoursOfDay, openEntries } from './hours.ts';
import { daysNav, levelsOf, ribbonOf, type NavLink, type RibbonHour } from './navigation.ts';
import { staticPage, type StaticPage } from './page.ts';
import { dayPicture, type Picture } from './picture.ts';
import { badgeOf, placeLink, truckLink, type Badge, type Link } from './refs.ts';
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

export interface DayTruck extends Link {
  readonly badge: Badge | null;
  readonly picture: Picture;
  /** When the first window of the day opens and the last one closes: "6:30 am", "2:15 pm". */
  readonly from: string;
  readonly until: string;
  /** The only place, or "12 spots" and the truck's own page, which lists them. */
  readonly where: Link;
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

function dayTruck(city: string, day: Weekday, entries: readonly EntryView[]): DayTruck {
  const windows = entries
    .flatMap((entry) => windowsOn(entry, day))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const places = [...new Set(entries.map((entry) => entry.place))];
  const [only] = places;
  const link = truckLink(city, entries[0]!.truck);
  return {
    ...link,
    badge: badgeOf(entries),
    picture: dayPicture(windows),
    from: formatTime(windows[0]?.start ?? 0),
    until: formatTime(windows.reduce((latest, { end }) => Math.max(latest, end), 0)),
    where:
      only !== undefined && places.length === 1
        ? placeLink(city, only)
        : { label: countText(places.length, 'spot'), href: link.href },
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

/** What of the entry's windows lies on a day, in minutes of that day. */
function windowsOn(entry: EntryView, day: Weekday): Window[] {
  const since = entry.day === day ? 0 : weekdayAfter(entry.day, 1) === day ? 1440 : null;
  if (since === null) return [];
  return entry.windows
    .map(windowFrom)
    .map(({ start, end }) => ({ start: Math.max(0, start - since), end: Math.min(1440, end - since) }))
    .filter(({ start, end }) => start < end);
}
