import { Failure } from '../failure.ts';
import { classOf, uploadOrder } from './files.ts';
import { releaseOf } from './pointer.ts';
import { orderFor, purgeList, type PurgeOrder } from './purge.ts';
import type { ListedFile, PublishedFile, PublishManifest } from './target.ts';

/** Why a file is uploaded. "not known to be there": its name is, but nobody vouches for its bytes. */
export type Reason = 'added' | 'changed' | 'headers changed' | 'not known to be there';

export interface Upload {
  readonly file: PublishedFile;
  readonly reason: Reason;
}

/** All that a publish will do, and the manifests it will leave on the way. */
export interface Plan {
  /** In the order of `uploadOrder`, within a class in that of paths. */
  readonly uploads: readonly Upload[];
  /** Files that stay as they are. */
  readonly kept: readonly string[];
  /** Files named until now and no longer: they stay for the grace period. */
  readonly retirements: readonly string[];
  /** Files that were retired before and stay on. */
  readonly resting: readonly string[];
  /** Files retired longer ago than the grace period: deleted now. */
  readonly removals: readonly string[];
  /** What the edge is to be told, what earlier publishes left owing included; null when nothing is due. */
  readonly purge: PurgeOrder | null;
  /** Stored before the first upload: what is about to change is vouched for no more. */
  readonly begun: PublishManifest;
  /** In force after the switch, when the removals still lie there and the edge was told nothing. */
  readonly committed: PublishManifest;
  /** In force after the removals and the purge. */
  readonly settled: PublishManifest;
}

export interface PlanInput {
  readonly held: PublishManifest;
  readonly wanted: readonly PublishedFile[];
  readonly now: Date;
  readonly graceMs: number;
  /** Most files that may be retired at once; null for half of those held, and never less than a hundred. */
  readonly maxDelete: number | null;
  /** Whether there is an edge to be told. */
  readonly hasEdge: boolean;
}

/** In `retired` of a manifest: the file was about to be put by a publish of which nothing more is known. */
const inFlight = '';
const fewDeletes = 100;

/**
 * Compares what a target holds with what it is to hold. Reads nothing. Fails with `TOO_MANY_DELETES` when more files
 * would be retired than is likely to be meant; a retirement once let through is not counted again when it falls due.
 */
export function planPublish(input: PlanInput): Plan {
  const { held, wanted, now, maxDelete } = input;
  const at = now.toISOString();
  const uploads = inOrder(wanted.flatMap((file) => uploadOf(file, held)));
  const uploaded = new Set(uploads.map(({ file }) => file.path));
  const { retirements, rested, resting, removals } = unwanted(input);
  guardDeletes(retirements.length, maxDelete ?? likelyDeletes(held));

  const files = Object.fromEntries(wanted.map(({ path, ...file }) => [path, file]));
  const retired = Object.fromEntries([...resting, ...retirements.map((path) => [path, at] as const)]);
  const release = releaseOf(files);
  const changed = purgeList([...uploaded, ...removals]);
  const purge = input.hasEdge ? orderFor(changed, { owed: held.owed, publish: `${release} ${at}` }) : null;
  const owed = input.hasEdge ? null : held.owed;
  const settled: PublishManifest = { version: 1, release, publishedAt: at, files, retired, owed };
  return {
    uploads,
    kept: wanted.map(({ path }) => path).filter((path) => !uploaded.has(path)),
    retirements,
    resting: resting.map(([path]) => path),
    removals,
    purge,
    begun: withoutFiles(held, [...uploaded]),
    committed: { ...settled, retired: { ...retired, ...Object.fromEntries(rested) }, owed: purge ?? owed },
    settled,
  };
}

/** What lies there and is not wanted: to be retired, and retired before (`rested`), to go on so or due to be deleted. */
function unwanted({ held, wanted, now, graceMs }: PlanInput) {
  const wantedPaths = new Set(wanted.map(({ path }) => path));
  const gone = Object.keys(held.files).filter((path) => !wantedPaths.has(path));
  const before = Object.entries(held.retired).filter(([path]) => !wantedPaths.has(path));
  const abandoned = before.filter(([, since]) => since === inFlight).map(([path]) => path);
  const rested = before.filter(([, since]) => since !== inFlight);
  const isDue = (since: string) => !(Date.parse(since) + graceMs > now.getTime());
  return {
    retirements: [...gone, ...abandoned].sort(),
    rested,
    resting: rested.filter(([, since]) => !isDue(since)),
    removals: rested.filter(([, since]) => isDue(since)).map(([path]) => path),
  };
}

/** Whether the target is to stay as it is; the edge may still be owed a purge. */
export function isNothing({ uploads, retirements, removals }: Plan): boolean {
  return uploads.length + retirements.length + removals.length === 0;
}

/** The manifest that vouches for these files no more: the next publish uploads or retires them. */
export function withoutFiles(manifest: PublishManifest, paths: readonly string[]): PublishManifest {
  const without = new Set(paths);
  const files = Object.fromEntries(Object.entries(manifest.files).filter(([path]) => !without.has(path)));
  const doubted = Object.fromEntries(paths.map((path) => [path, inFlight]));
  return { ...manifest, release: releaseOf(files), files, retired: { ...manifest.retired, ...doubted } };
}

/**
 * In place of a manifest that is missing or not believed: what a listing vouches for. Files of unknown content are
 * uploaded again; files that nobody wants are retired like any other.
 */
export function manifestFromListing(
  listed: readonly ListedFile[],
  wanted: readonly PublishedFile[],
): PublishManifest {
  const byPath = new Map(wanted.map((file) => [file.path, file]));
  const known = listed.flatMap(({ path, digest }) => {
    const file = byPath.get(path);
    if (digest === null || file === undefined) return [];
    const { contentType, cacheControl, contentEncoding, size } = file;
    return [[path, { digest, size, contentType, cacheControl, contentEncoding }] as const];
  });
  const files = Object.fromEntries(known);
  const manifest: PublishManifest = {
    version: 1,
    release: releaseOf(files),
    publishedAt: '',
    files,
    retired: {},
    owed: null,
  };
  return withoutFiles(
    manifest,
    listed.map(({ path }) => path).filter((path) => !(path in files)),
  );
}

function uploadOf(file: PublishedFile, { files, retired }: PublishManifest): Upload[] {
  const reason = reasonOf(file, files[file.path], file.path in retired);
  return reason === null ? [] : [{ file, reason }];
}

function reasonOf(
  file: PublishedFile,
  held: PublishManifest['files'][string] | undefined,
  isRetired: boolean,
): Reason | null {
  if (held === undefined) return isRetired ? 'not known to be there' : 'added';
  if (held.digest !== file.digest) return 'changed';
  const isSame =
    held.contentType === file.contentType &&
    held.cacheControl === file.cacheControl &&
    held.contentEncoding === file.contentEncoding;
  return isSame ? null : 'headers changed';
}

function inOrder(uploads: readonly Upload[]): Upload[] {
  const classed = Object.groupBy(uploads, ({ file }) => classOf(file.path));
  return uploadOrder.flatMap((each) => classed[each] ?? []);
}

/** Half of what lies there, put by publishers that died included. */
function likelyDeletes({ files, retired }: PublishManifest): number {
  const abandoned = Object.values(retired).filter((since) => since === inFlight);
  return Math.max(fewDeletes, Math.ceil((Object.keys(files).length + abandoned.length) / 2));
}

function guardDeletes(count: number, most: number): void {
  if (count <= most) return;
  throw new Failure(
    'TOO_MANY_DELETES',
    `This publish would retire ${count} files, and ${most} at most are expected.`,
    {
      hint: `See what is gone with --dry-run --max-delete ${count}; if it is meant, publish with --max-delete ${count}.`,
    },
  );
}
