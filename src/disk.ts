import fs from 'node:fs';
import path from 'node:path';
import { threadId } from 'node:worker_threads';

/** Ends the name of every file that is not yet whole; such a file may be deleted at any time. */
export const unfinishedSuffix = '.unfinished';

/** Writes the whole file or nothing: a temporary name beside it, then a rename. Creates the folder when it is missing. */
export function writeFileAtomic(file: string, content: string | Uint8Array): void {
  const temporary = `${file}.${process.pid}-${threadId}${unfinishedSuffix}`;
  try {
    fs.writeFileSync(temporary, content);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(temporary, content);
  }
  fs.renameSync(temporary, file);
}

/** The file's text, or null when there is no such file. */
export function readFileIfAny(file: string): string | null {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
