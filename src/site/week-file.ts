import type { Certainty } from '../schedule/certainty.ts';
import type { City, Entry } from '../schedule/city.ts';
import type { Standing } from '../schedule/standing.ts';
import { weekdays, type Window } from '../schedule/week.ts';
import type { SiteCity } from './cities.ts';
import { partsOf } from './entry-view.ts';
import { closedDays } from './owners.ts';

/**
 * `/sf/week.json`: the whole week of a city in one small file, in columns, so that a browser knows who is open at any
 * minute without asking again. About 10 KB compressed for 2,800 rows.
 *
 * - `trucks`, `places`, `foods`, `neighborhoods` are tables; a number elsewhere is an index into one of them.
 * - `places.latitude` and `longitude` are in hundred-thousandths of a degree, each as the difference from the last known
 *   one before it (from 0 at first); null when unknown. `places.neighborhood` is null for a place in none; the table of
 *   neighbourhoods is empty when the city's borders are not known.
 * - `visits` says who may be where when; one visit stands for the rows that differ in their weekday only. `truck` and
 *   `place` are differences from the one before. `days` has a bit for every weekday on which the windows start:
 *   1 Sunday, 2 Monday, … 64 Saturday. `times` holds minutes from that day's midnight as pairs of start and length,
 *   [600, 5, 720, 10] for 10:00–10:05 and 12:00–12:10; a window may pass 1440. Conflicts hold the row's hours.
 * - `state` is the sum of the certainty (0 stated, 4 hours, 8 conflict), the standing (0 permitted, 1 renewing,
 *   2 unknown, 3 lapsed), and 12 for a cold truck. Open is whoever is neither in conflict nor lapsed.
 * - `closed`, left out when no owner says any: days on which a truck (an index) starts no visit, first and last.
 */
export interface WeekData {
  readonly version: 1;
  readonly city: string;
  readonly timeZone: string;
  readonly sample: boolean;
  readonly foods: { readonly name: readonly string[]; readonly slug: readonly string[] };
  readonly trucks: {
    readonly name: readonly string[];
    readonly slug: readonly string[];
    readonly foods: readonly (readonly number[])[];
  };
  readonly places: {
    readonly address: readonly string[];
    readonly slug: readonly string[];
    readonly latitude: readonly (number | null)[];
    readonly longitude: readonly (number | null)[];
    readonly neighborhood: readonly (number | null)[];
  };
  readonly neighborhoods: { readonly name: readonly string[]; readonly slug: readonly string[] };
  readonly visits: {
    readonly truck: readonly number[];
    readonly place: readonly number[];
    readonly days: readonly number[];
    readonly state: readonly number[];
    readonly times: readonly (readonly number[])[];
  };
  readonly closed?: readonly (readonly [truck: number, from: string, to: string])[];
}

const certaintyCode: Readonly<Record<Certainty, number>> = { stated: 0, hours: 4, conflict: 8 };
const standingCode: Readonly<Record<Standing, number>> = { permitted: 0, renewing: 1, unknown: 2, lapsed: 3 };

interface Visit {
  readonly truck: number;
  readonly place: number;
  readonly state: number;
  readonly times: readonly number[];
  days: number;
}

/** The week of a city. */
export function weekData(site: SiteCity): WeekData {
  const { info, sample, city } = site;
  const { trucks, places, foods, neighborhoods } = city;
  const foodNumber = new Map(foods.map((food, index) => [food, index]));
  const neighborhoodNumber = new Map(neighborhoods.map((one, index) => [one, index]));
  const visits = visitsOf(city);
  return {
    version: 1,
    city: info.key,
    timeZone: info.timeZone,
    sample,
    foods: { name: foods.map((food) => food.name), slug: foods.map((food) => food.slug) },
    trucks: {
      name: trucks.map((truck) => truck.name),
      slug: trucks.map((truck) => truck.slug),
      foods: trucks.map((truck) => truck.foods.flatMap((food) => foodNumber.get(food) ?? [])),
    },
    places: {
      address: places.map((place) => place.address),
      slug: places.map((place) => place.slug),
      latitude: differences(places.map((place) => hundredThousandths(place.latitude))),
      longitude: differences(places.map((place) => hundredThousandths(place.longitude))),
      neighborhood: places.map(({ neighborhood: one }) => one && (neighborhoodNumber.get(one) ?? null)),
    },
    neighborhoods: {
      name: neighborhoods.map(({ name }) => name),
      slug: neighborhoods.map(({ slug }) => slug),
    },
    visits: {
      truck: differences(visits.map((visit) => visit.truck)),
      place: differences(visits.map((visit) => visit.place)),
      days: visits.map((visit) => visit.days),
      state: visits.map((visit) => visit.state),
      times: visits.map((visit) => visit.times),
    },
    ...closedOf(site),
  };
}

function closedOf(site: SiteCity): Pick<WeekData, 'closed'> {
  const closed = site.city.trucks.flatMap(({ slug }, index) =>
    closedDays(site, slug).map(({ from, to }) => [index, from, to] as const),
  );
  return closed.length === 0 ? {} : { closed };
}

/** In reading order the entries of one truck at one place stand together, so only the last few visits can be alike. */
function visitsOf(city: City): Visit[] {
  const truckNumber = new Map(city.trucks.map((truck, index) => [truck, index]));
  const placeNumber = new Map(city.places.map((place, index) => [place, index]));
  const visits: Visit[] = [];
  let first = 0;
  let last: Entry | null = null;
  for (const entry of partsOf(city).reading) {
    if (last?.truck !== entry.truck || last.place !== entry.place) first = visits.length;
    last = entry;
    const state = stateOf(entry);
    const times = timesOf(entry).flatMap(({ start, end }) => [start, end - start]);
    let visit = visits.slice(first).find((one) => one.state === state && isEqual(one.times, times));
    if (visit === undefined) {
      const truck = truckNumber.get(entry.truck) ?? 0;
      visit = { truck, place: placeNumber.get(entry.place) ?? 0, state, times, days: 0 };
      visits.push(visit);
    }
    visit.days |= 1 << weekdays.indexOf(entry.weekday);
  }
  return visits;
}

function isEqual(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}

function stateOf({ certainty, standing, cold }: Entry): number {
  return certaintyCode[certainty] + standingCode[standing] + (cold ? 12 : 0);
}

function timesOf({ certainty, hours, windows }: Entry): readonly Window[] {
  return certainty === 'conflict' ? [hours] : windows;
}

function hundredThousandths(degrees: number | null): number | null {
  return degrees === null ? null : Math.round(degrees * 1e5);
}

function differences<Value extends number | null>(values: readonly Value[]): Value[] {
  let last = 0;
  return values.map((value) => {
    if (value === null) return value;
    const difference = value - last;
    last = value;
    return difference as Value;
  });
}
