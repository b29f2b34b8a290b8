import path from 'node:path';
import { writeFileAtomic } from '../disk.ts';
import { Failure } from '../failure.ts';
import { forEachAtOnce } from './concurrent.ts';
import { classOf } from './files.ts';
import { takeFolderLease } from './folder-lease.ts';
import { folderDefaults, type FolderOptions } from './folder.ts';
import { pointerFile, pointerText } from './pointer.ts';
import { copiesOf } from './precompress.ts';
import { currentId, manifestOf, releaseIds, releasePath, shareFile, switchTo } from './releases.ts';
import type { PublishManifest } from './target.ts';

/** A release that a folder keeps. */
export interface KeptRelease {
  readonly id: string;
  /** ISO 8601 instant; null when the release does not say, and then nothing can go back to it. */
  readonly publishedAt: string | null;
  readonly files: number;
  readonly isCurrent: boolean;
}

/** What a rollback did. */
export interface Rollback {
  /** Ids; they are the same when that release was in force already. */
  readonly from: string;
  readonly to: string;
  /** Files of the release left that stay for readers who have a page of it open. */
  readonly carried: number;
}

export interface RollbackOptions extends FolderOptions {
  /** Given when the rollback is to stop: it throws the signal's reason, unless the other release is in force by then. */
  readonly signal: AbortSignal;
}

/** The releases of a folder, the newest first. */
export function listReleases(folder: string): KeptRelease[] {
  const root = path.resolve(folder);
  const current = currentId(root);
  return releaseIds(root)
    .reverse()
    .map((id) => {
      const manifest = manifestOf(root, id);
      const files = Object.keys(manifest?.files ?? {}).length;
      return { id, publishedAt: manifest?.publishedAt ?? null, files, isCurrent: id === current };
    });
}

/**
 * Puts a kept release in force again, by its id or the beginning of it; null for the one before the current. Assets and
 * data of the release that is left are carried over and retired, because its pages are open somewhere. Takes
 * milliseconds, and may be killed at any of them. Fails with `NO_SUCH_RELEASE`, or like a publish when the lease is held.
 */
export async function rollback(
  folder: string,
  wanted: string | null,
  options: RollbackOptions = { ...folderDefaults, signal: new AbortController().signal },
): Promise<Rollback> {
  const root = path.resolve(folder);
  const lease = takeFolderLease({ root, ...options });
  try {
    const from = currentId(root);
    if (from === null) throw noRelease(folder, 'nothing was published there yet');
    const to = wanted === null ? releaseBefore(root, from) : releaseNamed(root, wanted);
    const manifest = to === null ? null : manifestOf(root, to);
    if (to === null || manifest === null) throw noRelease(folder, reasonFor(wanted));
    if (to === from) return { from, to, carried: 0 };
    const left = manifestOf(root, from);
    const known = new Set(namesOf(manifest));
    const files = namesOf(left).filter((file) => !known.has(file) && isNamedByPages(file));
    const carried = await carryOver(files, { root, from, to, ...options });
    options.signal.throwIfAborted();
    lease.assertHeld();
    const retiredAt = new Date(options.now()).toISOString();
    const retired = { ...manifest.retired, ...Object.fromEntries(carried.map((file) => [file, retiredAt])) };
    const owed = left?.owed ?? manifest.owed;
    writeFileAtomic(
      path.join(releasePath(root, to), pointerFile),
      pointerText({ ...manifest, retired, owed }),
    );
    switchTo(root, to);
    return { from, to, carried: carried.length };
  } finally {
    lease.release();
  }
}

/** Shares these files of `from` with `to`, and their compressed copies; gives those that are there. */
async function carryOver(
  files: readonly string[],
  { root, from, to, signal }: { root: string; from: string; to: string; signal: AbortSignal },
): Promise<string[]> {
  const share = (file: string) =>
    shareFile(path.join(releasePath(root, from), file), path.join(releasePath(root, to), file));
  const carried: string[] = [];
  await forEachAtOnce(files, 1, (file) => {
    signal.throwIfAborted();
    if (share(file)) carried.push(file);
    copiesOf(file).forEach(share);
    return Promise.resolve();
  });
  return carried;
}

function namesOf(manifest: PublishManifest | null): string[] {
  return manifest === null ? [] : [...Object.keys(manifest.files), ...Object.keys(manifest.retired)];
}

function isNamedByPages(file: string): boolean {
  return classOf(file) === 'asset' || classOf(file) === 'data';
}

function releaseBefore(root: string, id: string): string | null {
  const ids = releaseIds(root);
  return ids[ids.indexOf(id) - 1] ?? null;
}

function releaseNamed(root: string, wanted: string): string | null {
  const found = releaseIds(root).filter((id) => id.startsWith(wanted));
  return found.length === 1 ? found[0]! : null;
}

function reasonFor(wanted: string | null): string {
  return wanted === null
    ? 'there is none before the current one'
    : `none, or more than one, is called "${wanted}"`;
}

function noRelease(folder: string, why: string): Failure {
  return new Failure('NO_SUCH_RELEASE', `There is no release in ${folder} to go back to: ${why}.`, {
    hint: `See which there are: npm run rollback -- --to folder:${folder} --list`,
  });
}
