import type { Certainty } from '../schedule/certainty.ts';
import type { City, Entry, Place, Truck } from '../schedule/city.ts';
import { entriesInReadingOrder } from '../schedule/open.ts';
import type { Standing } from '../schedule/standing.ts';
import { type Weekday, type Window } from '../schedule/week.ts';
import { clockFromMinutes } from '../schedule/clock-text.ts';
import type { TimeRange } from './time-range.ts';
import { keyOf, shared, sharedAs } from './view-key.ts';

/** A truck as other pages name it. */
export interface TruckRef {
  readonly name: string;
  /** The city's applicant text; equal to `name` when there is no other. */
  readonly legalName: string;
  readonly slug: string;
}

/** A place as other pages name it; degrees to five decimals (one metre), null when unknown. */
export interface PlaceRef {
  readonly address: string;
  readonly slug: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

/** One row of the schedule as open data, the same object in every file. A public contract: fields and their order stay. */
export interface EntryView {
  readonly truck: TruckRef;
  readonly place: PlaceRef;
  readonly permit: string;
  readonly locationid: string;
  /** The weekday on which the row starts. */
  readonly day: Weekday;
  readonly hours: TimeRange;
  readonly windows: readonly TimeRange[];
  readonly certainty: Certainty;
  readonly standing: Standing;
  readonly status: string | null;
  readonly cold: boolean;
  readonly food: string;
  readonly note: string;
}

/** The parts that many views of a city share, each made and digested once. */
export interface Parts {
  readonly truck: ReadonlyMap<Truck, TruckRef>;
  readonly place: ReadonlyMap<Place, PlaceRef>;
  /** The view of each entry, by its position in the city. */
  readonly entry: readonly EntryView[];
  /** Every entry in reading order: by the truck's name, then by address, then by key. */
  readonly reading: readonly Entry[];
}

const known = new WeakMap<City, Parts>();

/** The views of entries, in the same order. */
export function viewsOf({ entry: views }: Parts, entries: readonly Entry[]): EntryView[] {
  return entries.map(({ position }) => views[position]!);
}

/** The shared parts of a city; made at the first call. About 5 µs for each entry. */
export function partsOf(city: City): Parts {
  const parts = known.get(city) ?? makeParts(city);
  known.set(city, parts);
  return parts;
}

function makeParts(city: City): Parts {
  const truck = new Map(city.trucks.map((item) => [item, shared(truckRef(item))]));
  const place = new Map(city.places.map((item) => [item, shared(placeRef(item))]));
  const reading = entriesInReadingOrder(city);
  const entry = city.entries.map((item) => {
    const refs = { truck: truck.get(item.truck)!, place: place.get(item.place)! };
    // An entry says what its row, its truck and its place say, so their digests together are its own.
    const key = item.digest + keyOf(refs.truck) + keyOf(refs.place);
    return sharedAs(entryView(item, refs), key);
  });
  return { truck, place, entry, reading };
}

function truckRef({ name, legalName, slug }: Truck): TruckRef {
  return { name, legalName, slug };
}

function placeRef({ address, slug, latitude, longitude }: Place): PlaceRef {
  return { address, slug, latitude: roundDegrees(latitude), longitude: roundDegrees(longitude) };
}

function entryView(entry: Entry, refs: { truck: TruckRef; place: PlaceRef }): EntryView {
  return {
    truck: refs.truck,
    place: refs.place,
    permit: entry.permit,
    locationid: entry.locationId,
    day: entry.weekday,
    hours: timeRange(entry.hours),
    windows: entry.windows.map(timeRange),
    certainty: entry.certainty,
    standing: entry.standing,
    status: entry.status,
    cold: entry.cold,
    food: entry.food,
    note: entry.note,
  };
}

const ranges = new Map<number, TimeRange>();

/** The same range is the same object: a city has some hundreds of them, and as many entries as rows. */
function timeRange({ start, end }: Window): TimeRange {
  const known = ranges.get(start * 4096 + end);
  if (known !== undefined) return known;
  const range: TimeRange = shared([clockFromMinutes(start), clockFromMinutes(end)] as const);
  ranges.set(start * 4096 + end, range);
  return range;
}

function roundDegrees(degrees: number | null): number | null {
  return degrees === null ? null : Math.round(degrees * 1e5) / 1e5;
}
