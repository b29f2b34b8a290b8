import { listingOf } from '../schedule/open.ts';
import type { Weekday } from '../schedule/week.ts';
import type { SiteCity } from './cities.ts';
import type { EntryView } from './entry-view.ts';
import { cityFrame, framed, type Frame, type FramedCity } from './frame.ts';
import { weekLine, type Picture } from './picture.ts';
import { staticPage, type StaticPage } from './page.ts';
import { badgeOf, placeLink, truckLink, type Badge, type Link, type PlaceLink } from './refs.ts';
import { readingWeek } from '../words/days.ts';
import type { Words } from '../words/words.ts';
import { foodParts, type FoodPart } from './food-words.ts';
import { truckDataOf, type TruckData } from './truck-view.ts';
import { foodPath, foodsPath } from './urls.ts';
import { withSponsors } from './sponsors.ts';

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
  readonly food: readonly FoodPart[];
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
  readonly site: FramedCity;
  readonly name: string;
  readonly slug: string;
  readonly trucks: readonly TruckData[];
}

/** Places listed for each truck; a route of twenty stops is on the truck's own page. */
const placesShown = 4;

/** One page for every kind of food, in reading order. */
export function foodPages(site: SiteCity): StaticPage<FoodView>[] {
  const data = new Map(truckDataOf(site).map((truck) => [truck.slug, truck]));
  const pages = site.city.foods.map((food) => {
    const trucks = food.trucks.flatMap((truck) => data.get(truck.slug) ?? []);
    const seed = { site: framed(site), name: food.name, slug: food.slug, trucks };
    return staticPage({ city: site.info.key, slug: food.slug }, seed, foodView);
  });
  return withSponsors(site, pages, ({ slug }) => ({ food: slug }));
}

/** The index of foods, as a list of one page. */
export function foodsPages(site: SiteCity): StaticPage<FoodsView>[] {
  const city = site.info.key;
  const foods = site.city.foods.map(({ name, slug, trucks }) => ({ name, slug, trucks: trucks.length }));
  return [staticPage({ city }, { site: framed(site), foods }, foodsView)];
}

interface FoodsSeed {
  readonly site: FramedCity;
  readonly foods: readonly { readonly name: string; readonly slug: string; readonly trucks: number }[];
}

function foodsView({ site, foods }: FoodsSeed, words: Words): FoodsView {
  const city = site.info.key;
  const name = words.frame.city(site.info.name);
  return {
    frame: cityFrame(site, {
      path: foodsPath(city),
      title: words.finding.foodsTitle(name),
      description: words.finding.foodsDescription(name),
    }),
    foods: foods.map((food) => {
      return {
        label: words.kind(food.name),
        href: foodPath(city, food.slug),
        trucks: food.trucks,
      };
    }),
  };
}

function frameOf({ site, name, slug }: FoodSeed, words: Words): Frame {
  const [food, city] = [words.kind(name), words.frame.city(site.info.name)];
  return cityFrame(site, {
    path: foodPath(site.info.key, slug),
    title: words.finding.foodTitle(food, city),
    description: words.finding.foodDescription(food, city),
  });
}

function foodView(seed: FoodSeed, words: Words): FoodView {
  const { site, name, trucks } = seed;
  const city = site.info.key;
  const withStops = trucks.map((truck) => ({
    truck,
    open: truck.entries.filter((entry) => listingOf(entry) === 'open'),
  }));
  const present = withStops.filter(({ open }) => open.length > 0);
  return {
    frame: frameOf(seed, words),
    heading: words.kind(name),
    summary: words.finding.foodSummary(present.length),
    trucks: present.map(({ truck, open }) => foodTruck(truck, open, words)),
    absent: withStops.filter(({ open }) => open.length === 0).map(({ truck }) => truckLink(city, truck)),
  };
}

function foodTruck(truck: TruckData, open: readonly EntryView[], words: Words): FoodTruck {
  const { city } = truck;
  const byPlace = [...Map.groupBy(open, (entry) => entry.place)];
  return {
    ...truckLink(city, truck),
    food: foodParts(truck.foodTexts[0] ?? '', words),
    badge: badgeOf(open),
    week: weekLine(open),
    places: byPlace.slice(0, placesShown).map(([place, entries]) => ({
      ...placeLink(city, place),
      days: words.times.shortDays(daysOf(entries)),
    })),
    more: Math.max(0, byPlace.length - placesShown),
  };
}

function daysOf(entries: readonly EntryView[]): Weekday[] {
  return readingWeek.filter((day) => entries.some((entry) => entry.day === day));
}
