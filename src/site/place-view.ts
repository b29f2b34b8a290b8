import { listingOf } from '../schedule/open.ts';
import type { City, Place } from '../schedule/city.ts';
import type { SiteCity } from './cities.ts';
import type { ClosedTrucks } from './closed-text.ts';
import { closedPart } from './closed.ts';
import { partsOf, viewsOf, type EntryView } from './entry-view.ts';
import { foldedWeek, type FoldedGroup } from './folded.ts';
import { cityFrame, type Frame } from './frame.ts';
import type { MapView } from './hour-view.ts';
import { staticPage, type StaticPage } from './page.ts';
import { dotsPath } from './projection.ts';
import { placeLink, truckLink, type Link } from './refs.ts';
import { weekTrucks, type WeekTruck } from './week-trucks.ts';
import { settingOf, type Setting } from './setting.ts';
import { cutText, listLength } from './text.ts';
import type { Words } from '../words/words.ts';
import { neighborhoodPath, placePath } from './urls.ts';
import { shared } from './view-key.ts';

/** A place as open data: `/sf/place/<slug>.json`. Entries in order of the truck's name, then key. */
export interface PlaceData {
  readonly city: string;
  readonly address: string;
  readonly slug: string;
  readonly crossStreets: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly entries: readonly EntryView[];
  /** Null when it lies in none, or when the city's borders are not known. */
  readonly neighborhood: { readonly name: string; readonly slug: string } | null;
}

/** One spot: who comes when. */
export interface PlaceView {
  readonly frame: Frame;
  readonly heading: string;
  /** The whole address when the heading is cut; else empty. */
  readonly fullAddress: string;
  readonly crossStreets: string;
  readonly neighborhood: Link | null;
  readonly summary: string;
  readonly trucks: readonly WeekTruck[];
  readonly conflict: readonly FoldedGroup[];
  readonly lapsed: readonly FoldedGroup[];
  readonly at: string | null;
  readonly map: MapView;
}

interface PlaceSeed {
  readonly setting: Setting;
  readonly place: PlaceData;
  /** Of the trucks that come here, where their owners say any. */
  readonly closed?: ClosedTrucks;
}

const known = new WeakMap<City, readonly PlaceData[]>();

/** The places of a city as open data, in reading order. */
export function placeDataOf(site: SiteCity): readonly PlaceData[] {
  const data = known.get(site.city) ?? readPlaces(site);
  known.set(site.city, data);
  return data;
}

function readPlaces({ info, city }: SiteCity): PlaceData[] {
  const parts = partsOf(city);
  const byPlace = Map.groupBy(parts.reading, (item) => item.place);
  return city.places.map((place) => {
    const { address, slug, latitude, longitude } = parts.place.get(place) ?? place;
    const entries = viewsOf(parts, byPlace.get(place) ?? []);
    return shared({
      city: info.key,
      address,
      slug,
      crossStreets: place.crossStreets,
      latitude,
      longitude,
      entries,
      neighborhood: neighborhoodRef(place),
    });
  });
}

function neighborhoodRef({ neighborhood }: Place): PlaceData['neighborhood'] {
  return neighborhood && { name: neighborhood.name, slug: neighborhood.slug };
}

/** One page for every place, in reading order. */
export function placePages(site: SiteCity): StaticPage<PlaceView>[] {
  const setting = settingOf(site);
  return placeDataOf(site).map((place) => {
    const slugs = place.entries.map(({ truck }) => truck.slug);
    const seed: PlaceSeed = { setting, place, ...closedPart(site, slugs) };
    return staticPage({ city: place.city, slug: place.slug }, seed, placeView);
  });
}

function frameOf({ setting, place }: PlaceSeed, words: Words): Frame {
  const address = cutText(place.address, listLength.name);
  const name = words.frame.city(setting.info.name);
  return cityFrame(setting, {
    path: placePath(place.city, place.slug),
    title: words.stops.placeTitle(address, name),
    description: words.stops.placeDescription(address, name),
  });
}

function placeView(seed: PlaceSeed, words: Words): PlaceView {
  const { place } = seed;
  const { bounds, base } = seed.setting;
  const open = place.entries.filter((entry) => listingOf(entry) === 'open');
  const heading = cutText(place.address, 80);
  const linkOf = (entry: EntryView) => truckLink(place.city, entry.truck);
  const apart = (section: 'conflict' | 'lapsed') =>
    foldedWeek(
      place.entries.filter((entry) => listingOf(entry) === section),
      linkOf,
      words,
    );
  const { at } = placeLink(place.city, place);
  return {
    frame: frameOf(seed, words),
    heading,
    fullAddress: heading === place.address ? '' : place.address,
    crossStreets: cutText(place.crossStreets ?? '', listLength.note),
    neighborhood: place.neighborhood && {
      label: cutText(place.neighborhood.name, listLength.name),
      href: neighborhoodPath(place.city, place.neighborhood.slug),
    },
    summary: summaryOf(open, words),
    trucks: weekTrucks(place.city, open, { words, closed: seed.closed }),
    conflict: apart('conflict'),
    lapsed: apart('lapsed'),
    at,
    map: { bounds, base, dots: dotsPath(bounds, [place]) },
  };
}

function summaryOf(open: readonly EntryView[], { stops, frame }: Words): string {
  if (open.length === 0) return stops.nobodyComes;
  const trucks = new Set(open.map((entry) => entry.truck)).size;
  const days = new Set(open.map((entry) => entry.day)).size;
  return stops.summary(frame.trucks(trucks), stops.days(days));
}
