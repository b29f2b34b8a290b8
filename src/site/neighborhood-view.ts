import { listingOf } from '../schedule/open.ts';
import type { SiteCity } from './cities.ts';
import type { EntryView } from './entry-view.ts';
import { cityFrame, type Frame } from './frame.ts';
import type { MapView } from './hour-view.ts';
import { staticPage, type StaticPage } from './page.ts';
import { placeDataOf, type PlaceData } from './place-view.ts';
import { dotsPath } from './projection.ts';
import { placeLink, type Link, type PlaceLink } from './refs.ts';
import { settingOf, type Setting } from './setting.ts';
import { countText, cutText, listLength } from './text.ts';
import { neighborhoodPath, neighborhoodsPath } from './urls.ts';
import { weekTrucks, type WeekTruck } from './week-trucks.ts';

/** One neighbourhood: who comes when. */
export interface NeighborhoodView {
  readonly frame: Frame;
  readonly heading: string;
  readonly summary: string;
  readonly trucks: readonly WeekTruck[];
  readonly places: readonly NeighborhoodPlace[];
  readonly map: MapView;
  /** The index of neighbourhoods. */
  readonly all: string;
}

export interface NeighborhoodPlace extends PlaceLink {
  readonly trucks: number;
}

/** The neighbourhoods of a city. */
export interface NeighborhoodsView {
  readonly frame: Frame;
  readonly neighborhoods: readonly (Link & { readonly trucks: number })[];
}

interface Seed {
  readonly setting: Setting;
  readonly name: string;
  readonly slug: string;
  readonly places: readonly PlaceData[];
}

/** One page for every neighbourhood, in reading order; none when the city's borders are not known. */
export function neighborhoodPages(site: SiteCity): StaticPage<NeighborhoodView>[] {
  const setting = settingOf(site);
  const byNeighborhood = Map.groupBy(placeDataOf(site), ({ neighborhood }) => neighborhood?.slug ?? null);
  return site.city.neighborhoods.map(({ name, slug }) => {
    const seed = { setting, name, slug, places: byNeighborhood.get(slug) ?? [] };
    return staticPage({ city: site.info.key, slug }, seed, neighborhoodView);
  });
}

/** The index of neighbourhoods, as a list of one page; of none when the city's borders are not known. */
export function neighborhoodsPages(site: SiteCity): StaticPage<NeighborhoodsView>[] {
  const city = site.info.key;
  if (site.city.neighborhoods.length === 0) return [];
  const frame = cityFrame(site, {
    path: neighborhoodsPath(city),
    title: `Food trucks by neighborhood in ${site.info.name}`,
    description: `Every neighborhood of ${site.info.name}, and how many food trucks come there.`,
  });
  const neighborhoods = site.city.neighborhoods.map(({ name, slug, places }) => {
    const open = places.flatMap(({ entries }) => entries.filter((entry) => listingOf(entry) === 'open'));
    const trucks = new Set(open.map((entry) => entry.truck)).size;
    return { label: cutText(name, listLength.name), href: neighborhoodPath(city, slug), trucks };
  });
  return [staticPage({ city }, { frame, neighborhoods }, (seed) => seed)];
}

function neighborhoodView({ setting, name, slug, places }: Seed): NeighborhoodView {
  const city = setting.info.key;
  const { bounds, base } = setting;
  const heading = cutText(name, listLength.name);
  const openAt = (place: PlaceData) => place.entries.filter((entry) => listingOf(entry) === 'open');
  const used = places.filter((place) => openAt(place).length > 0);
  const open = used.flatMap(openAt);
  return {
    frame: cityFrame(setting, {
      path: neighborhoodPath(city, slug),
      title: `Food trucks in ${heading}, ${setting.info.name}`,
      description: `Which food trucks come to ${heading} in ${setting.info.name}, on which days, from when to when.`,
    }),
    heading,
    summary: summaryOf(trucksAt(open), used.length),
    trucks: weekTrucks(city, open).sort(byLabel),
    places: used.map((place) => ({ ...placeLink(city, place), trucks: trucksAt(openAt(place)) })),
    map: { bounds, base, dots: dotsPath(bounds, used) },
    all: neighborhoodsPath(city),
  };
}

function summaryOf(trucks: number, places: number): string {
  if (trucks === 0) return 'No truck with a permit in force comes here.';
  return `${countText(trucks, 'truck')} at ${countText(places, 'spot')}.`;
}

function trucksAt(entries: readonly EntryView[]): number {
  return new Set(entries.map(({ truck }) => truck.slug)).size;
}

const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

function byLabel(a: Link, b: Link): number {
  return collator.compare(a.label, b.label) || (a.href < b.href ? -1 : 1);
}
