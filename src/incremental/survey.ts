import fs from 'node:fs';
import path from 'node:path';
import type { Digest } from '../digest.ts';
import { readShardManifest, readSiteManifest, manifestFolder } from './manifest.ts';
import type { DerivedRecord, FileRecord, ShardManifest, SiteManifest } from './manifest.ts';
import { findFaults, readSightings, type Fault, type Sightings } from './outputs.ts';
import { fileOfPage } from './page.ts';

/** Lies in the output folder while a build writes; found at the start of another, it says that the last was killed. */
export const unfinishedMarker = `${manifestFolder}/unfinished`;

/** What an output folder holds before a build: what earlier builds recorded, and what of it is no longer true. */
export interface Survey {
  readonly site: SiteManifest | null;
  readonly shards: ReadonlyMap<string, ShardManifest>;
  /** By relative file. */
  readonly faults: ReadonlyMap<string, Fault>;
  readonly sightings: Sightings;
  /** False when files may lie there that no manifest names. */
  readonly isTidy: boolean;
}

/** Reads the manifests and looks at every file they name: about 3 µs a file when nothing was touched. */
export function surveyOutput(out: string, sightingsFile: string): Survey {
  const site = readSiteManifest(out);
  const shards = new Map<string, ShardManifest>();
  for (const name of Object.keys(site?.shards ?? {})) {
    const manifest = readShardManifest(out, site, name);
    if (manifest !== null) shards.set(name, manifest);
  }
  const wasKilled = fs.existsSync(path.join(out, unfinishedMarker));
  const isTidy =
    !wasKilled && shards.size === Object.keys(site?.shards ?? {}).length && fs.existsSync(sightingsFile);
  const sightings = wasKilled ? (new Map() as Sightings) : readSightings(sightingsFile);
  const faults = findFaults(out, recordedFiles(site, shards), sightings);
  return { site, shards, faults, sightings, isTidy };
}

/** Every file that the manifests name, with its record. */
export function* recordedFiles(
  site: SiteManifest | null,
  shards: ReadonlyMap<string, ShardManifest>,
): Generator<readonly [string, FileRecord]> {
  if (site !== null) {
    yield* Object.entries(site.files);
    yield* derivedFiles(site.derived);
  }
  for (const shard of shards.values()) {
    for (const [page, record] of shard.pages) yield [fileOfPage(page), record];
    yield* derivedFiles(shard.derived);
  }
}

/** The files of derivations, with their records. */
export function* derivedFiles(derived: Readonly<Record<string, DerivedRecord>>) {
  for (const record of Object.values(derived)) yield* Object.entries(record.files);
}

/** Whether a shard can be left unread: same code, same input, and no page of it faulty. */
export function isCurrent(
  manifest: ShardManifest | undefined,
  want: { code: Digest; input: string; faults: Survey['faults'] },
) {
  if (manifest === undefined || manifest.code !== want.code || manifest.input !== want.input) return false;
  if (want.faults.size === 0) return true;
  for (const page of manifest.pages.keys()) if (want.faults.has(fileOfPage(page))) return false;
  return true;
}
