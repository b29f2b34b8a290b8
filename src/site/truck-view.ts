import { listingOf } from '../schedule/open.ts';
import type { City, Permit, Truck } from '../schedule/city.ts';
import type { SiteCity } from './cities.ts';
import type { Owner } from '../content/owner.ts';
import { closedText, closedView, type ClosedView } from './closed-text.ts';
import { ownerView, saysNothing, type OwnerView } from './owner-view.ts';
import { ownersOf } from './owners.ts';
import { partsOf, viewsOf, type EntryView } from './entry-view.ts';
import { foldedWeek, type FoldedGroup } from './folded.ts';
import { cityFrame, type Frame } from './frame.ts';
import type { MapView } from './hour-view.ts';
import { staticPage, type StaticPage } from './page.ts';
import { permitLines, type PermitLine } from './permit-lines.ts';
import { weekPicture, type Picture } from './picture.ts';
import { dotsPath } from './projection.ts';
import { placeLink, type Badge, type Link, type PlaceLink } from './refs.ts';
import { commonBadge, routeOf, type RouteDay } from './route.ts';
import { settingOf, type Setting } from './setting.ts';
import { foodParts, type FoodPart } from './food-words.ts';
import { cutText, listLength } from './text.ts';
import type { Words } from '../words/words.ts';
import { foodPath, truckPath } from './urls.ts';
import { shared } from './view-key.ts';

/** A truck as open data: `/sf/truck/<slug>.json`. Entries in order of address, then key. */
export interface TruckData {
  readonly city: string;
  readonly name: string;
  readonly legalName: string;
  readonly slug: string;
  readonly cold: boolean;
  readonly foods: readonly { readonly name: string; readonly slug: string }[];
  /** The city's food texts, the commonest first. */
  readonly foodTexts: readonly string[];
  readonly permits: readonly Permit[];
  readonly entries: readonly EntryView[];
}

/** One truck: its week, its route, its food, its permits. */
export interface TruckView {
  readonly frame: Frame;
  readonly slug: string;
  /** Bounded; `fullName` holds the whole when it is longer, or when the legal name is another. */
  readonly heading: string;
  readonly fullName: string;
  readonly summary: string;
  /** Said once when it holds for every stop. */
  readonly badge: Badge | null;
  readonly cold: boolean;
  readonly foods: readonly Link[];
  readonly foodTexts: readonly (readonly FoodPart[])[];
  readonly week: Picture;
  readonly route: readonly RouteDay[];
  readonly conflict: readonly FoldedGroup[];
  readonly lapsed: readonly FoldedGroup[];
  readonly permits: readonly PermitLine[];
  readonly map: MapView;
  /** What its owner says; null for nothing. */
  readonly owner: OwnerView | null;
  readonly closed: readonly ClosedView[];
  /** The same days for the browser; empty for none. */
  readonly closedText: string;
  /** All that is known, for those who read it by program. */
  readonly truck: TruckData;
}

interface TruckSeed {
  readonly setting: Setting;
  readonly truck: TruckData;
  /** Left out where the owner says nothing, so that such a key stays as it was. */
  readonly owner?: Owner;
}

const known = new WeakMap<City, readonly TruckData[]>();

/** The trucks of a city as open data, in reading order. */
export function truckDataOf(site: SiteCity): readonly TruckData[] {
  const data = known.get(site.city) ?? readTrucks(site);
  known.set(site.city, data);
  return data;
}

function readTrucks(site: SiteCity): TruckData[] {
  const parts = partsOf(site.city);
  const byTruck = Map.groupBy(parts.reading, (item) => item.truck);
  return site.city.trucks.map((truck) =>
    shared(truckData(site, truck, viewsOf(parts, byTruck.get(truck) ?? []))),
  );
}

function truckData(site: SiteCity, truck: Truck, entries: readonly EntryView[]): TruckData {
  const { name, legalName, slug, cold, foods, foodTexts, permits } = truck;
  return {
    city: site.info.key,
    name,
    legalName,
    slug,
    cold,
    foods: foods.map((food) => ({ name: food.name, slug: food.slug })),
    foodTexts: [...foodTexts],
    permits: permits.map(({ permit, status, standing, expiresOn, facility, scheduleUrl }) => {
      return { permit, status, standing, expiresOn, facility, scheduleUrl };
    }),
    entries,
  };
}

/** One page for every truck, in reading order. */
export function truckPages(site: SiteCity): StaticPage<TruckView>[] {
  const setting = settingOf(site);
  const owners = ownersOf(site);
  return truckDataOf(site).map((truck) => {
    const owner = owners.get(truck.slug);
    const seed: TruckSeed = { setting, truck, ...(owner && { owner }) };
    return staticPage({ city: truck.city, slug: truck.slug }, seed, truckView);
  });
}

function frameOf({ setting, truck }: TruckSeed, words: Words): Frame {
  const name = cutText(truck.name, listLength.name);
  const food = foodParts(truck.foodTexts[0] ?? '', words).map(({ text }) => text);
  return cityFrame(setting, {
    path: truckPath(truck.city, truck.slug),
    title: words.stops.title(name, words.frame.city(setting.info.name)),
    description: `${words.stops.description(name)} ${food.join('')}`.trim(),
  });
}

function truckView(seed: TruckSeed, words: Words): TruckView {
  const { truck, owner } = seed;
  const { bounds, base } = seed.setting;
  const open = truck.entries.filter((entry) => listingOf(entry) === 'open');
  const heading = cutText(truck.name, 80);
  const linkOf = (entry: EntryView): PlaceLink => placeLink(truck.city, entry.place);
  const route = routeOf(open, { linkOf, noteLength: 0, words });
  const apart = (section: 'conflict' | 'lapsed') =>
    foldedWeek(
      truck.entries.filter((entry) => listingOf(entry) === section),
      linkOf,
      words,
    );
  return {
    truck,
    frame: frameOf(seed, words),
    slug: truck.slug,
    heading,
    fullName: truck.legalName !== heading ? truck.legalName : '',
    summary: summaryOf(open, words),
    cold: truck.cold,
    foods: truck.foods.map(({ name, slug }) => {
      return { label: words.kind(name), href: foodPath(truck.city, slug) };
    }),
    foodTexts: truck.foodTexts.map((text) => foodParts(text, words, Infinity)),
    week: weekPicture(open),
    badge: commonBadge(route),
    route,
    conflict: apart('conflict'),
    lapsed: apart('lapsed'),
    permits: permitLines(truck.permits, words),
    owner: owner === undefined || saysNothing(owner) ? null : ownerView(owner, words),
    closed: closedView(owner?.closed ?? [], words),
    closedText: closedText(owner?.closed ?? []),
    map: {
      bounds,
      base,
      dots: dotsPath(
        bounds,
        open.map((entry) => entry.place),
      ),
    },
  };
}

function summaryOf(open: readonly EntryView[], { stops, frame }: Words): string {
  if (open.length === 0) return frame.noPermit;
  const places = new Set(open.map((entry) => entry.place)).size;
  const days = new Set(open.map((entry) => entry.day)).size;
  return stops.summary(frame.spots(places), stops.days(days));
}
