import { formatHour, formatTime, formatWeekday } from '../schedule/format.ts';
import { weekdays, type Window } from '../schedule/week.ts';
import type { SiteCity } from './cities.ts';
import { windowFrom, type EntryView } from './entry-view.ts';
import { foldedTrucks, type FoldedGroup } from './folded.ts';
import { cityFrame, type Frame } from './frame.ts';
import { hoursOf, hoursOfDay, openEntries, type Hour } from './hours.ts';
import { joinMidnights } from './midnight.ts';
import { daysNav, levelsOf, ribbonOf, type NavLink, type RibbonHour } from './navigation.ts';
import { staticPage, type StaticPage } from './page.ts';
import { dotsPath, type Bounds } from './projection.ts';
import { badgeOf, placeLink, truckLink, type Badge, type Link, type PlaceLink } from './refs.ts';
import { settingOf, type Setting, type SettingBase } from './setting.ts';
import { countText, cutText, listLength } from './text.ts';
import { hourTimes } from './times.ts';
import { hourPath, hourText } from './urls.ts';
import { shared } from './view-key.ts';

/** One hour of the week: who is open where, until when. */
export interface HourView {
  readonly frame: Frame;
  /** "Friday, noon to 1". */
  readonly heading: string;
  readonly trucks: number;
  readonly stops: number;
  readonly days: readonly NavLink[];
  readonly ribbon: readonly RibbonHour[];
  readonly before: NavLink;
  readonly after: NavLink;
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

export interface HourTruck extends Link {
  readonly food: string;
  readonly cold: boolean;
  readonly badge: Badge | null;
  readonly stops: readonly HourStop[];
}

export interface HourStop extends PlaceLink {
  /** "until 3 pm", "12:07–12:11 pm". */
  readonly time: string;
  /** True when the city gives whole hours only. */
  readonly about: boolean;
  /** The part of the hour that is covered, as a path 60 units wide; null when it is the whole hour. */
  readonly bar: string | null;
}

interface HourSeed {
  readonly frame: Frame;
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
  return hoursOf(site.city).map((hour) => {
    const nights = hour.open.flatMap((entry, position) =>
      ends.has(entry) ? [[position, ends.get(entry) ?? 0] as const] : [],
    );
    const seed: HourSeed = {
      frame: frameOf(site, hour),
      hour,
      levels: levels[hour.day] ?? [],
      setting,
      nights,
    };
    return staticPage({ city, day: hour.day, hour: hourText(hour.hour) }, seed, hourView);
  });
}

function frameOf(site: SiteCity, { day, hour, trucks, stops }: Hour): Frame {
  const when = `${formatWeekday(day)}, ${formatHour(hour)}`;
  return cityFrame(site, {
    path: hourPath(site.info.key, day, hour),
    title: `Food trucks ${when} · ${site.info.name}`,
    description: `${countText(trucks, 'food truck')} at ${countText(stops, 'spot')} in ${site.info.name} on ${when}: names, addresses, and times to the minute.`,
  });
}

function hourView({ frame, hour, levels, setting, nights }: HourSeed): HourView {
  const { bounds, base } = setting;
  const city = frame.city?.key ?? '';
  const { day } = hour;
  const ends = new Map(nights.map(([position, end]) => [hour.open[position], end]));
  const open = groupByTruck(hour.open).map((entries) => hourTruck(city, { hour, entries, ends }));
  return {
    frame,
    heading: `${formatWeekday(day)}, ${formatHour(hour.hour)}`,
    trucks: hour.trucks,
    stops: hour.stops,
    days: daysNav(day, (other) => hourPath(city, other, hour.hour)),
    ribbon: ribbonOf(levels, hour.hour, (at) => hourPath(city, day, at)),
    before: neighbour(city, hour, -1),
    after: neighbour(city, hour, 1),
    open,
    cold: open.filter((truck) => truck.cold).length,
    conflict: foldedTrucks(city, hour.conflict),
    lapsed: foldedTrucks(city, hour.lapsed),
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

function neighbour(city: string, { day, hour }: Hour, step: 1 | -1): NavLink {
  const index = (weekdays.indexOf(day) * 24 + hour + step + 168) % 168;
  const at = { day: weekdays[Math.floor(index / 24)] ?? day, hour: index % 24 };
  const name = formatTime(at.hour * 60);
  return {
    href: hourPath(city, at.day, at.hour),
    label: at.day === day ? name : `${formatWeekday(at.day)} ${name}`,
    current: false,
  };
}

/** Entries of one truck stand together in reading order. */
export function groupByTruck(entries: readonly EntryView[]): EntryView[][] {
  const groups: EntryView[][] = [];
  for (const entry of entries) {
    const last = groups.at(-1);
    if (last?.[0]?.truck === entry.truck) last.push(entry);
    else groups.push([entry]);
  }
  return groups;
}

interface TruckInHour {
  readonly hour: Hour;
  readonly entries: readonly EntryView[];
  /** Where entries that end at midnight really end. */
  readonly ends: ReadonlyMap<EntryView | undefined, number>;
}

function hourTruck(city: string, { hour, entries, ends }: TruckInHour): HourTruck {
  const [first] = entries;
  const stops = entries.map((entry) => ({ entry, windows: windowsInHour(entry, hour, ends.get(entry)) }));
  stops.sort((a, b) => firstMinute(a.windows) - firstMinute(b.windows));
  return {
    ...truckLink(city, first!.truck),
    food: cutText(entries.find((entry) => entry.food !== '')?.food ?? '', listLength.food),
    cold: entries.every((entry) => entry.cold),
    badge: badgeOf(entries),
    stops: stops.map(({ entry, windows }) => ({
      ...placeLink(city, entry.place),
      time: hourTimes(windows, hour.hour * 60),
      about: entry.certainty === 'hours',
      bar: barPath(windows),
    })),
  };
}

function firstMinute(windows: readonly Window[]): number {
  return Math.max(0, windows[0]?.start ?? 0);
}

/** The entry's windows that touch the hour, in minutes from the hour's start; `night` is where one that ends at midnight really ends. */
function windowsInHour(entry: EntryView, { day, hour }: Hour, night: number | undefined): Window[] {
  const since = ((weekdays.indexOf(day) - weekdays.indexOf(entry.day) + 7) % 7) * 1440 + hour * 60;
  return entry.windows
    .map(windowFrom)
    .map(({ start, end }) => ({ start: start - since, end: (end === 1440 ? (night ?? end) : end) - since }))
    .filter(({ start, end }) => start < 60 && end > 0);
}

function barPath(windows: readonly Window[]): string | null {
  const parts = windows.map(({ start, end }) => [Math.max(0, start), Math.min(60, end)] as const);
  if (parts.length === 1 && parts[0]?.[0] === 0 && parts[0][1] === 60) return null;
  return parts.map(([start, end]) => `M${start} 4h${end - start}`).join('');
}
