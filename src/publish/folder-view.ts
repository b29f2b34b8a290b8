import fs from 'node:fs';
import path from 'node:path';
import { digest } from '../digest.ts';
import { Failure } from '../failure.ts';
import { pointerFile } from './pointer.ts';
import { isCopy } from './precompress.ts';
import { currentLink, manifestOf } from './releases.ts';
import type { Answer, ListedFile, View } from './target.ts';

/** The site in a folder as it is to be seen; `origin` gives the release in force as far as the caller knows. */
export function viewOf(root: string, origin: () => string | null): View {
  const webRoot = path.join(root, currentLink);
  return {
    readManifest: () =>
      onDisk(root, () => {
        const id = origin();
        return id === null ? null : (manifestOf(root, id) ?? 'damaged');
      }),
    list: () => listFiles(webRoot),
    read: (file) => onDisk(root, () => readAnswer(path.join(webRoot, file))),
    release: () => Promise.resolve(),
  };
}

async function* listFiles(webRoot: string): AsyncGenerator<ListedFile> {
  await Promise.resolve();
  if (!fs.existsSync(webRoot)) return;
  const files = fs
    .readdirSync(webRoot, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => path.relative(webRoot, path.join(item.parentPath, item.name)).split(path.sep).join('/'));
  const names = new Set(files);
  for (const file of files.sort()) {
    if (file !== pointerFile && !isCopy(file, names))
      yield { path: file, digest: digest(fs.readFileSync(path.join(webRoot, file))) };
  }
}

/** The server before the folder adds the headers. */
function readAnswer(file: string): Answer | null {
  if (!(fs.statSync(file, { throwIfNoEntry: false })?.isFile() ?? false)) return null;
  return { content: fs.readFileSync(file), headers: {} };
}

/** Does the work, and names the folder when the system refuses. */
export async function onDisk<T>(root: string, work: () => T): Promise<T> {
  await Promise.resolve();
  try {
    return work();
  } catch (cause) {
    if (!(cause instanceof Error) || !('errno' in cause)) throw cause;
    throw new Failure('TARGET_DISK', `The system refuses to work on ${root}.`, {
      hint: 'See whether the folder may be written to and has space left, then publish again.',
      cause,
    });
  }
}
