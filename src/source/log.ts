import path from 'node:path';
import { digest, type Digest } from '../digest.ts';
import { readFileIfAny } from '../disk.ts';
import { Failure } from '../failure.ts';
import { changesOf, type CityChange } from '../schedule/city-changes.ts';
import { renamedTrucks } from '../schedule/renamed.ts';
import type { City } from '../schedule/city.ts';
import { readCity } from '../schedule/read-city.ts';
import type { Snapshot } from '../schedule/snapshot.ts';
import { subjectsOf } from '../schedule/subjects.ts';
import { cityFolder, type Current } from './state.ts';

/** What pulls changed, in what readers would tell of it; `<state>/<key>/log-<digest>.json`, named by the pointer. */
export interface ChangeLog {
  readonly version: 1;
  /** The last pulls that changed something readers would tell, newest first, at most ten. */
  readonly pulls: readonly LoggedPull[];
  /** When what is said of a subject last changed ("truck/anzu-to-you", "friday/12"): date → subjects, both sorted. */
  readonly changed: Readonly<Record<string, readonly string[]>>;
  /** Slugs that trucks had before → the slug of the same permits now; left out when no truck was ever renamed. */
  readonly renamed?: Readonly<Record<string, string>>;
}

/** The changes of one pull. */
export interface LoggedPull {
  /** Of this pull and all before it: no other has the same. */
  readonly id: Digest;
  /** "YYYY-MM-DD" in the city's zone. */
  readonly asOf: string;
  readonly changes: readonly CityChange[];
  /** Changes beyond the first two hundred. */
  readonly more: number;
}

/** What a log goes on from: two snapshots, the log at the first, the date of the second. */
export interface LogStep {
  /** Null when nothing came before. */
  readonly before: Snapshot | null;
  readonly after: Snapshot;
  readonly log: ChangeLog | null;
  readonly asOf: string;
}

const pullsRemembered = 10;
const changesRemembered = 200;

export const emptyLog: ChangeLog = { version: 1, pulls: [], changed: {} };

/** The log after a pull that gave another snapshot. Understands both: some 0.1 s for 2,800 rows. */
export function logAfter({ before, after, log, asOf }: LogStep): ChangeLog {
  const cities = { before: before && readAfresh(before), after: readAfresh(after) };
  const subjects = subjectsOf(cities.after);
  const old = cities.before === null ? new Map<string, string>() : subjectsOf(cities.before);
  const dates = datesOf(log ?? emptyLog);
  const changed: Record<string, string[]> = {};
  for (const subject of [...subjects.keys()].sort()) {
    const date = subjects.get(subject) === old.get(subject) ? dates.get(subject) : asOf;
    if (date !== undefined) (changed[date] ??= []).push(subject);
  }
  const all = cities.before === null ? [] : changesOf(cities.before, cities.after);
  const pulls = log?.pulls ?? [];
  const id = digest(JSON.stringify([pulls[0]?.id, asOf, all]));
  const told: LoggedPull = {
    id,
    asOf,
    changes: all.slice(0, changesRemembered),
    more: Math.max(0, all.length - changesRemembered),
  };
  const renamed =
    cities.before === null ? {} : renamedTrucks(cities.before, cities.after, log?.renamed ?? {});
  const sorted = Object.fromEntries(Object.entries(changed).sort(([a], [b]) => (a < b ? -1 : 1)));
  return {
    version: 1,
    pulls: (all.length === 0 ? pulls : [told, ...pulls]).slice(0, pullsRemembered),
    changed: sorted,
    ...(Object.keys(renamed).length === 0 ? {} : { renamed }),
  };
}

/** Without the digests of rows that a kept snapshot brings along: one that was just pulled has others. */
function readAfresh({ rows, problems }: Snapshot): City {
  return readCity({ rows, problems });
}

/** For each subject of a log the date of its last change. */
export function datesOf({ changed }: ChangeLog): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(changed).flatMap(([date, names]) => names.map((name) => [name, date] as const)),
  );
}

/** The log that a pointer names; an empty one when it names none. Fails with `log-unreadable` when its file is lost or damaged. */
export function readLog(stateDir: string, { city, log }: Pick<Current, 'city' | 'log'>): ChangeLog {
  if (log === null) return emptyLog;
  const file = path.join(cityFolder(stateDir, city.key), logFile(log));
  const text = readFileIfAny(file);
  if (text !== null && digest(text) === log) return JSON.parse(text) as ChangeLog;
  throw new Failure('log-unreadable', `The log of changes ${file} is missing or not the one its name says.`, {
    hint: `Pull again: npm run pull -- --city ${city.key}. A new log is begun.`,
  });
}

/** A log as its file holds it. */
export function logText(log: ChangeLog): string {
  return `${JSON.stringify(log)}\n`;
}

/** The log in a text that came from elsewhere; null when it is none. */
export function parseLog(text: string): ChangeLog | null {
  try {
    const log = JSON.parse(text) as Partial<ChangeLog>;
    const isWhole = log.version === 1 && Array.isArray(log.pulls) && typeof log.changed === 'object';
    return isWhole ? (log as ChangeLog) : null;
  } catch {
    return null;
  }
}

/** Name of a log's file in the folder of its city. */
export function logFile(named: Digest): string {
  return `log-${named}.json`;
}
