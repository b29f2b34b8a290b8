import path from 'node:path';
import type { CityContent } from '../content/content.ts';
import { handedContent } from '../content/kept.ts';
import type { Digest } from '../digest.ts';
import type { Area } from '../schedule/neighborhood.ts';
import type { City } from '../schedule/city.ts';
import type { Problem } from '../schedule/problem.ts';
import { readCity } from '../schedule/read-city.ts';
import { readKeptAreas, readKeptStreets } from '../source/geography.ts';
import { readLog, type ChangeLog } from '../source/log.ts';
import type { Street } from '../source/shapes.ts';
import {
  cityFolder,
  listCurrent,
  readSnapshot,
  type CityInfo,
  type Current,
  type PastPull,
} from '../source/state.ts';

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
  /** What its map shows besides land. */
  readonly geography: SiteGeography;
  /** What owners say of their trucks. */
  readonly content: CityContent;
}

/** The shapes of a city's map, read when asked for, with the digests that stand for them in keys; null for none. */
export interface SiteGeography {
  readonly neighborhoodsDigest: Digest | null;
  readonly streetsDigest: Digest | null;
  readonly areas: () => readonly Area[];
  readonly streets: () => readonly Street[];
}

/** Every city of the state, by key. Empty before the first pull. */
export function readCities(): SiteCity[] {
  return listCurrent(stateFolder()).map(readOnce);
}

/** Whether this process makes the pages of no city as well: it does unless `CURBSIDE_SHARDS` leaves "site" out. */
export function makesCommonPages(): boolean {
  return process.env['CURBSIDE_SHARDS']?.split(',').includes('site') ?? true;
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
  const content = handedContent(current.city.key);
  if (known !== undefined && known.content === content && isSame(known, current)) return known;
  const read = understand(folder, current, content);
  memo.set(place, read);
  return read;
}

/** The city a pointer names. Its snapshot is read when first needed, which fails with `snapshot-unreadable`. */
export function understand(stateFolder: string, current: Current, content: CityContent): SiteCity {
  const geography = geographyOf(cityFolder(stateFolder, current.city.key), current);
  const understood = once(() => {
    const snapshot = readSnapshot(stateFolder, current);
    return { city: readCity(snapshot, geography.areas()), problems: snapshot.problems }; // the rows themselves may go
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
    geography,
    content,
    get city() {
      return understood().city;
    },
    get problems() {
      return understood().problems;
    },
  };
}

function geographyOf(folder: string, { geography }: Current): SiteGeography {
  return {
    neighborhoodsDigest: geography.neighborhoods?.digest ?? null,
    streetsDigest: geography.streets?.digest ?? null,
    areas: once(() => readKeptAreas(folder, geography)),
    streets: () => readKeptStreets(folder, geography), // large, and wanted once or twice
  };
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => (made ??= { value: make() }).value;
}

function isSame(known: SiteCity, current: Current): boolean {
  const { digest, city, source, history, log, geography } = current;
  const { info, sample, snapshot, logDigest } = known;
  const { neighborhoodsDigest, streetsDigest } = known.geography;
  return (
    snapshot === digest &&
    logDigest === log &&
    neighborhoodsDigest === (geography.neighborhoods?.digest ?? null) &&
    streetsDigest === (geography.streets?.digest ?? null) &&
    JSON.stringify(known.history) === JSON.stringify(history) &&
    sample === (source === 'sample') &&
    info.name === city.name &&
    info.timeZone === city.timeZone
  );
}

function stateFolder(): string {
  return path.resolve(process.env['CURBSIDE_STATE'] ?? '.curbside');
}
