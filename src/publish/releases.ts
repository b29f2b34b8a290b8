import fs from 'node:fs';
import path from 'node:path';
import { readFileIfAny, unfinishedSuffix } from '../disk.ts';
import { Failure } from '../failure.ts';
import { manifestFromPointer, pointerFile } from './pointer.ts';
import type { PublishManifest } from './target.ts';

// Releases lie side by side in a folder:
//
//     releases/000041-Xy3kPq0a/   a whole web root; files that are the same in several are the same on disk
//     releases/000042-b7TnW4cd/
//     current -> releases/000042-b7TnW4cd
//
// The number counts publishes, whatever the clock says; behind it stands the beginning of the release's digest.

const releasesFolder = 'releases';
/** Name of the link that a web server has as its root. */
export const currentLink = 'current';

export function releasePath(root: string, id: string): string {
  return path.join(root, releasesFolder, id);
}

/** Where a release is gathered until it is whole. */
export function stagePath(root: string, token: string): string {
  return releasePath(root, `${token}${unfinishedSuffix}`);
}

/** Ids of all whole releases, the oldest first. */
export function releaseIds(root: string): string[] {
  return namesIn(path.join(root, releasesFolder))
    .filter((name) => /^\d{6,}-[\w-]{8}$/.test(name)) // the token of a stage may begin with digits too
    .sort((a, b) => numberOf(a) - numberOf(b));
}

/** The release in force; null when there is none yet. Fails with `TARGET_NOT_OURS` when something else has the link's name. */
export function currentId(root: string): string | null {
  const link = path.join(root, currentLink);
  const stat = fs.lstatSync(link, { throwIfNoEntry: false });
  if (stat === undefined) return null;
  if (stat.isSymbolicLink()) return path.basename(fs.readlinkSync(link));
  throw new Failure('TARGET_NOT_OURS', `${link} is not a link that a publish made.`, {
    hint: 'Publish into a folder of its own; the web server serves the link "current" in it.',
  });
}

/** The number of the next release: one more than the last. */
export function nextNumber(root: string): number {
  const last = releaseIds(root).at(-1);
  return last === undefined ? 1 : numberOf(last) + 1;
}

/** The id for a new release with this digest. */
export function nextReleaseId(root: string, release: string): string {
  return `${String(nextNumber(root)).padStart(6, '0')}-${release.slice(0, 8)}`;
}

/** Puts a release in force: readers get the old one whole or the new one whole. */
export function switchTo(root: string, id: string): void {
  const temporary = path.join(root, `${currentLink}.${process.pid}${unfinishedSuffix}`);
  fs.rmSync(temporary, { force: true });
  fs.symlinkSync(path.join(releasesFolder, id), temporary);
  fs.renameSync(temporary, path.join(root, currentLink));
}

/** Deletes all but the last releases; never the one in force. */
export function pruneReleases(root: string, kept: number): void {
  const current = currentId(root);
  for (const id of releaseIds(root).slice(0, -kept)) {
    if (id !== current) fs.rmSync(releasePath(root, id), { recursive: true, force: true });
  }
}

/** Deletes what publishers that died had gathered, or were about to rename. Only for the holder of the lease. */
export function removeUnfinished(root: string): void {
  const besidePointers = releaseIds(root).map((id) =>
    path.dirname(path.join(releasePath(root, id), pointerFile)),
  );
  for (const folder of [root, path.join(root, releasesFolder), ...besidePointers]) {
    const names = namesIn(folder).filter((name) => name.endsWith(unfinishedSuffix));
    for (const name of names) fs.rmSync(path.join(folder, name), { recursive: true, force: true });
  }
}

/** What a release says of itself; null when its pointer is missing or damaged. */
export function manifestOf(root: string, id: string): PublishManifest | null {
  return manifestFromPointer(readFileIfAny(path.join(releasePath(root, id), pointerFile)));
}

/**
 * Gives a file a second name without copying it; where the file system cannot, copies it. False when there is no such
 * file. A file with several names is never written to: every writer here makes a new one.
 */
export function shareFile(from: string, to: string): boolean {
  try {
    fs.linkSync(from, to);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' && !fs.existsSync(from)) return false;
    if (code === 'ENOENT') {
      fs.mkdirSync(path.dirname(to), { recursive: true });
      return shareFile(from, to);
    }
    if (code === 'ENOTDIR') return false;
    if (code === 'EEXIST') return true;
    if (code !== 'EPERM' && code !== 'EMLINK' && code !== 'ENOTSUP') throw error;
    fs.copyFileSync(from, to);
  }
  return true;
}

function numberOf(id: string): number {
  return Number.parseInt(id, 10);
}

function namesIn(folder: string): string[] {
  return fs.existsSync(folder) ? fs.readdirSync(folder) : [];
}
