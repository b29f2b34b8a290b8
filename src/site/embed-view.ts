import { listingOf } from '../schedule/open.ts';
import { formatWeekHour } from '../schedule/format-hour.ts';
import type { CityInfo } from '../source/state.ts';
import type { SiteCity } from './cities.ts';
import type { EntryView } from './entry-view.ts';
import { hoursOf, type Hour } from './hours.ts';
import { staticPage, type StaticPage } from './page.ts';
import { settingOf, type Setting } from './setting.ts';
import { countText, cutText, listLength } from './text.ts';
import { windowFrom } from './time-range.ts';
import { daysText, shortWindow } from './times.ts';
import { truckDataOf, type TruckData } from './truck-view.ts';
import { dataPath, hourPath, hourText, truckPath } from './urls.ts';
import { weeklyStays } from './weekly.ts';

/** What a page that stands in a frame of another site shows. */
export interface EmbedView {
  readonly city: CityInfo;
  readonly sample: boolean;
  readonly title: string;
  /** The page of the site that says more. */
  readonly page: string;
  /** Data from which the browser tells what holds now; null where nothing does. */
  readonly data: string | null;
  readonly lines: readonly EmbedLine[];
  /** How many lines are left out. */
  readonly more: number;
}

export interface EmbedLine {
  /** "Monday to Friday", or a truck's name. */
  readonly head: string;
  readonly stops: readonly string[];
}

const mostLines = 40;

/** A small page for every truck, about that truck alone. */
export function truckEmbeds(site: SiteCity): StaticPage<EmbedView>[] {
  const setting = settingOf(site);
  return truckDataOf(site).map((truck) =>
    staticPage({ city: truck.city, slug: truck.slug }, { setting, truck }, truckEmbed),
  );
}

/** A small page for every hour of the week. */
export function hourEmbeds(site: SiteCity): StaticPage<EmbedView>[] {
  const setting = settingOf(site);
  return hoursOf(site.city).map((hour) =>
    staticPage(
      { city: setting.info.key, day: hour.day, hour: hourText(hour.hour) },
      { setting, hour },
      hourEmbed,
    ),
  );
}

function truckEmbed({ setting, truck }: { setting: Setting; truck: TruckData }): EmbedView {
  const byDays = Map.groupBy(weeklyStays(truck.entries), ({ days }) => daysText(days));
  const lines = [...byDays].map(([head, stays]) => ({
    head,
    stops: stays.map(
      ({ window, place }) => `${shortWindow(window)}, ${cutText(place.address, listLength.name)}`,
    ),
  }));
  const page = truckPath(truck.city, truck.slug);
  const title = cutText(truck.name, listLength.name);
  return { ...frameOf(setting), title, page, data: dataPath(page), ...bounded(lines) };
}

function hourEmbed({ setting, hour }: { setting: Setting; hour: Hour }): EmbedView {
  const { info } = setting;
  const open = hour.open.filter((entry) => listingOf(entry) === 'open');
  const lines = [...Map.groupBy(open, ({ truck }) => truck)].map(([truck, stops]) => ({
    head: cutText(truck.name, listLength.name),
    stops: stops.map((stop) => `${timesText(stop)}, ${cutText(stop.place.address, listLength.name)}`),
  }));
  const at = formatWeekHour({ weekday: hour.day, hour: hour.hour });
  const title = `${at}: ${countText(hour.trucks, 'food truck')} in ${info.name}`;
  const page = hourPath(info.key, hour.day, hour.hour);
  return { ...frameOf(setting), title, page, data: null, ...bounded(lines) };
}

function timesText({ windows }: EntryView): string {
  return windows.map((window) => shortWindow(windowFrom(window))).join(', ');
}

function frameOf({ info: city, sample }: Setting): Pick<EmbedView, 'city' | 'sample'> {
  return { city, sample };
}

function bounded(lines: readonly EmbedLine[]): Pick<EmbedView, 'lines' | 'more'> {
  return { lines: lines.slice(0, mostLines), more: Math.max(0, lines.length - mostLines) };
}
