import fs from 'node:fs';
import path from 'node:path';
import { isRunning } from './lock.ts';

/**
 * A new folder below `parent` for this process alone, "<purpose>-<process id>-…". Folders of the same purpose whose
 * process is gone are deleted on the way: a killed process cannot clear away after itself.
 */
export function scratchFolder(parent: string, purpose: string): string {
  fs.mkdirSync(parent, { recursive: true });
  for (const name of fs.readdirSync(parent)) {
    const owner = new RegExp(`^${purpose}-(\\d+)-`).exec(name)?.[1];
    if (owner === undefined || isRunning(Number(owner))) continue;
    fs.rmSync(path.join(parent, name), { recursive: true, force: true });
  }
  return fs.mkdtempSync(path.join(parent, `${purpose}-${process.pid}-`));
}
