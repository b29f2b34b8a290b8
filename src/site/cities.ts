import path from 'node:path';
import type { Digest } from '../digest.ts';
import type { City } from '../schedule/city.ts';
import type { Problem } from '../schedule/problem.ts';
import { readCity } from '../schedule/read-city.ts';
import { readLog, type ChangeLog } from '../source/log.ts';
import { listCurrent, readSnapshot, type CityInfo, type Current, type PastPull } from '../source/state.ts';

/** A city's last good snapshot. Holds nothing that changes when the data does not. */
export interface SiteCity {
  readonly info: CityInfo;
  /** True when the data is made up: every page then says so. */
  readonly sample: boolean;
  readonly snapshot: Digest;
  readonly rows: number;
  readonly history: readonly PastPull[];
  /** Digest of the log of changes, null for none; and the log, read when first asked for. */
  readonly logDigest: Digest | null;
  readonly log: ChangeLog;
  /** Read and understood when first asked for: most of the cost of a city. */
  readonly city: City;
  readonly problems: readonly Problem[];
}

/** Every city of the state, by key. Empty before the first pull. */
export function readCities(): SiteCity[] {
  return listCurrent(stateFolder()).map(readOnce);
}

/** The cities whose pages this process makes: every one, or those named in `CURBSIDE_SHARDS`, joined by "," ("site" names none). */
export function readShardCities(): SiteCity[] {
  const shards = process.env['CURBSIDE_SHARDS']?.split(',');
  return listCurrent(stateFolder())
    .filter((current) => shards === undefined || shards.includes(current.city.key))
    .map(readOnce);
}

const memo = new Map<string, SiteCity>();

/** One and the same city per process while its pointer stays; a new digest takes the place of the old. */
function readOnce(current: Current): SiteCity {
  const folder = stateFolder();
  const place = `${folder}\n${current.city.key}`;
  const known = memo.get(place);
  if (known !== undefined && isSame(known, current)) return known;
  const read = understand(folder, current);
  memo.set(place, read);
  return read;
}

/** The city a pointer names. Its snapshot is read when first needed, which fails with `snapshot-unreadable`. */
export function understand(stateFolder: string, current: Current): SiteCity {
  const understood = once(() => {
    const snapshot = readSnapshot(stateFolder, current);
    return { city: readCity(snapshot), problems: snapshot.problems }; // the rows themselves may go
  });
  const log = once(() => readLog(stateFolder, current));
  return {
    info: current.city,
    sample: current.source === 'sample',
    snapshot: current.digest,
    rows: current.rows,
    history: current.history,
    logDigest: current.log,
    get log() {
      return log();
    },
    get city() {
      return understood().city;
    },
    get problems() {
      return understood().problems;
    },
  };
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => (made ??= { value: make() }).value;
}

function isSame(known: SiteCity, { digest, city, source, history, log }: Current): boolean {
  const { info, sample, snapshot, logDigest } = known;
  return (
    snapshot === digest &&
    logDigest === log &&
    JSON.stringify(known.history) === JSON.stringify(history) &&
    sample === (source === 'sample') &&
    info.name === city.name &&
    info.timeZone === city.timeZone
  );
}

function stateFolder(): string {
  return path.resolve(process.env['CURBSIDE_STATE'] ?? '.curbside');
}
