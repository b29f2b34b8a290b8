import type { City, Truck } from './city.ts';
import type { Standing } from './standing.ts';
import { staysOf } from './stays.ts';
import { weekdays, type Weekday } from './week.ts';

/**
 * What happened to a truck at a place, as a reader would say it. `expired`: from in force to in renewal; `renewed`: in
 * force again; `doubted` and `settled`: the city's text and hours disagree now, or do so no more.
 */
export type ChangeKind =
  'appeared' | 'gone' | 'moved' | 'times' | 'lapsed' | 'expired' | 'renewed' | 'doubted' | 'settled';

/** What a text must name. */
export interface Named {
  readonly name: string;
  readonly slug: string;
}

/** Weekdays with the same time; minutes from the midnight that begins the day. */
export interface WeekTime {
  readonly days: readonly Weekday[];
  readonly start: number;
  readonly end: number;
}

/** One thing that changed between two versions of a city. */
export interface CityChange {
  readonly kind: ChangeKind;
  readonly truck: Named;
  /** Where; null when it happened to the truck at more than three places. */
  readonly place: Named | null;
  /** Whence it moved; null for all else. */
  readonly from: Named | null;
  /** Number of places. */
  readonly places: number;
  /** The times that held, and those that hold; at most six each. */
  readonly before: readonly WeekTime[];
  readonly after: readonly WeekTime[];
}

/** A truck at a place: whether it may be there, and when. */
interface Presence {
  readonly place: Named;
  readonly state: 'permitted' | 'renewing' | 'unknown' | 'conflict' | 'lapsed';
  readonly times: readonly WeekTime[];
}

const timesTold = 6;
/** Of one kind, told place by place; more are told as one. */
const placesTold = 3;

/**
 * What a reader would call different in a city, by truck in reading order; trucks and places are known by their slugs.
 * New words for the same food and a pin a metre aside are no change.
 */
export function changesOf(before: City, after: City): CityChange[] {
  const old = new Map(before.trucks.map((truck) => [truck.slug, truck]));
  const known = new Set(after.trucks.map(({ slug }) => slug));
  const gone = before.trucks.filter(({ slug }) => !known.has(slug));
  return [
    ...after.trucks.flatMap((truck) => truckChanges(truck, old.get(truck.slug), truck)),
    ...gone.flatMap((truck) => truckChanges(truck, truck, undefined)),
  ];
}

function truckChanges(
  { name, slug }: Truck,
  before: Truck | undefined,
  after: Truck | undefined,
): readonly CityChange[] {
  if (before !== undefined && after !== undefined && isSame(before, after)) return [];
  const [then, now] = [presencesOf(before), presencesOf(after)];
  const changes: CityChange[] = [];
  for (const place of new Set([...now.keys(), ...then.keys()])) {
    const [was, is] = [then.get(place), now.get(place)];
    for (const kind of kindsOf(was, is)) {
      const here = (is ?? was)!.place;
      const times = { before: openTimes(was), after: openTimes(is) };
      changes.push({ kind, truck: { name, slug }, place: here, from: null, places: 1, ...times });
    }
  }
  return gathered(withMoves(changes));
}

/** Nearly every truck is what it was: its rows tell so without their stays. */
function isSame(before: Truck, after: Truck): boolean {
  const text = ({ entries }: Truck) =>
    entries.map(({ digest, place }) => `${digest} ${place.slug} ${place.address}`).join('\n');
  return before.entries.length === after.entries.length && text(before) === text(after);
}

function presencesOf(truck: Truck | undefined): ReadonlyMap<string, Presence> {
  const byPlace = Map.groupBy(staysOf(truck?.entries ?? []), ({ place }) => place);
  return new Map(
    [...byPlace].map(([{ address, slug }, stays]) => {
      const open = stays.filter(({ listing }) => listing === 'open');
      const listing = stays.some((stay) => stay.listing === 'conflict') ? 'conflict' : 'lapsed';
      const standings = new Set(open.flatMap(({ entries }) => entries.map(({ standing }) => standing)));
      const order: readonly Standing[] = ['permitted', 'renewing', 'unknown'];
      const state = order.find((standing) => standings.has(standing)) ?? listing;
      return [slug, { place: { name: address, slug }, state, times: timesOf(open) }];
    }),
  );
}

function timesOf(stays: readonly { weekday: Weekday; window: { start: number; end: number } }[]): WeekTime[] {
  const alike = new Map<string, { days: Set<Weekday>; start: number; end: number }>();
  for (const { weekday, window } of stays) {
    const { start, end } = window;
    const key = `${start}-${end}`;
    const time = alike.get(key) ?? { days: new Set(), start, end };
    alike.set(key, time);
    time.days.add(weekday);
  }
  return [...alike.values()]
    .map((time) => ({ ...time, days: weekdays.filter((day) => time.days.has(day)) }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

function isOpen(presence: Presence | undefined): presence is Presence {
  return presence !== undefined && presence.state !== 'conflict' && presence.state !== 'lapsed';
}

function kindsOf(was: Presence | undefined, is: Presence | undefined): ChangeKind[] {
  if (isOpen(was) && isOpen(is)) {
    const kinds: ChangeKind[] = [];
    if (was.state !== 'permitted' && is.state === 'permitted') kinds.push('renewed');
    if (was.state === 'permitted' && is.state === 'renewing') kinds.push('expired');
    if (JSON.stringify(was.times) !== JSON.stringify(is.times)) kinds.push('times');
    return kinds;
  }
  if (isOpen(is)) return [kindOfOpening[stateOf(was)]];
  if (isOpen(was)) return [kindOfClosing[stateOf(is)]];
  return [];
}

type Closed = 'lapsed' | 'conflict' | 'none';

const kindOfOpening: Readonly<Record<Closed, ChangeKind>> = {
  lapsed: 'renewed',
  conflict: 'settled',
  none: 'appeared',
};
const kindOfClosing: Readonly<Record<Closed, ChangeKind>> = {
  lapsed: 'lapsed',
  conflict: 'doubted',
  none: 'gone',
};

/** Of a presence that is not open. */
function stateOf(presence: Presence | undefined): Closed {
  if (presence === undefined) return 'none';
  return presence.state === 'lapsed' ? 'lapsed' : 'conflict';
}

function openTimes(presence: Presence | undefined): readonly WeekTime[] {
  return isOpen(presence) ? presence.times : [];
}

/** A place that went and one that came with the same times are one move. */
function withMoves(changes: readonly CityChange[]): readonly CityChange[] {
  const gone = changes.filter(({ kind }) => kind === 'gone');
  const moved = new Set<CityChange>();
  const told = changes.map((change) => {
    if (change.kind !== 'appeared') return change;
    const times = JSON.stringify(change.after);
    const from = gone.find((one) => !moved.has(one) && JSON.stringify(one.before) === times);
    if (from === undefined) return change;
    moved.add(from);
    return { ...change, kind: 'moved' as const, from: from.place, before: from.before };
  });
  return told.filter((change) => !moved.has(change));
}

/** Changes of one kind at many places are one, and lists of times are bounded. */
function gathered(changes: readonly CityChange[]): readonly CityChange[] {
  return [...Map.groupBy(changes, ({ kind }) => kind).values()].flatMap((alike) => {
    if (alike.length > placesTold) {
      return [{ ...alike[0]!, place: null, from: null, places: alike.length, before: [], after: [] }];
    }
    return alike.map((change) => {
      const { before, after } = change;
      return { ...change, before: before.slice(0, timesTold), after: after.slice(0, timesTold) };
    });
  });
}
