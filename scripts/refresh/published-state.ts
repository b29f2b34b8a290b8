import path from 'node:path';
import { digest, type Digest } from '../../src/digest.ts';
import { readFileIfAny, writeFileAtomic } from '../../src/disk.ts';
import { Failure } from '../../src/failure.ts';
import { addressBelow } from '../../src/site/site-address.ts';
import { statusFile } from '../../src/site/urls.ts';
import type { StatusFile } from '../../src/site/status-file.ts';
import { cities } from '../../src/source/cities.ts';
import { logFile, logText, parseLog, readLog } from '../../src/source/log.ts';
import { cityFolder, listCurrent, type Current } from '../../src/source/state.ts';
import { keepGeography, recallGeography } from './published-geography.ts';

/**
 * Where a published site carries the state it was built from: the machine of a scheduled job forgets, the site does
 * not.
 */
const folder = '.well-known/curbside/state';

/** The site's `/status.json` as it was published, kept in the state folder from `recall` to `due`. */
const statusCopy = 'published-status.json';

/** Gives the text at an address, or null when nothing is there. Fails when nobody can tell. */
export type ReadText = (url: URL) => Promise<string | null>;

/** What came back from a published site. */
export interface Recalled {
  /** Null when nothing is published there yet. */
  readonly status: StatusFile | null;
  /** Keys of the cities whose state came back, and of those whose did not. */
  readonly cities: readonly string[];
  readonly lost: readonly string[];
}

/**
 * Fills a state folder from a published site: the pointer from its status and history, the snapshot and the log as they are. The pull
 * checks what came: a snapshot is its digest, or it is not believed.
 */
export async function recallState(site: URL, stateDir: string, read: ReadText): Promise<Recalled> {
  const text = await read(addressBelow(site, statusFile));
  const status = text === null ? null : parseStatus(text, site);
  if (status === null) return { status, cities: [], lost: [] };
  writeFileAtomic(path.join(stateDir, statusCopy), JSON.stringify(status));
  const found: string[] = [];
  const lost: string[] = [];
  for (const [key, { snapshot: named, ...facts }] of Object.entries(status.cities)) {
    const city = cities.find(({ info }) => info.key === key)?.info;
    const parts = await Promise.all(
      fileNames(key, named).map((file) => read(addressBelow(site, `/${file}`))),
    );
    const [rows = null, history = null, log = null] = parts;
    if (city === undefined || rows === null || history === null || digest(rows) !== named) {
      lost.push(key);
      continue;
    }
    const { source, pulledAt, rowsUpdatedAt, asOf, rows: count, problems } = facts;
    const known = { source, pulledAt, rowsUpdatedAt, asOf, rows: count, problems };
    const geography = await recallGeography(key, { site, stateDir, folder, read });
    const story = { history: parseHistory(history), log: saveLog(cityFolder(stateDir, key), log) };
    const pointer: Current = { city, digest: digest(rows), ...known, geography, ...story };
    writeFileAtomic(path.join(cityFolder(stateDir, key), `snapshot-${named}.json`), rows);
    writeFileAtomic(path.join(cityFolder(stateDir, key), 'current.json'), JSON.stringify(pointer));
    found.push(key);
  }
  return { status, cities: found, lost };
}

/**
 * Puts the state beside the pages that were made from it, and returns the files, relative to the web root. Nothing in
 * them tells when it was pulled: a pull that changes nothing leaves them as they are.
 */
export function keepState(stateDir: string, webRoot: string): string[] {
  return listCurrent(stateDir).flatMap((current) => {
    const { city, digest: named, history } = current;
    const [rowsFile, historyFile, log] = fileNames(city.key, named);
    const rows = readFileIfAny(path.join(cityFolder(stateDir, city.key), path.basename(rowsFile)));
    if (rows === null) return [];
    writeFileAtomic(path.join(webRoot, rowsFile), rows);
    writeFileAtomic(path.join(webRoot, historyFile), JSON.stringify(history));
    writeFileAtomic(path.join(webRoot, log), logText(readLog(stateDir, current)));
    return [historyFile, log, rowsFile, ...keepGeography(current, { stateDir, folder, webRoot })];
  });
}

/** The status that `recallState` found, or null when it found none. */
export function recalledStatus(stateDir: string): StatusFile | null {
  const text = readFileIfAny(path.join(stateDir, statusCopy));
  return text === null ? null : (JSON.parse(text) as StatusFile);
}

function fileNames(city: string, named: string): readonly [rows: string, history: string, log: string] {
  const own = `${folder}/${city}`;
  return [`${own}/snapshot-${named}.json`, `${own}/history.json`, `${own}/log.json`];
}

/** Keeps a log under its name and returns that; null when the site carries none, or a damaged one. */
function saveLog(cityFolder: string, text: string | null): Digest | null {
  if (text === null || parseLog(text) === null) return null;
  const named = digest(text);
  writeFileAtomic(path.join(cityFolder, logFile(named)), text);
  return named;
}

/** What the last pulls changed is told to readers and decides nothing: a damaged one is an empty one. */
function parseHistory(text: string): Current['history'] {
  try {
    const history = JSON.parse(text) as unknown;
    return Array.isArray(history) ? (history as Current['history']) : [];
  } catch {
    return [];
  }
}

function parseStatus(text: string, site: URL): StatusFile {
  try {
    const file = JSON.parse(text) as StatusFile;
    const isWhole =
      typeof file.codeDigest === 'string' &&
      Object.entries(file.cities).every(
        // Both become parts of file names.
        ([key, { snapshot, pulledAt }]) =>
          /^[a-z][a-z0-9-]*$/.test(key) &&
          /^[\w-]{22}$/.test(snapshot) &&
          !Number.isNaN(Date.parse(pulledAt)),
      );
    if (isWhole) return file;
    throw new Error('a field is missing or of another kind');
  } catch (cause) {
    throw new Failure(
      'PUBLISHED_STATUS_DAMAGED',
      `${addressBelow(site, statusFile).href} is not a status of ours.`,
      {
        hint: 'Is this the address of the site? To go on as if nothing were published, run by hand and accept.',
        cause,
      },
    );
  }
}
