import { listingOf } from '../schedule/open.ts';
import type { Food } from '../schedule/city.ts';
import type { Weekday } from '../schedule/week.ts';
import type { SiteCity } from './cities.ts';
import type { EntryView } from './entry-view.ts';
import { cityFrame, type Frame } from './frame.ts';
import { weekLine, type Picture } from './picture.ts';
import { staticPage, type StaticPage } from './page.ts';
import { badgeOf, placeLink, truckLink, type Badge, type Link, type PlaceLink } from './refs.ts';
import { countText, cutText, listLength } from './text.ts';
import { readingWeek, shortDaysText } from './times.ts';
import { truckDataOf, type TruckData } from './truck-view.ts';
import { foodPath, foodsPath } from './urls.ts';

/** One kind of food: its trucks, and where they are in the week. */
export interface FoodView {
  readonly frame: Frame;
  readonly heading: string;
  readonly summary: string;
  readonly trucks: readonly FoodTruck[];
  /** Trucks that sell it and have no stop with a permit in force. */
  readonly absent: readonly Link[];
}

export interface FoodTruck extends Link {
  readonly food: string;
  readonly badge: Badge | null;
  /** When in the week it is anywhere. */
  readonly week: Picture;
  readonly places: readonly FoodPlace[];
  /** Places beyond those listed. */
  readonly more: number;
}

export interface FoodPlace extends PlaceLink {
  /** "Mon–Fri". */
  readonly days: string;
}

/** The kinds of food of a city. */
export interface FoodsView {
  readonly frame: Frame;
  readonly foods: readonly (Link & { readonly trucks: number })[];
}

interface FoodSeed {
  readonly frame: Frame;
  readonly name: string;
  readonly trucks: readonly TruckData[];
}

/** Places listed for each truck; a route of twenty stops is on the truck's own page. */
const placesShown = 4;

/** One page for every kind of food, in reading order. */
export function foodPages(site: SiteCity): StaticPage<FoodView>[] {
  const data = new Map(truckDataOf(site).map((truck) => [truck.slug, truck]));
  return site.city.foods.map((food) => {
    const trucks = food.trucks.flatMap((truck) => data.get(truck.slug) ?? []);
    const seed = { frame: frameOf(site, food), name: food.name, trucks };
    return staticPage({ city: site.info.key, slug: food.slug }, seed, foodView);
  });
}

/** The index of foods, as a list of one page. */
export function foodsPages(site: SiteCity): StaticPage<FoodsView>[] {
  const city = site.info.key;
  const frame = cityFrame(site, {
    path: foodsPath(city),
    title: `Food from trucks in ${site.info.name}`,
    description: `Every kind of food sold from trucks in ${site.info.name}, and who sells it.`,
  });
  const foods = site.city.foods.map(({ name, slug, trucks }) => {
    return { label: name, href: foodPath(city, slug), trucks: trucks.length };
  });
  return [staticPage({ city }, { frame, foods }, (seed) => seed)];
}

function frameOf(site: SiteCity, { name, slug }: Food): Frame {
  return cityFrame(site, {
    path: foodPath(site.info.key, slug),
    title: `${name} from food trucks in ${site.info.name}`,
    description: `Which food trucks in ${site.info.name} sell ${name.toLowerCase()}, and where they are in the week.`,
  });
}

function foodView({ frame, name, trucks }: FoodSeed): FoodView {
  const city = frame.city?.key ?? '';
  const withStops = trucks.map((truck) => ({
    truck,
    open: truck.entries.filter((entry) => listingOf(entry) === 'open'),
  }));
  const present = withStops.filter(({ open }) => open.length > 0);
  return {
    frame,
    heading: name,
    summary: `${countText(present.length, 'truck')} with a permit in force.`,
    trucks: present.map(({ truck, open }) => foodTruck(city, truck, open)),
    absent: withStops.filter(({ open }) => open.length === 0).map(({ truck }) => truckLink(city, truck)),
  };
}

function foodTruck(city: string, truck: TruckData, open: readonly EntryView[]): FoodTruck {
  const byPlace = [...Map.groupBy(open, (entry) => entry.place)];
  return {
    ...truckLink(city, truck),
    food: cutText(truck.foodTexts[0] ?? '', listLength.food),
    badge: badgeOf(open),
    week: weekLine(open),
    places: byPlace.slice(0, placesShown).map(([place, entries]) => ({
      ...placeLink(city, place),
      days: shortDaysText(daysOf(entries)),
    })),
    more: Math.max(0, byPlace.length - placesShown),
  };
}

function daysOf(entries: readonly EntryView[]): Weekday[] {
  return readingWeek.filter((day) => entries.some((entry) => entry.day === day));
}
