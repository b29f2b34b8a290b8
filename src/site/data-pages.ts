import type { DateRange } from '../schedule/dates.ts';
import type { Problem } from '../schedule/problem.ts';
import type { SiteCity } from './cities.ts';
import { closedPart } from './closed.ts';
import type { EntryView } from './entry-view.ts';
import { hoursOf, type Hour } from './hours.ts';
import { hoursBy, type HoursOf } from './open-hours.ts';
import { closedDays } from './owners.ts';
import { staticPage, type StaticPage } from './page.ts';
import { placeDataOf, type PlaceData } from './place-view.ts';
import { truckDataOf, type TruckData } from './truck-view.ts';
import { searchDigest, searchRecords, type SearchRecord } from './search-records.ts';
import { hourText } from './urls.ts';
import { weekData, type WeekData } from './week-file.ts';

/** `/sf/friday/12.json`, the contract that others read: field names and their order stay. */
export interface HourData extends Hour {
  readonly city: string;
}

/** The 168 hour files of a city. */
export function hourData(site: SiteCity): StaticPage<HourData>[] {
  const city = site.info.key;
  return hoursOf(site.city).map((hour) =>
    staticPage({ city, day: hour.day, hour: hourText(hour.hour) }, { city, hour }, (seed) => ({
      city: seed.city,
      ...seed.hour,
    })),
  );
}

/** `/sf/truck/<slug>.json`: the truck, and its permitted hours by place. */
export interface TruckFile extends TruckData {
  readonly openingHours: readonly HoursOf[];
  /** Days without any stop, as the owner says; left out where there are none. */
  readonly closed?: readonly DateRange[];
}

/** `/sf/place/<slug>.json`: the place, and its permitted hours by truck. */
export interface PlaceFile extends PlaceData {
  readonly openingHours: readonly HoursOf[];
}

/** One file for every truck. */
export function truckFiles(site: SiteCity): StaticPage<TruckFile>[] {
  return truckDataOf(site).map((truck) => {
    const closed = closedDays(site, truck.slug);
    const part = closed.length === 0 ? {} : { closed };
    return staticPage({ city: truck.city, slug: truck.slug }, { truck, ...part }, (seed) => {
      return { ...seed.truck, openingHours: hoursBy('place', seed.truck.entries), ...part };
    });
  });
}

/** One file for every place. */
export function placeFiles(site: SiteCity): StaticPage<PlaceFile>[] {
  return placeDataOf(site).map((place) =>
    staticPage({ city: place.city, slug: place.slug }, place, (seed) => {
      return { ...seed, openingHours: hoursBy('truck', seed.entries) };
    }),
  );
}

/** The rows of each truck, for the file with its points. */
export function truckRows(site: SiteCity): StaticPage<readonly EntryView[]>[] {
  return truckDataOf(site).map((truck) =>
    staticPage({ city: truck.city, slug: truck.slug }, truck, ({ entries }) => entries),
  );
}

/** All rows of the city, for its table: a list of one. */
export function tableFiles(site: SiteCity): StaticPage<readonly EntryView[]>[] {
  const seed = { trucks: truckDataOf(site) };
  return [
    staticPage({ city: site.info.key }, seed, ({ trucks }) => trucks.flatMap(({ entries }) => entries)),
  ];
}

/**
 * The city's week in one file, as a list of one. Keyed by the trucks and places it is a digest of: they say more than
 * the file holds, and are known already.
 */
export function weekFiles(site: SiteCity): StaticPage<WeekData>[] {
  const { key, name, timeZone } = site.info;
  const seed = {
    key,
    name,
    timeZone,
    sample: site.sample,
    trucks: truckDataOf(site),
    places: placeDataOf(site),
    ...closedPart(
      site,
      site.city.trucks.map(({ slug }) => slug),
    ),
  };
  return [staticPage({ city: key }, seed, () => weekData(site))];
}

/** Everything of the city that can be found, as a list of one file; the search index is made from it after rendering. */
export function searchFiles(site: SiteCity): StaticPage<readonly SearchRecord[]>[] {
  const records = searchRecords(site);
  return [
    { params: { city: site.info.key }, props: { view: () => records }, cacheKey: searchDigest(records) },
  ];
}

/** `/sf/problems.json`: every fault found in the rows of a city, in the snapshot's order, texts whole. */
export interface ProblemData {
  readonly city: string;
  readonly problems: readonly Problem[];
}

/** The faults of a city, as a list of one file. */
export function problemFiles(site: SiteCity): StaticPage<ProblemData>[] {
  const city = site.info.key;
  const problems = site.problems.map(({ code, row, column, value, message }) => {
    return { code, row, column, value, message };
  });
  return [staticPage({ city }, { city, problems }, (seed) => seed)];
}
