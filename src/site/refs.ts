import type { EntryView, PlaceRef, TruckRef } from './entry-view.ts';
import { cutText, listLength } from './text.ts';
import { placePath, truckPath } from './urls.ts';

/** Something a list names and leads to. */
export interface Link {
  readonly label: string;
  readonly href: string;
}

export interface PlaceLink extends Link {
  /** "37.80588,-122.41595", what its marker on the map is made from; null when the city gives no usable coordinates. */
  readonly at: string | null;
}

/** What a reader should know about a permit that is not simply in force. */
export type Badge = 'renewing' | 'unknown';

export function truckLink(city: string, { name, slug }: TruckRef): Link {
  return { label: cutText(name, listLength.name), href: truckPath(city, slug) };
}

export function placeLink(city: string, { address, slug, latitude, longitude }: PlaceRef): PlaceLink {
  const at = latitude === null || longitude === null ? null : `${latitude},${longitude}`;
  return { label: cutText(address, listLength.name), href: placePath(city, slug), at };
}

/** The badge of entries shown together: none as soon as one of them is permitted. */
export function badgeOf(entries: readonly EntryView[]): Badge | null {
  const standings = new Set(entries.map((entry) => entry.standing));
  if (standings.has('permitted') || standings.has('lapsed')) return null;
  if (standings.has('renewing')) return 'renewing';
  return standings.has('unknown') ? 'unknown' : null;
}
