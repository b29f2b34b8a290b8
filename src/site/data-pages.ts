import type { SiteCity } from './cities.ts';
import { hoursOf, type Hour } from './hours.ts';
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

/** One file for every truck. */
export function truckFiles(site: SiteCity): StaticPage<TruckData>[] {
  return truckDataOf(site).map((truck) =>
    staticPage({ city: truck.city, slug: truck.slug }, truck, (seed) => seed),
  );
}

/** One file for every place. */
export function placeFiles(site: SiteCity): StaticPage<PlaceData>[] {
  return placeDataOf(site).map((place) =>
    staticPage({ city: place.city, slug: place.slug }, place, (seed) => seed),
  );
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
