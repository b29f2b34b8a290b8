import { minutesPerWeek, type Visit } from './week.ts';

/** Open for at most so many minutes more: "closing soon". */
const closingMinutes = 15;
/** How far ahead "opening soon" looks. */
const soonMinutes = 60;
/** For how long one says of a truck that it has just left. */
const leftMinutes = 30;

/** A visit as seen from a minute of the week: its nearest window, in minutes from that minute. */
export interface Stop {
  readonly visit: Visit;
  readonly start: number;
  readonly end: number;
}

/** What a reader wants to know at one minute of the week. Each visit stands in one list at most. */
export interface Moment {
  /** Open for a while yet, in the order of the visits. */
  readonly open: readonly Stop[];
  /** Open, and closed within a quarter of an hour; the first to close first. */
  readonly closing: readonly Stop[];
  /** Opens within the hour; the first to open first. */
  readonly soon: readonly Stop[];
  /** Closed within the last half hour; the last to close first. */
  readonly left: readonly Stop[];
}

/** Sorts visits by what they are at a minute of the week (0 to 10,079). */
export function momentOf(visits: readonly Visit[], minute: number): Moment {
  const moment: Record<keyof Moment, Stop[]> = { open: [], closing: [], soon: [], left: [] };
  for (const visit of visits) {
    const stop = nearestStop(visit, minute);
    if (stop === null) continue;
    const { start, end } = stop;
    const place = start > 0 ? 'soon' : end > closingMinutes ? 'open' : end > 0 ? 'closing' : 'left';
    moment[place].push(stop);
  }
  moment.closing.sort((a, b) => a.end - b.end);
  moment.soon.sort((a, b) => a.start - b.start);
  moment.left.sort((a, b) => b.end - a.end);
  return moment;
}

/** The trucks that stops belong to, by slug. */
export function trucksAmong(stops: readonly Stop[]): Set<string> {
  return new Set(stops.map(({ visit }) => visit.truck.slug));
}

/** Open now before open soon, that before closed a while ago; null when nothing is near. */
function nearestStop(visit: Visit, minute: number): Stop | null {
  let found: Stop | null = null;
  for (const window of visit.windows) {
    const start = (window.start - minute + minutesPerWeek) % minutesPerWeek;
    const length = window.end - window.start;
    const end = start - minutesPerWeek + length;
    if (start === 0) return { visit, start, end: length };
    if (end > 0) return { visit, start: start - minutesPerWeek, end };
    if (start <= soonMinutes && (found === null || found.end <= 0 || start < found.start))
      found = { visit, start, end: start + length };
    if (end >= -leftMinutes && (found === null || (found.end <= 0 && end > found.end)))
      found = { visit, start: end - length, end };
  }
  return found;
}
