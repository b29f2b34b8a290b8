import path from 'node:path';
import { digest, type Digest } from '../digest.ts';
import { readFileIfAny, writeFileAtomic } from '../disk.ts';
import type { PagePath } from './page.ts';

/** Where manifests lie below the output folder; published with the site, so that a job without a cache can compare. */
export const manifestFolder = '.well-known/curbside';

/** A file that was written: digest of its bytes, and their number. */
export interface FileRecord {
  readonly digest: Digest;
  readonly size: number;
}

/** A page that was written, and the cache key it was rendered from. */
export interface PageRecord extends FileRecord {
  readonly cacheKey: string | null;
}

/** Files made from pages after rendering (a search index), and the input they were made from. */
export interface DerivedRecord {
  readonly input: string;
  readonly files: Readonly<Record<string, FileRecord>>;
}

/** What one shard's part of the output was built from and what it holds. */
export interface ShardManifest {
  readonly code: Digest;
  readonly input: string;
  readonly pages: ReadonlyMap<PagePath, PageRecord>;
  readonly derived: Readonly<Record<string, DerivedRecord>>;
}

/** What belongs to no shard: the compiled site's own files (scripts, images), by relative path. */
export interface SiteManifest {
  readonly code: Digest;
  /** The path below which the pages are to be served, "/trucks/"; missing where that is the root of the host. */
  readonly base?: string;
  readonly files: Readonly<Record<string, FileRecord>>;
  readonly derived: Readonly<Record<string, DerivedRecord>>;
  /** Shard name → digest of its manifest's text: a shard file that does not match is not believed. */
  readonly shards: Readonly<Record<string, Digest>>;
}

const version = 1;

/** The site manifest of an output folder, or null when it is missing, damaged or of another version. */
export function readSiteManifest(out: string): SiteManifest | null {
  return parse<SiteManifest>(readFileIfAny(path.join(out, siteManifestFile)));
}

/** A shard's manifest, or null when it is missing, damaged or not the one that `site` names. */
export function readShardManifest(
  out: string,
  site: SiteManifest | null,
  shard: string,
): ShardManifest | null {
  const text = readFileIfAny(path.join(out, shardManifestFile(shard)));
  if (text === null || site?.shards[shard] !== digest(text)) return null;
  const parsed = parse<SerialisedShard>(text);
  if (parsed === null) return null;
  const pages = new Map(
    Object.entries(parsed.pages).map(([page, [cacheKey, bytes, size]]) => [
      page,
      { cacheKey, digest: bytes, size },
    ]),
  );
  return { ...parsed, pages };
}

/** Writes a shard's manifest when its text differs from the one there; gives the digest that the site manifest must name. */
export function writeShardManifest(out: string, shard: string, manifest: ShardManifest): Digest {
  const pages: SerialisedShard['pages'] = {};
  for (const page of [...manifest.pages.keys()].sort()) {
    const record = manifest.pages.get(page)!;
    pages[page] = [record.cacheKey, record.digest, record.size];
  }
  const { code, input, derived } = manifest;
  return writeIfNew(
    path.join(out, shardManifestFile(shard)),
    JSON.stringify({ version, code, input, derived, pages }),
  );
}

/** Written last of all files: what it names is there. */
export function writeSiteManifest(out: string, manifest: SiteManifest): void {
  const { code, base, files, derived, shards } = manifest;
  const text = JSON.stringify({ version, code, base, files, derived, shards });
  writeIfNew(path.join(out, siteManifestFile), text);
}

export const siteManifestFile = `${manifestFolder}/manifest.json`;

/** In a folder of their own: no name of a shard is that of another file beside them. */
export function shardManifestFile(shard: string): string {
  return `${manifestFolder}/shards/${shard}.json`;
}

interface SerialisedShard extends Omit<ShardManifest, 'pages'> {
  readonly pages: Record<PagePath, [cacheKey: string | null, digest: Digest, size: number]>;
}

function writeIfNew(file: string, text: string): Digest {
  if (readFileIfAny(file) !== text) writeFileAtomic(file, text);
  return digest(text);
}

function parse<T>(text: string | null): T | null {
  if (text === null) return null;
  try {
    const parsed = JSON.parse(text) as T & { version: number };
    return parsed.version === version ? parsed : null;
  } catch {
    return null;
  }
}
