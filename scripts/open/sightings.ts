import type { City, Entry, Place, Truck } from '../../src/schedule/city.ts';
import { indexWeek } from '../../src/schedule/open.ts';
import { minutesPerDay, weekdays, type WeekMinute } from '../../src/schedule/week.ts';

const minutesPerWeek = 7 * minutesPerDay;

/** A truck at a place, open at the moment asked for. */
export interface Sighting {
  readonly truck: Truck;
  readonly place: Place;
  /** Minutes from the moment until it closes; null when it is open around the clock. */
  readonly closesIn: number | null;
  /** True when the closing time is the row's hours and no stop in the city's text. */
  readonly rough: boolean;
}

/** Every truck and place open at a minute of the week, A–Z; lapsed permits and the city's own disagreements are not. */
export function sightingsAt(city: City, at: WeekMinute): Sighting[] {
  const groups = new Map<Truck, Map<Place, Entry>>();
  for (const entry of indexWeek(city).openAt(at)) {
    const places = groups.get(entry.truck) ?? new Map<Place, Entry>();
    groups.set(entry.truck, places.set(entry.place, entry));
  }
  return [...groups.values()].flatMap((places) => [...places.values()].map((entry) => sightingOf(entry, at)));
}

/** Rows that meet or overlap are one visit: 6 pm to midnight and midnight to 2 am close at 2. */
function sightingOf({ truck, place }: Entry, at: WeekMinute): Sighting {
  const moment = weekdays.indexOf(at.weekday) * minutesPerDay + at.minute;
  const visits = truck.entries
    .filter((entry) => entry.place === place && entry.certainty !== 'conflict' && entry.standing !== 'lapsed')
    .flatMap((entry) => visitsOf(entry, moment));
  let closesIn = 0;
  let rough = false;
  for (const visit of visits.sort((a, b) => a.opensIn - b.opensIn || b.closesIn - a.closesIn)) {
    if (visit.opensIn > closesIn) break;
    if (visit.closesIn > closesIn) ({ closesIn, rough } = visit);
  }
  return { truck, place, closesIn: closesIn < minutesPerDay ? closesIn : null, rough };
}

interface Visit {
  /** Minutes after the moment; negative when it has begun. */
  readonly opensIn: number;
  readonly closesIn: number;
  readonly rough: boolean;
}

/** The entry's windows as seen from a minute of the week, those that end before it moved to the next week. */
function visitsOf(entry: Entry, moment: number): Visit[] {
  const midnight = weekdays.indexOf(entry.weekday) * minutesPerDay;
  const rough = entry.certainty === 'hours';
  return entry.windows.flatMap(({ start, end }) =>
    [-minutesPerWeek, 0, minutesPerWeek]
      .map((shift) => ({
        opensIn: midnight + start + shift - moment,
        closesIn: midnight + end + shift - moment,
        rough,
      }))
      .filter(({ closesIn, opensIn }) => closesIn > 0 && opensIn <= minutesPerDay),
  );
}
