import type { City, Place } from '../schedule/city.ts';
import type { CalendarFacts } from './calendar.ts';
import type { SiteCity } from './cities.ts';
import type { ClosedTrucks } from './closed-text.ts';
import { closedPart } from './closed.ts';
import { movedTrucks } from './owners.ts';
import { staticPage, type StaticPage } from './page.ts';
import { placeDataOf, type PlaceData } from './place-view.ts';
import { settingOf, type Setting } from './setting.ts';
import { truckDataOf, type TruckData } from './truck-view.ts';
import { shared } from './view-key.ts';

interface PlaceSeed {
  readonly setting: Setting;
  readonly place: PlaceData;
  /** Numbers and ends of the permits of those who come, which a place does not say. */
  readonly permits: CalendarFacts['permits'];
  readonly closed?: ClosedTrucks;
}

interface TruckSeed {
  readonly setting: Setting;
  readonly truck: TruckData;
  readonly closed?: ClosedTrucks;
}

/**
 * One calendar for every truck: `/sf/truck/<slug>.ics`. One more for every address that a truck had before: whoever
 * subscribed there is asked by no redirect.
 */
export function truckCalendars(site: SiteCity): StaticPage<CalendarFacts>[] {
  const setting = settingOf(site);
  const formerly = Map.groupBy(movedTrucks(site).keys(), (old) => movedTrucks(site).get(old));
  return truckDataOf(site).flatMap((truck) => {
    const seed: TruckSeed = { setting, truck, ...closedPart(site, [truck.slug]) };
    const slugs = [truck.slug, ...(formerly.get(truck.slug) ?? [])];
    return slugs.map((slug) => staticPage({ city: truck.city, slug }, seed, factsOfTruck));
  });
}

/** One calendar for every place: `/sf/place/<slug>.ics`. */
export function placeCalendars(site: SiteCity): StaticPage<CalendarFacts>[] {
  const setting = settingOf(site);
  const permits = permitsByPlace(site.city);
  return placeDataOf(site).map((place, index) => {
    const slugs = place.entries.map(({ truck }) => truck.slug);
    const seed: PlaceSeed = { setting, place, permits: permits[index]!, ...closedPart(site, slugs) };
    return staticPage({ city: place.city, slug: place.slug }, seed, factsOfPlace);
  });
}

function factsOfTruck({ setting, truck, closed = {} }: TruckSeed): CalendarFacts {
  const { info: city, sample } = setting;
  return { city, sample, name: truck.name, entries: truck.entries, permits: truck.permits, closed };
}

function factsOfPlace({ setting, place, permits, closed = {} }: PlaceSeed): CalendarFacts {
  const { info: city, sample } = setting;
  return { city, sample, name: `Food trucks at ${place.address}`, entries: place.entries, permits, closed };
}

type PermitEnd = CalendarFacts['permits'][number];

const known = new WeakMap<City, readonly (readonly PermitEnd[])[]>();

/** For every place of a city the permits of its rows, by number. */
function permitsByPlace(city: City): readonly (readonly PermitEnd[])[] {
  const found = known.get(city) ?? readPermits(city);
  known.set(city, found);
  return found;
}

function readPermits({ trucks, places }: City): PermitEnd[][] {
  const ends = new Map<string, PermitEnd>();
  for (const truck of trucks) {
    for (const { permit, expiresOn } of truck.permits) ends.set(permit, shared({ permit, expiresOn }));
  }
  return places.map(({ entries }: Place) =>
    [...new Set(entries.map(({ permit }) => permit))].sort().flatMap((permit) => ends.get(permit) ?? []),
  );
}
