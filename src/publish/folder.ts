import fs from 'node:fs';
import path from 'node:path';
import { writeFileAtomic } from '../disk.ts';
import { Failure } from '../failure.ts';
import { fileTime } from './file-time.ts';
import { takeFolderLease, type FolderLease } from './folder-lease.ts';
import { onDisk, viewOf } from './folder-view.ts';
import { pointerFile, pointerText } from './pointer.ts';
import { copiesOf } from './precompress.ts';
import {
  currentId,
  currentLink,
  nextNumber,
  nextReleaseId,
  pruneReleases,
  releasePath,
  removeUnfinished,
  shareFile,
  stagePath,
  switchTo,
} from './releases.ts';
import type { Lease, PublishManifest, Target } from './target.ts';

export interface FolderOptions {
  /** Releases that stay, the one in force among them. */
  readonly releasesKept: number;
  readonly leaseMs: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Five releases; a lease of a minute. */
export const folderDefaults: FolderOptions = { releasesKept: 5, leaseMs: 60_000, now: Date.now };

/**
 * A folder of this machine as a target: the web root to serve is the link `current` in it. Every publish makes a whole
 * release beside the others, of which only changed files take up space, and switches the link to it.
 */
export function folderTarget(folder: string, options: FolderOptions = folderDefaults): Target {
  const root = path.resolve(folder);
  return {
    name: `folder:${root}`,
    storedAs: null,
    look: () =>
      onDisk(root, () => {
        const origin = currentId(root);
        return viewOf(root, () => origin);
      }),
    lease: () =>
      onDisk(root, () => {
        const held = takeFolderLease({ root, ...options });
        try {
          removeUnfinished(root);
          return leaseOf({
            root,
            held,
            options,
            origin: currentId(root),
            stage: null,
            stageTime: 0,
            folders: new Set(),
          });
        } catch (error) {
          held.release();
          throw error;
        }
      }),
  };
}

interface Work {
  readonly root: string;
  readonly held: FolderLease;
  readonly options: FolderOptions;
  /** The release in force as far as this lease knows. */
  origin: string | null;
  /** Where the next release is gathered; null while nothing was put or kept. */
  stage: string | null;
  /** The time of all files that are put into it (Unix, seconds). */
  stageTime: number;
  /** Folders of the stage that are there. */
  readonly folders: Set<string>;
}

function leaseOf(work: Work): Lease {
  const { root, held } = work;
  const changing = <T>(change: () => T) =>
    onDisk(root, () => {
      held.assertHeld();
      return change();
    });
  return {
    ...viewOf(root, () => work.origin),
    begin: () => Promise.resolve(),
    put: (file, content) => changing(() => writeInStage(work, file.path, content)),
    keep: (file) => changing(() => shareFile(path.join(root, currentLink, file), inStage(work, file))),
    commit: (manifest) => changing(() => commit(work, manifest)),
    remove: (files) =>
      changing(() =>
        files
          .flatMap((file) => [...copiesOf(file), file])
          .forEach((file) => removeFile(path.join(root, currentLink), file)),
      ),
    release: () => onDisk(root, () => letGo(work)),
  };
}

function commit(work: Work, manifest: PublishManifest): void {
  const { root, options } = work;
  if (currentId(root) !== work.origin) throw changed(root);
  if (work.stage === null && work.origin !== null) {
    writeFileAtomic(path.join(releasePath(root, work.origin), pointerFile), pointerText(manifest));
    return;
  }
  writeInStage(work, pointerFile, pointerText(manifest));
  const id = nextReleaseId(root, manifest.release);
  fs.renameSync(work.stage!, releasePath(root, id));
  switchTo(root, id);
  work.origin = id;
  work.stage = null;
  work.folders.clear();
  pruneReleases(root, options.releasesKept);
}

function letGo({ stage, held }: Work): void {
  if (stage !== null) fs.rmSync(stage, { recursive: true, force: true });
  held.release();
}

function writeInStage(work: Work, file: string, content: string | Uint8Array): void {
  const place = inStage(work, file);
  fs.writeFileSync(place, content);
  fs.utimesSync(place, work.stageTime, work.stageTime);
}

/** The place of a file in the release that is being gathered; its folder is there. */
function inStage(work: Work, file: string): string {
  if (work.stage === null) {
    work.stage = stagePath(work.root, work.held.token);
    work.stageTime = fileTime(nextNumber(work.root), work.options.now());
  }
  const place = path.join(work.stage, file);
  const folder = path.dirname(place);
  if (!work.folders.has(folder)) {
    fs.mkdirSync(folder, { recursive: true });
    work.folders.add(folder);
  }
  return place;
}

/** Folders that become empty go too: a server would list or forbid them, where a reader is to get a 404. */
function removeFile(webRoot: string, file: string): void {
  fs.rmSync(path.join(webRoot, file), { force: true });
  for (let folder = path.dirname(file); folder !== '.'; folder = path.dirname(folder)) {
    const place = path.join(webRoot, folder);
    if (fs.existsSync(place) && fs.readdirSync(place).length > 0) return;
    fs.rmSync(place, { recursive: true, force: true });
  }
}

function changed(root: string): Failure {
  return new Failure('TARGET_CHANGED', `Another release of ${root} was put in force meanwhile.`, {
    hint: 'Publish again.',
  });
}
