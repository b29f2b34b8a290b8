import type { Digest } from '../digest.ts';
import type { City, Food, Place, Truck } from '../schedule/city.ts';
import type { SiteCity } from './cities.ts';
import { cutText, listLength } from './text.ts';
import { foodPath, neighborhoodPath, placePath, searchPath, truckPath } from './urls.ts';
import { viewKey } from './view-key.ts';

/** One thing that can be found. Holds names, foods and addresses only: a changed time must not change the index. */
export interface SearchRecord {
  readonly url: string;
  readonly kind: SearchKind;
  readonly title: string;
  /** One line under the title in the results. */
  readonly about: string;
  /** All words by which it is found. */
  readonly content: string;
  /** Names by which results are filtered: the food of a truck and of those who come to a place, and where that is. */
  readonly foods: readonly string[];
  readonly neighborhoods: readonly string[];
}

export type SearchKind = 'Truck' | 'Place' | 'Food' | 'Neighborhood';

/** What makes the index, as installed; another one, or another way of indexing, makes another folder. */
export const indexer = 'pagefind 1.6.0';

/** Longest text of one record that is indexed; the city's texts have no limit, an index has. */
const contentLength = 20_000;

const known = new WeakMap<City, readonly SearchRecord[]>();

/** Everything of a city that can be found: trucks, places, foods, neighbourhoods, each in reading order. */
export function searchRecords(site: SiteCity): readonly SearchRecord[] {
  const { city, info } = site;
  const records = known.get(city) ?? [
    ...city.trucks.map((truck) => truckRecord(info.key, truck)),
    ...city.places.map((place) => placeRecord(info.key, place)),
    ...city.foods.map((food) => foodRecord(info.key, food)),
    ...city.neighborhoods.map((neighborhood) => neighborhoodRecord(info.key, neighborhood)),
  ];
  known.set(city, records);
  return records;
}

const digests = new WeakMap<readonly SearchRecord[], Digest>();

/** Digest of what is indexed and by which indexer; names the folder of the index. */
export function searchDigest(records: readonly SearchRecord[]): Digest {
  const digest = digests.get(records) ?? viewKey([indexer, records]);
  digests.set(records, digest);
  return digest;
}

/** The folder of a city's index: "/sf/search/<digest>/". */
export function searchFolder(city: string, index: Digest): string {
  return `${searchPath(city)}${index}/`;
}

function truckRecord(
  city: string,
  { slug, name, legalName, foodTexts, foods, entries }: Truck,
): SearchRecord {
  return {
    url: truckPath(city, slug),
    kind: 'Truck',
    title: cutText(name, listLength.name),
    about: cutText(foodTexts[0] ?? '', listLength.food),
    content: contentOf([name, legalName, ...foodTexts, ...foods.map((food) => food.name)]),
    foods: foods.map((food) => food.name),
    neighborhoods: distinct(entries.flatMap(({ place }) => place.neighborhood?.name ?? [])),
  };
}

function placeRecord(
  city: string,
  { slug, address, crossStreets, neighborhood, entries }: Place,
): SearchRecord {
  const trucks = [...new Set(entries.map((entry) => entry.truck.name))].sort();
  return {
    url: placePath(city, slug),
    kind: 'Place',
    title: cutText(address, listLength.name),
    about: cutText(trucks.join(', '), listLength.food),
    content: contentOf([address, crossStreets ?? '', neighborhood?.name ?? '']),
    foods: distinct(entries.flatMap(({ truck }) => truck.foods.map((food) => food.name))),
    neighborhoods: neighborhood === null ? [] : [neighborhood.name],
  };
}

function foodRecord(city: string, { slug, name, trucks }: Food): SearchRecord {
  return {
    url: foodPath(city, slug),
    kind: 'Food',
    title: name,
    about: cutText(trucks.map((truck) => truck.name).join(', '), listLength.food),
    content: name,
    foods: [name],
    neighborhoods: [],
  };
}

function neighborhoodRecord(
  city: string,
  { slug, name, places }: City['neighborhoods'][number],
): SearchRecord {
  const entries = places.flatMap((place) => place.entries);
  return {
    url: neighborhoodPath(city, slug),
    kind: 'Neighborhood',
    title: cutText(name, listLength.name),
    about: cutText(distinct(entries.map(({ truck }) => truck.name)).join(', '), listLength.food),
    content: name,
    foods: distinct(entries.flatMap(({ truck }) => truck.foods.map((food) => food.name))),
    neighborhoods: [name],
  };
}

function distinct(names: readonly string[]): string[] {
  return [...new Set(names)].sort();
}

function contentOf(texts: readonly string[]): string {
  return [...new Set(texts.filter((text) => text !== ''))].join('\n').slice(0, contentLength);
}
