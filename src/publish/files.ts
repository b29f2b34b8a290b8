import fs from 'node:fs';
import path from 'node:path';
import { digest } from '../digest.ts';
import { Failure } from '../failure.ts';
import {
  manifestFolder,
  readShardManifest,
  readSiteManifest,
  shardManifestFile,
  siteManifestFile,
} from '../incremental/manifest.ts';
import type { FileRecord, ShardManifest } from '../incremental/manifest.ts';
import { recordedFiles, unfinishedMarker } from '../incremental/survey.ts';
import { isWorthCompressing } from './compress.ts';
import { contentTypeOf } from './content-type.ts';
import { cacheControl, isHashed, isState } from './headers.ts';
import { ownFiles } from './pointer.ts';
import type { PublishedFile, Target } from './target.ts';

/**
 * When a file is uploaded: what others name goes first, what names others follows. Assets, data, pages, the pages that
 * readers enter by, and last what tells machines about the site.
 */
export type FileClass = 'asset' | 'data' | 'page' | 'entry' | 'state';

/** The order of uploads: all of a class are there before the first of the next. */
export const uploadOrder: readonly FileClass[] = ['asset', 'data', 'page', 'entry', 'state'];

/** Where the state that a site was built from may lie beside it, for machines that forget. */
const stateFolder = `${manifestFolder}/state`;

/** Which files of a build to publish, and how. */
export interface ListOptions {
  /** Files of the kept state, relative to the web root; null for all that lie there. */
  readonly stateFiles: readonly string[] | null;
  readonly storedAs: Target['storedAs'];
}

/**
 * Every file of a built web root as it is to be served, in code-unit order of paths: those that the build recorded, with
 * the digests it recorded, so that none of them is read; its manifests; and the state kept beside them. Fails with
 * `NOTHING_BUILT`, and with `NAME_TAKEN` when a file is called like one of a target's own.
 */
export function listBuiltFiles(dist: string, { stateFiles, storedAs }: ListOptions): PublishedFile[] {
  const site = readSiteManifest(dist);
  if (site === null || fs.existsSync(path.join(dist, unfinishedMarker))) throw notBuilt(dist);
  const shards = new Map<string, ShardManifest>();
  for (const name of Object.keys(site.shards)) {
    const shard = readShardManifest(dist, site, name);
    if (shard === null) throw notBuilt(dist);
    shards.set(name, shard);
  }
  const manifests = [siteManifestFile, ...[...shards.keys()].map(shardManifestFile)];
  const unrecorded = [...manifests, ...(stateFiles ?? stateFilesIn(dist))];
  const records = new Map<string, FileRecord>([
    ...recordedFiles(site, shards),
    ...unrecorded.map((file) => [file, recordOf(path.join(dist, file))] as const),
  ]);
  const taken = ownFiles.find((file) => records.has(file));
  if (taken !== undefined) throw nameTaken(path.join(dist, taken));
  return [...records.keys()].sort().map((file) => publishedFile(file, records.get(file)!, storedAs));
}

/** The path below which the pages of a web root are to be served, with a slash at both ends; "/" for a host of their own. */
export function baseOf(dist: string): string {
  return readSiteManifest(dist)?.base ?? '/';
}

/** The bytes of a listed file. Fails with `BUILD_CHANGED` when they are not those that were listed. */
export function readBuiltFile(dist: string, { path: file, digest: listed }: PublishedFile): Uint8Array {
  const content = fs.readFileSync(path.join(dist, file));
  if (digest(content) === listed) return content;
  throw new Failure('BUILD_CHANGED', `${path.join(dist, file)} is not the file that the build wrote.`, {
    hint: 'A build may be running, or the file was edited: run npm run build, then publish again.',
  });
}

/** Which of the five a file is, by its path: "sf/friday/12.json" is data, "sf/index.html" an entry. */
export function classOf(file: string): FileClass {
  if (isState(`/${file}`)) return 'state';
  if (/^([^/]+\/)?(index|404)\.html$|(^|\/)sitemap\.xml$|^robots\.txt$/.test(file)) return 'entry';
  if (file.endsWith('.html')) return 'page';
  if (/\.(json|geojson|csv|ics|atom|xml)$/.test(file) && !isHashed(`/${file}`)) return 'data';
  return 'asset';
}

/** The address under which readers ask for a file: "sf/friday/12/index.html" → "/sf/friday/12/". */
export function addressOf(file: string): string {
  return `/${file.replace(/(^|\/)index\.html$/, '$1')}`;
}

function publishedFile(
  file: string,
  { digest, size }: FileRecord,
  storedAs: ListOptions['storedAs'],
): PublishedFile {
  const contentType = contentTypeOf(file);
  const contentEncoding = isWorthCompressing({ contentType, size }) ? storedAs : null;
  return { path: file, digest, size, contentType, cacheControl: cacheControl(`/${file}`), contentEncoding };
}

function stateFilesIn(dist: string): string[] {
  const folder = path.join(dist, stateFolder);
  if (!fs.existsSync(folder)) return [];
  const files = fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile());
  return files.map((item) =>
    path.relative(dist, path.join(item.parentPath, item.name)).split(path.sep).join('/'),
  );
}

function recordOf(file: string): FileRecord {
  const content = fs.readFileSync(file);
  return { digest: digest(content), size: content.length };
}

function nameTaken(file: string): Failure {
  return new Failure('NAME_TAKEN', `${file} has the name of a file that a target keeps beside the site.`, {
    hint: `Give it another name; taken are ${ownFiles.join(' and ')}.`,
  });
}

function notBuilt(dist: string): Failure {
  return new Failure('NOTHING_BUILT', `${path.resolve(dist)} holds no finished build.`, {
    hint: 'Build first: npm run build. Or name the web root with --dist.',
  });
}
