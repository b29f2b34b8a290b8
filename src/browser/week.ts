import { type Window } from '../schedule/week.ts';
import { uniteWindows } from '../schedule/windows.ts';
import type { WeekData } from '../site/week-file.ts';

/** A truck at a place, with every window of the week at which it may be there. */
export interface Visit {
  readonly truck: { readonly name: string; readonly slug: string };
  readonly place: { readonly address: string; readonly slug: string };
  /** Minutes from Sunday's midnight, disjoint, in order; what runs from Saturday into Sunday ends beyond the week. */
  readonly windows: readonly Window[];
  /** True when the city gives whole hours only. */
  readonly about: boolean;
}

export const minutesPerWeek = 10_080;

/** One line of the file's `visits`: indexes into its tables, and its state. */
export interface RawVisit {
  readonly truck: number;
  readonly place: number;
  readonly state: number;
}

/**
 * The visits of a week file that count as open, in reading order; of these, those that `keep` wants. Windows that meet
 * at midnight are one.
 */
export function openVisits(
  { trucks, places, visits }: WeekData,
  keep: (visit: RawVisit) => boolean = () => true,
): Visit[] {
  const joined = new Map<string, { visit: Visit; windows: Window[] }>();
  let truck = 0;
  let place = 0;
  for (const [index, state] of visits.state.entries()) {
    truck += visits.truck[index] ?? 0;
    place += visits.place[index] ?? 0;
    const certainty = Math.floor((state % 12) / 4);
    if (certainty === 2 || state % 4 === 3 || !keep({ truck, place, state })) continue;
    const key = `${truck} ${place}`;
    const known = joined.get(key) ?? {
      windows: [],
      visit: {
        truck: { name: trucks.name[truck] ?? '', slug: trucks.slug[truck] ?? '' },
        place: { address: places.address[place] ?? '', slug: places.slug[place] ?? '' },
        windows: [],
        about: certainty === 1,
      },
    };
    joined.set(key, known);
    known.windows.push(...windowsOf(visits.days[index] ?? 0, visits.times[index] ?? []));
  }
  return [...joined.values()].map(({ visit, windows }) => ({
    ...visit,
    windows: joinSaturday(uniteWindows(windows)),
  }));
}

function windowsOf(days: number, times: readonly number[]): Window[] {
  const windows: Window[] = [];
  for (let day = 0; day < 7; day++) {
    if ((days & (1 << day)) === 0) continue;
    for (let index = 0; index < times.length; index += 2) {
      const start = day * 1440 + (times[index] ?? 0);
      windows.push({ start, end: start + (times[index + 1] ?? 0) });
    }
  }
  return windows;
}

/** A window that ends with the week goes on where the week begins, when something is open there. */
function joinSaturday(windows: readonly Window[]): Window[] {
  const first = windows[0];
  return windows.map(({ start, end }) => {
    const goesOn =
      first !== undefined &&
      first.end < start &&
      end >= minutesPerWeek &&
      first.start <= end - minutesPerWeek;
    return { start, end: goesOn ? Math.max(end, first.end + minutesPerWeek) : end };
  });
}

/** The window that holds a minute of the week, in minutes from that minute: start at most 0. Null when closed. */
export function windowAt({ windows }: Visit, minute: number): Window | null {
  for (const at of [minute, minute + minutesPerWeek]) {
    const found = windows.find(({ start, end }) => start <= at && at < end);
    if (found !== undefined) return { start: found.start - at, end: found.end - at };
  }
  return null;
}

/** Minutes until the visit opens next, when that is within `limit`; null when it is not or is open now. */
export function opensIn(visit: Visit, minute: number, limit: number): number | null {
  if (windowAt(visit, minute) !== null) return null;
  const waits = visit.windows.map(({ start }) => (start - minute + minutesPerWeek) % minutesPerWeek);
  const wait = Math.min(...waits);
  return wait <= limit ? wait : null;
}
