import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { readFileIfAny, writeFileAtomic } from '../disk.ts';
import { Failure } from '../failure.ts';
import { isRunning, takeLock } from '../incremental/lock.ts';

/** The sole right to change a folder, for as long as it is renewed. */
export interface FolderLease {
  /** Names what this holder leaves unfinished. */
  readonly token: string;
  /** Fails with `TARGET_LOST` once another holds the lease. */
  assertHeld(): void;
  release(): void;
}

export interface FolderLeaseOptions {
  readonly root: string;
  /** How long a lease stands without being renewed. */
  readonly leaseMs: number;
  readonly now: () => number;
}

interface Holder {
  readonly token: string;
  readonly host: string;
  readonly pid: number;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

/**
 * Takes the lease of a folder and renews it three times in its span. Fails with `TARGET_BUSY` while another holds it; one
 * that expired is taken over, as is that of a process of this machine that no longer runs.
 */
export function takeFolderLease(options: FolderLeaseOptions): FolderLease {
  const { root, leaseMs } = options;
  const file = leaseFile(root);
  const token = randomUUID();
  fs.mkdirSync(root, { recursive: true });
  judge(options, () => {
    const holder = readHolder(file);
    if (holder !== null && isAlive(holder, options)) throw busy(root, holder);
    writeHolder(token, options);
  });
  sweep(root);
  const isHeld = () => readHolder(file)?.token === token;
  const renewal = setInterval(() => {
    const holder = readHolder(file);
    if (holder?.token !== token || holder.expiresAt <= options.now()) return;
    try {
      writeHolder(token, options);
    } catch {
      // Made again by the next renewal. If none succeeds and another takes over, `assertHeld` tells.
    }
  }, leaseMs / 3);
  renewal.unref();
  return {
    token,
    assertHeld: () => {
      if (!isHeld()) throw lost(root);
    },
    release: () => {
      clearInterval(renewal);
      if (isHeld()) fs.rmSync(file, { force: true });
    },
  };
}

function leaseFile(root: string): string {
  return path.join(root, 'lease.json');
}

function writeHolder(token: string, { root, leaseMs, now }: FolderLeaseOptions): void {
  const holder: Holder = { token, host: os.hostname(), pid: process.pid, expiresAt: now() + leaseMs };
  writeFileAtomic(leaseFile(root), JSON.stringify(holder));
}

/** Only one process at a time may judge a lease. */
function judge({ root }: FolderLeaseOptions, judgement: () => void): void {
  let letGo: () => void;
  try {
    letGo = takeLock(path.join(root, '.lease.lock'));
  } catch (error) {
    if (error instanceof Failure) throw busy(root, null, error);
    throw error;
  }
  try {
    judgement();
  } finally {
    letGo();
  }
}

/** Deletes what processes left that died while they took the lock. */
function sweep(root: string): void {
  for (const name of fs.readdirSync(root)) {
    const pid = /^\.lease\.lock\.(?:judging\.)?(?<pid>\d+)$/.exec(name)?.groups!['pid'];
    if (pid !== undefined && !isRunning(Number(pid))) fs.rmSync(path.join(root, name), { force: true });
  }
}

function readHolder(file: string): Holder | null {
  try {
    return JSON.parse(readFileIfAny(file) ?? '') as Holder;
  } catch {
    return null;
  }
}

function isAlive({ expiresAt, host, pid }: Holder, { now }: FolderLeaseOptions): boolean {
  if (!(expiresAt > now())) return false;
  return host !== os.hostname() || isRunning(pid);
}

function busy(root: string, holder: Holder | null, cause?: unknown): Failure {
  const who =
    holder === null ? 'Another publisher' : `Another publisher (process ${holder.pid} on ${holder.host})`;
  return new Failure('TARGET_BUSY', `${who} is at work on ${root}.`, {
    hint: 'Wait until it is done; if it died, its lease expires within a minute.',
    cause,
  });
}

function lost(root: string): Failure {
  return new Failure('TARGET_LOST', `The lease of ${root} ran out, and another publisher has it now.`, {
    hint: 'This publish changed nothing that readers see. Publish again.',
  });
}
