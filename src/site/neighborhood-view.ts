import { listingOf } from '../schedule/open.ts';
import type { SiteCity } from './cities.ts';
import type { EntryView } from './entry-view.ts';
import { cityFrame, framed, type Frame, type FramedCity } from './frame.ts';
import type { MapView } from './hour-view.ts';
import { staticPage, type StaticPage } from './page.ts';
import { placeDataOf, type PlaceData } from './place-view.ts';
import { dotsPath } from './projection.ts';
import { placeLink, type Link, type PlaceLink } from './refs.ts';
import { settingOf, type Setting } from './setting.ts';
import { cutText, listLength } from './text.ts';
import type { Words } from '../words/words.ts';
import { neighborhoodPath, neighborhoodsPath } from './urls.ts';
import { weekTrucks, type WeekTruck } from './week-trucks.ts';
import { withSponsors } from './sponsors.ts';

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
  const pages = site.city.neighborhoods.map(({ name, slug }) => {
    const seed = { setting, name, slug, places: byNeighborhood.get(slug) ?? [] };
    return staticPage({ city: site.info.key, slug }, seed, neighborhoodView);
  });
  return withSponsors(site, pages, ({ slug }) => ({ neighborhood: slug }));
}

/** The index of neighbourhoods, as a list of one page; of none when the city's borders are not known. */
export function neighborhoodsPages(site: SiteCity): StaticPage<NeighborhoodsView>[] {
  const city = site.info.key;
  if (site.city.neighborhoods.length === 0) return [];
  const neighborhoods = site.city.neighborhoods.map(({ name, slug, places }) => {
    const open = places.flatMap(({ entries }) => entries.filter((entry) => listingOf(entry) === 'open'));
    const trucks = new Set(open.map((entry) => entry.truck)).size;
    return { label: cutText(name, listLength.name), href: neighborhoodPath(city, slug), trucks };
  });
  return [staticPage({ city }, { site: framed(site), neighborhoods }, neighborhoodsView)];
}

interface ListSeed extends Omit<NeighborhoodsView, 'frame'> {
  readonly site: FramedCity;
}

function neighborhoodsView({ site, neighborhoods }: ListSeed, words: Words): NeighborhoodsView {
  const name = words.frame.city(site.info.name);
  const frame = cityFrame(site, {
    path: neighborhoodsPath(site.info.key),
    title: words.finding.areasTitle(name),
    description: words.finding.areasDescription(name),
  });
  return { frame, neighborhoods };
}

function neighborhoodView({ setting, name, slug, places }: Seed, words: Words): NeighborhoodView {
  const city = setting.info.key;
  const { bounds, base } = setting;
  const cityName = words.frame.city(setting.info.name);
  const heading = cutText(name, listLength.name);
  const openAt = (place: PlaceData) => place.entries.filter((entry) => listingOf(entry) === 'open');
  const used = places.filter((place) => openAt(place).length > 0);
  const open = used.flatMap(openAt);
  return {
    frame: cityFrame(setting, {
      path: neighborhoodPath(city, slug),
      title: words.finding.areaTitle(heading, cityName),
      description: words.finding.areaDescription(heading, cityName),
    }),
    heading,
    summary: summaryOf(trucksAt(open), used.length, words),
    trucks: weekTrucks(city, open, { words }).sort(byLabel),
    places: used.map((place) => ({ ...placeLink(city, place), trucks: trucksAt(openAt(place)) })),
    map: { bounds, base, dots: dotsPath(bounds, used) },
    all: neighborhoodsPath(city),
  };
}

function summaryOf(trucks: number, places: number, { stops, finding }: Words): string {
  return trucks === 0 ? stops.nobodyComes : finding.areaSummary(trucks, places);
}

function trucksAt(entries: readonly EntryView[]): number {
  return new Set(entries.map(({ truck }) => truck.slug)).size;
}

const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

function byLabel(a: Link, b: Link): number {
  return collator.compare(a.label, b.label) || (a.href < b.href ? -1 : 1);
}
