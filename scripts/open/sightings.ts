import type { City, Entry, Place, Truck } from '../../src/schedule/city.ts';
import { indexWeek } from '../../src/schedule/open.ts';
import { staysOf } from '../../src/schedule/stays.ts';
import { type WeekMinute } from '../../src/schedule/week.ts';
import { isOpenAt } from '../../src/schedule/overlap.ts';

/** A truck at a place, open at the moment asked for. */
export interface Sighting {
  readonly truck: Truck;
  readonly place: Place;
  /** When it closes, in minutes from the midnight that begins the stay's weekday; past 1440 after the next one. */
  readonly closesAt: number;
  /** True when a row without a stop in its text takes part: the city gives whole hours only. */
  readonly rough: boolean;
}

/** Every truck and place open at a minute of the week, A–Z; lapsed permits and the city's own disagreements are not. */
export function sightingsAt(city: City, at: WeekMinute): Sighting[] {
  const open = indexWeek(city).openAt(at);
  // In reading order, rows of one truck at one place stand together.
  const first = open.filter(
    ({ truck, place }, index) => truck !== open[index - 1]?.truck || place !== open[index - 1]?.place,
  );
  return first.map((entry) => sightingOf(entry, at));
}

/** The truck's stay at the place: rows that overlap, or meet at midnight, are one. */
function sightingOf({ truck, place }: Entry, at: WeekMinute): Sighting {
  const stays = staysOf(truck.entries.filter((entry) => entry.place === place));
  // There is one: an open row is part of it.
  const stay = stays.find(
    ({ listing, window, weekday }) => listing === 'open' && isOpenAt([window], weekday, at),
  )!;
  const rough = stay.entries.some((entry) => entry.certainty === 'hours');
  return { truck, place, closesAt: stay.window.end, rough };
}
