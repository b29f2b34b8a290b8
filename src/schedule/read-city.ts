import { digest } from '../digest.ts';
import { believe } from './certainty.ts';
import type { City, Entry, Place } from './city.ts';
import { entryKey } from './entry-key.ts';
import { rowHours } from './hours.ts';
import { areaFinder, neighborhoodsOf, type Area, type Neighborhood } from './neighborhood.ts';
import { spotsOfRows, type Spot } from './place.ts';
import { byCodeUnit, inReadingOrder } from './reading-order.ts';
import type { Snapshot, SnapshotRow } from './snapshot.ts';
import { readStops } from './stops.ts';
import type { Stop } from './stops.ts';
import { fleetOfRows } from './trucks.ts';
import type { OpenTruck } from './trucks.ts';
import type { Window } from './week.ts';

/** A row whose hours can be read, with its key. */
interface KeyedRow {
  readonly key: string;
  readonly digest: string;
  readonly row: SnapshotRow;
  readonly hours: Window;
}

/** A place whose entries are still being added. */
interface OpenPlace extends Place {
  readonly entries: Entry[];
}

/** A neighbourhood whose places are still being added. */
interface OpenNeighborhood extends Neighborhood {
  readonly places: Place[];
}

/** What a row is joined with to become an entry. */
interface Surroundings {
  readonly position: number;
  readonly truck: OpenTruck;
  readonly place: OpenPlace;
  readonly stops: readonly Stop[];
}

/**
 * The whole schedule of a city, understood. It depends on the rows and the areas alone, not on the order of the rows.
 * Rows whose hours cannot be read are left out: the snapshot lists them as problems.
 */
export function readCity(snapshot: Snapshot, areas: readonly Area[] = []): City {
  const keyed = keyedRows(snapshot);
  const rows = keyed.map(({ row }) => row);
  const { trucks, foods, truckOf } = fleetOfRows(rows);
  const { spots, spotOfRow } = spotsOfRows(rows);
  const neighborhoods = neighborhoodsOf(areas).map((one): OpenNeighborhood => ({ ...one, places: [] }));
  const places = placesOf(spots, areas, neighborhoods);
  const stopsOf = remembered(readStops);
  const entries: Entry[] = [];
  for (let index = 0; index < keyed.length; index += 1) {
    const one = keyed[index]!;
    const truck = truckOf(one.row);
    const place = places[spotOfRow[index] ?? -1];
    if (truck === undefined || place === undefined) continue;
    const position = entries.length;
    const entry = readEntry(one, { position, truck, place, stops: stopsOf(one.row.text) });
    entries.push(entry);
    truck.entries.push(entry);
    place.entries.push(entry);
  }
  const inOrder = inReadingOrder(places, ({ address, slug }) => [address, slug]);
  for (const place of inOrder) (place.neighborhood as OpenNeighborhood | null)?.places.push(place);
  return { entries, trucks, places: inOrder, foods, neighborhoods };
}

function placesOf(
  spots: readonly Spot[],
  areas: readonly Area[],
  neighborhoods: readonly OpenNeighborhood[],
): OpenPlace[] {
  const byName = new Map(neighborhoods.map((one) => [one.name, one]));
  const nameAt = areaFinder(areas);
  return spots.map((spot) => {
    const neighborhood = byName.get(nameAt(spot.latitude, spot.longitude) ?? '') ?? null;
    return { ...spot, neighborhood, entries: [] };
  });
}

/** Readable rows in key order. Keys are unique in a snapshot; should two rows share one, their contents decide. */
function keyedRows({ rows, digests }: Snapshot): readonly KeyedRow[] {
  const keyed: KeyedRow[] = [];
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index]!;
    const hours = rowHours(row.start24, row.end24);
    if (hours === null) continue;
    keyed.push({ key: entryKey(row), digest: digests?.[index] ?? digest(contentOf(row)), row, hours });
  }
  return keyed.sort((a, b) => byCodeUnit(a.key, b.key) || byCodeUnit(contentOf(a.row), contentOf(b.row)));
}

function contentOf(row: SnapshotRow): string {
  return JSON.stringify(Object.entries(row).sort(([a], [b]) => byCodeUnit(a, b)));
}

function readEntry(
  { key, digest, row, hours }: KeyedRow,
  { position, truck, place, stops }: Surroundings,
): Entry {
  const { certainty, windows } = believe({ weekday: row.weekday, hours, stops });
  return {
    key,
    digest,
    position,
    truck,
    place,
    permit: row.permit,
    locationId: row.locationId,
    weekday: row.weekday,
    hours,
    windows,
    certainty,
    standing: row.standing,
    status: row.status,
    cold: row.cold,
    food: row.food,
    note: row.text.trim(),
    latitude: row.latitude,
    longitude: row.longitude,
  };
}

/** Reads each distinct text once: a city writes the same text for every hour and weekday of a stop. */
function remembered<Value>(read: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, { readonly value: Value }>();
  return (text) => {
    let found = known.get(text);
    if (found === undefined) {
      found = { value: read(text) };
      known.set(text, found);
    }
    return found.value;
  };
}
