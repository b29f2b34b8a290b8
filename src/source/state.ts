import fs from 'node:fs';
import path from 'node:path';
import { digest, type Digest } from '../digest.ts';
import { readFileIfAny, writeFileAtomic } from '../disk.ts';
import { Failure } from '../failure.ts';
import type { Snapshot } from '../schedule/snapshot.ts';
import type { Changes } from './changes.ts';
import { decodeSnapshot, encodeSnapshot } from './codec.ts';
import { geographyFrom, type Geography } from './geography.ts';

/** The city as pages need it; the settings of its API stay in cities.ts. */
export interface CityInfo {
  /** First segment of its URLs: "sf". */
  readonly key: string;
  readonly name: string;
  /** IANA name. */
  readonly timeZone: string;
}

/** The pointer to a city's last good snapshot: `<state>/<key>/current.json`, the only file of the state that is ever replaced. */
export interface Current {
  readonly city: CityInfo;
  /** Digest of the snapshot's meaning; its file is `<state>/<key>/snapshot-<digest>.json`. */
  readonly digest: Digest;
  readonly source: 'live' | 'sample' | 'file';
  /** ISO 8601 instants; `rowsUpdatedAt` is the city's own word, null when it gives none. */
  readonly pulledAt: string;
  readonly rowsUpdatedAt: string | null;
  /** "YYYY-MM-DD" in the city's zone. */
  readonly asOf: string;
  readonly rows: number;
  readonly problems: number;
  /** Neighbourhoods and streets, which are pulled rarely and kept beside the snapshot. */
  readonly geography: Geography;
  /** The last pulls that changed something, newest first, at most ten. */
  readonly history: readonly PastPull[];
  /** Digest of the log of changes, whose file is `<state>/<key>/log-<digest>.json`; null for none. */
  readonly log: Digest | null;
}

/** What a pull changed, in rows. */
export interface PastPull {
  /** "YYYY-MM-DD": the date as of which its permits were judged. */
  readonly asOf: string;
  readonly added: number;
  readonly removed: number;
  /** With another standing, and with other facts. */
  readonly restated: number;
  readonly edited: number;
}

/** Snapshots, and logs, kept beside the current one, so that a site can be built again as it was some days ago. */
const snapshotsKept = 5;
const pullsRemembered = 10;

/** The folder of one city in the state. */
export function cityFolder(stateDir: string, key: string): string {
  return path.join(stateDir, key);
}

/** The city's pointer, or null when nothing was pulled yet. Fails with `state-unreadable` when the file is damaged. */
export function readCurrent(stateDir: string, key: string): Current | null {
  const file = path.join(cityFolder(stateDir, key), 'current.json');
  const text = readFileIfAny(file);
  if (text === null) return null;
  try {
    return checkedCurrent(JSON.parse(text));
  } catch (cause) {
    throw new Failure('state-unreadable', `The pointer ${file} cannot be read.`, {
      hint: `Delete it and pull again: npm run pull -- --city ${key}`,
      cause,
    });
  }
}

/** The pointers of every city in the state, sorted by key; empty when there is no state yet. */
export function listCurrent(stateDir: string): Current[] {
  if (!fs.existsSync(stateDir)) return [];
  const folders = fs.readdirSync(stateDir, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const keys = folders.map((folder) => folder.name).sort(); // by code unit: the order reaches digests
  return keys.map((key) => readCurrent(stateDir, key)).filter((current) => current !== null);
}

/** The snapshot the pointer names. Fails with `snapshot-unreadable` when its file is lost, damaged or not what the digest says. */
export function readSnapshot(stateDir: string, current: Current): Snapshot {
  const file = snapshotFile(stateDir, current);
  const text = readFileIfAny(file);
  if (text === null || digest(text) !== current.digest) {
    const why = text === null ? 'is missing' : 'is not the one its name says';
    throw new Failure('snapshot-unreadable', `The snapshot ${file} ${why}.`, {
      hint: `Pull again: npm run pull -- --city ${current.city.key}`,
    });
  }
  return decodeSnapshot(text, file);
}

/**
 * Digest of everything a snapshot means: its rows with their standings, and its problems. When and on which date it
 * was pulled does not count, nor does the order in which the city listed its rows.
 */
export function snapshotDigest(snapshot: Snapshot): Digest {
  return digest(encodeSnapshot(snapshot));
}

/** A snapshot to keep, and what it differs in from the one that `last` names. */
export interface NewSnapshot {
  readonly snapshot: Snapshot;
  readonly changes: Changes;
  readonly last: Current | null;
  /** The text of the log of changes; null for none. */
  readonly log: string | null;
}

/**
 * Makes the snapshot the city's current one and returns the pointer. Snapshot and log go first and the pointer last, so
 * that a crash leaves the last good state; what is there already is not written again. Older ones beyond five go.
 */
export function saveSnapshot(
  stateDir: string,
  facts: Omit<Current, 'digest' | 'history' | 'log'>,
  next: NewSnapshot,
): Current {
  const text = encodeSnapshot(next.snapshot);
  const named = { digest: digest(text), asOf: facts.asOf };
  const log = next.log === null ? null : digest(next.log);
  const current: Current = { ...facts, ...named, history: historyAfter(next, named), log };
  const folder = cityFolder(stateDir, current.city.key);
  const files = [{ kind: 'snapshot', name: `snapshot-${current.digest}.json`, text }];
  if (log !== null && next.log !== null) files.push({ kind: 'log', name: `log-${log}.json`, text: next.log });
  for (const file of files) {
    const at = path.join(folder, file.name);
    if (readFileIfAny(at) !== file.text) writeFileAtomic(at, file.text);
  }
  writeFileAtomic(path.join(folder, 'current.json'), JSON.stringify(current, null, 2) + '\n');
  for (const { kind, name } of files) removeOld(folder, kind, name);
  return current;
}

function historyAfter(
  { changes, last }: NewSnapshot,
  { digest: named, asOf }: Pick<Current, 'digest' | 'asOf'>,
): readonly PastPull[] {
  const before = last?.history ?? [];
  if (last?.digest === named) return before;
  const { added, removed, restated, edited } = changes;
  return [{ asOf, added, removed, restated, edited }, ...before].slice(0, pullsRemembered);
}

/** Checked by hand: pages read the pointer too, and loading a schema library would take them longer than all the rest. */
function checkedCurrent(json: unknown): Current {
  const {
    city,
    digest: named,
    source,
    rowsUpdatedAt,
    ...rest
  } = json as Omit<Current, 'log'> & { log?: Digest | null };
  const texts: unknown[] = [
    city.key,
    city.name,
    city.timeZone,
    rest.pulledAt,
    rest.asOf,
    rowsUpdatedAt ?? '',
  ];
  const isWhole =
    texts.every((text) => typeof text === 'string') &&
    [rest.rows, rest.problems].every(Number.isInteger) &&
    ['live', 'sample', 'file'].includes(source) &&
    Array.isArray(rest.history) &&
    isName(named) &&
    (rest.log === undefined || rest.log === null || isName(rest.log));
  if (!isWhole) throw new Error('a field is missing or of another kind');
  return { ...(json as Current), geography: geographyFrom(rest.geography), log: rest.log ?? null };
}

/** Both digests become parts of file names. */
function isName(named: string): boolean {
  return /^[\w-]{22}$/.test(named);
}

function snapshotFile(stateDir: string, current: Current): string {
  return path.join(cityFolder(stateDir, current.city.key), `snapshot-${current.digest}.json`);
}

function removeOld(folder: string, kind: string, currentName: string): void {
  const names = fs
    .readdirSync(folder)
    .filter((name) => name.startsWith(`${kind}-`) && name.endsWith('.json') && name !== currentName);
  const ages = new Map(names.map((name) => [name, fs.statSync(path.join(folder, name)).mtimeMs]));
  names.sort((a, b) => (ages.get(b) ?? 0) - (ages.get(a) ?? 0) || (a < b ? -1 : 1));
  for (const name of names.slice(snapshotsKept - 1)) fs.rmSync(path.join(folder, name), { force: true });
}
