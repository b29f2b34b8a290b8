import fs from 'node:fs';
import { readFileIfAny } from '../disk.ts';
import { Failure } from '../failure.ts';

interface Holder {
  readonly pid: number;
  /** Tells a process from a later one with the same id; null where the system does not say. */
  readonly started: string | null;
}

/**
 * Takes the lock file, or fails with `BUILD_RUNNING` while a living process holds it. The lock of a process that
 * died is taken over. Gives the function that lets go.
 */
export function takeLock(file: string): () => void {
  const own = JSON.stringify({ pid: process.pid, started: startOf(process.pid) } satisfies Holder);
  if (!createExclusive(file, own)) takeOver(file, own);
  return () => {
    if (readFileIfAny(file) === own) fs.rmSync(file, { force: true });
  };
}

/** Only one process at a time may judge a lock stale: a second file guards the judgement. */
function takeOver(file: string, own: string): void {
  const guard = `${file}.judging`;
  if (!createExclusive(guard, own)) {
    if (isAlive(readHolder(guard))) throw running(file, readHolder(file));
    fs.rmSync(guard, { force: true });
    if (!createExclusive(guard, own)) throw running(file, readHolder(file));
  }
  try {
    const holder = readHolder(file);
    if (isAlive(holder)) throw running(file, holder);
    fs.rmSync(file, { force: true });
    if (!createExclusive(file, own)) throw running(file, readHolder(file));
  } finally {
    fs.rmSync(guard, { force: true });
  }
}

function running(file: string, holder: Holder | null): Failure {
  const who = holder === null ? 'Another build' : `Another build (process ${holder.pid})`;
  return new Failure('BUILD_RUNNING', `${who} is writing to this folder: ${file} is held.`, {
    hint: 'Wait until it is done, or build into another folder with --out.',
  });
}

function createExclusive(file: string, content: string): boolean {
  const temporary = `${file}.${process.pid}`;
  fs.writeFileSync(temporary, content);
  try {
    fs.linkSync(temporary, file); // unlike open(…, 'wx'), never shows an empty lock
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    fs.rmSync(temporary, { force: true });
  }
}

function readHolder(file: string): Holder | null {
  try {
    return JSON.parse(readFileIfAny(file) ?? '') as Holder;
  } catch {
    return null;
  }
}

/** Whether there is a process with this id, anybody's. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function isAlive(holder: Holder | null): boolean {
  if (holder === null || !Number.isInteger(holder.pid) || !isRunning(holder.pid)) return false;
  const started = startOf(holder.pid);
  return started === null || holder.started === null || started === holder.started;
}

/** Start time in clock ticks since boot, field 22 of proc(5)'s stat; the second field may hold spaces and brackets. */
function startOf(pid: number): string | null {
  let stat: string;
  try {
    stat = fs.readFileSync(`/proc/${pid}/stat`, 'latin1');
  } catch {
    return null; // no such process, or no /proc on this system
  }
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' ? 'dead, not yet reaped' : (fields[19] ?? null);
}
