import { listingOf } from '../schedule/open.ts';
import { openingHours } from '../schedule/opening-hours.ts';
import type { EntryView, PlaceRef } from './entry-view.ts';
import type { AddressOf } from './feed.ts';
import { truckPath } from './urls.ts';
import { weeklyStays } from './weekly.ts';

/** A point or nothing, longitude first (RFC 7946). */
type Geometry = { readonly type: 'Point'; readonly coordinates: readonly [number, number] } | null;

/** GeoJSON of places at which a truck may be. */
export interface Points {
  readonly type: 'FeatureCollection';
  readonly features: readonly {
    readonly type: 'Feature';
    readonly geometry: Geometry;
    readonly properties: Readonly<Record<string, unknown>>;
  }[];
}

/** The permitted stops of an hour, one feature each, in reading order. */
export function hourPoints(city: string, open: readonly EntryView[], addressOf: AddressOf): Points {
  const features = open.map((entry) => {
    const { truck, place, day, windows, certainty, standing, food } = entry;
    const url = addressOf(truckPath(city, truck.slug));
    const properties = {
      truck: truck.name,
      address: place.address,
      day,
      windows,
      certainty,
      standing,
      food,
      url,
    };
    return { type: 'Feature' as const, geometry: geometryOf(place), properties };
  });
  return { type: 'FeatureCollection', features };
}

/** The permitted places of a truck, one feature each, with their hours as OpenStreetMap writes them. */
export function truckPoints(entries: readonly EntryView[]): Points {
  const open = entries.filter((entry) => listingOf(entry) === 'open');
  const byPlace = Map.groupBy(open, ({ place }) => place.slug);
  const features = [...byPlace.values()].map((stops) => {
    const { truck, place } = stops[0]!;
    const hours = openingHours(weeklyStays(stops));
    const properties = { truck: truck.name, address: place.address, opening_hours: hours };
    return { type: 'Feature' as const, geometry: geometryOf(place), properties };
  });
  return { type: 'FeatureCollection', features };
}

function geometryOf({ latitude, longitude }: PlaceRef): Geometry {
  if (latitude === null || longitude === null) return null;
  return { type: 'Point', coordinates: [longitude, latitude] };
}
