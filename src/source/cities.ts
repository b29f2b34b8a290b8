import { Failure } from '../failure.ts';
import type { CityInfo } from './state.ts';

/** A rectangle in degrees, WGS 84. */
export interface Box {
  readonly south: number;
  readonly west: number;
  readonly north: number;
  readonly east: number;
}

/** A city whose open data can be pulled: what pages need, and where its tables are. */
export interface CitySettings {
  readonly info: CityInfo;
  /** Host of its Socrata site. */
  readonly domain: string;
  /** Ids of the two tables there; the city's data site shows them at the end of each table's address. */
  readonly schedule: string;
  readonly permits: string;
  /** Ids of its neighbourhoods' borders (column `nhood`) and its streets' centre lines (`classcode`); null for none. */
  readonly neighborhoods: string | null;
  readonly streets: string | null;
  /** Every permitted spot lies in here; coordinates outside are faults. */
  readonly box: Box;
  /** `soda2` needs no token; `soda3` does, and replaces it one day. */
  readonly api: 'soda2' | 'soda3';
}

/** Every configured city. A further one is a further record; it must publish a schedule of the same shape. */
export const cities: readonly CitySettings[] = [
  {
    info: { key: 'sf', name: 'San Francisco', timeZone: 'America/Los_Angeles' },
    domain: 'data.sfgov.org',
    schedule: 'jjew-r69b', // Mobile Food Schedule
    permits: 'rqzj-sfat', // Mobile Food Facility Permit
    neighborhoods: 'j2bu-swwd', // Analysis Neighborhoods
    streets: '3psu-pn9h', // Streets – Active and Retired
    // From Treasure Island to the airport, which is the city's though it lies outside its border.
    box: { south: 37.6, west: -122.53, north: 37.84, east: -122.35 },
    api: 'soda2',
  },
];

/** The city with this key. Fails with `city-unknown`, naming those there are. */
export function findCity(key: string): CitySettings {
  const city = cities.find((candidate) => candidate.info.key === key);
  if (city) return city;
  throw new Failure('city-unknown', `There is no city "${key}".`, {
    hint: `Configured in src/source/cities.ts: ${cities.map((candidate) => candidate.info.key).join(', ')}`,
  });
}
