import type { SiteCity } from './cities.ts';
import type { PlaceRef } from './entry-view.ts';
import land from './land.json' with { type: 'json' };

/** The part of the world that a city's map shows, in degrees. */
export interface Bounds {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** Width of the map's first view in its own units; its height follows from the bounds. */
export const mapWidth = 600;

const known = new WeakMap<SiteCity, Bounds>();

/** The bounds of a city's map: those of its base map where there is one, else its places, widened to whole fiftieths of a degree. */
export function boundsOf(site: SiteCity): Bounds {
  const bounds = known.get(site) ?? (site.info.key === 'sf' ? land.bounds : boundsOfPlaces(site));
  known.set(site, bounds);
  return bounds;
}

/** The map's height in its units, in Mercator's proportions. */
export function mapHeight(bounds: Bounds): number {
  return Math.round(
    ((mercator(bounds.north) - mercator(bounds.south)) / (bounds.east - bounds.west)) * mapWidth,
  );
}

/** A point of the world on the map, whole units from its upper left corner, kept inside. */
export function project(bounds: Bounds, latitude: number, longitude: number): [x: number, y: number] {
  const [x, y] = toMap(bounds, [longitude, latitude], mapWidth);
  return [clamp(x, mapWidth), clamp(y, mapHeight(bounds))];
}

/** A point of the world on a map of the given width, from its upper left corner; outside the map as well. */
export function toMap(
  bounds: Bounds,
  [longitude, latitude]: readonly [number, number],
  width: number,
): [x: number, y: number] {
  const scale = width / (bounds.east - bounds.west);
  return [(longitude - bounds.west) * scale, (mercator(bounds.north) - mercator(latitude)) * scale];
}

/** The places with known coordinates as one SVG path of points, each place once: "M312 96h0M…". Empty when there are none. */
export function dotsPath(bounds: Bounds, places: Iterable<PlaceRef>): string {
  const dots = new Set<string>();
  for (const { latitude, longitude } of places) {
    if (latitude !== null && longitude !== null)
      dots.add(`M${project(bounds, latitude, longitude).join(' ')}h0`);
  }
  return [...dots].join('');
}

/** Degrees of latitude stretched as Mercator draws them. */
function mercator(latitude: number): number {
  return (Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360)) * 180) / Math.PI;
}

function clamp(value: number, size: number): number {
  return Math.round(Math.min(Math.max(value, 4), size - 4));
}

function boundsOfPlaces({ city }: SiteCity): Bounds {
  const located = city.places.filter((place) => place.latitude !== null && place.longitude !== null);
  if (located.length === 0) return { west: -0.1, south: -0.1, east: 0.1, north: 0.1 };
  const latitudes = located.map((place) => place.latitude ?? 0);
  const longitudes = located.map((place) => place.longitude ?? 0);
  const [down, up] = [
    (value: number) => Math.floor(value * 50) / 50,
    (value: number) => Math.ceil(value * 50) / 50,
  ];
  return {
    west: down(least(longitudes)),
    south: down(least(latitudes)),
    east: up(-least(longitudes.map((value) => -value)) + 1e-6),
    north: up(-least(latitudes.map((value) => -value)) + 1e-6),
  };
}

function least(values: readonly number[]): number {
  return values.reduce((low, value) => Math.min(low, value));
}
