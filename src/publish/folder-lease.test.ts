import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { threadId } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { unfinishedSuffix } from '../disk.ts';
import { forEachAtOnce } from './concurrent.ts';
import { takeFolderLease, type FolderLease } from './folder-lease.ts';

let root: string;
let lease: FolderLease | null = null;
beforeEach(() => void (root = fs.mkdtempSync(path.join(os.tmpdir(), 'folder-lease-'))));
afterEach(() => {
  lease?.release();
  fs.rmSync(root, { recursive: true, force: true });
});

const take = (leaseMs: number) => takeFolderLease({ root, leaseMs, now: Date.now });
const file = () => path.join(root, 'lease.json');

describe('takeFolderLease', () => {
  it('is renewed through work that never waits and takes longer than it lasts', async () => {
    lease = take(500);
    const end = performance.now() + 1200;
    let refusals = 0;
    await forEachAtOnce(Array.from({ length: 200_000 }), 1, () => {
      if (performance.now() > end) return Promise.resolve();
      lease!.assertHeld();
      expect(() => take(500)).toThrow(expect.objectContaining({ code: 'TARGET_BUSY' }) as Error);
      refusals++;
      return Promise.resolve();
    });
    expect(refusals).toBeGreaterThan(10);
  });

  it('survives a renewal that the disk refuses, and tells when another has it', async () => {
    lease = take(60);
    const inTheWay = `${file()}.${process.pid}-${threadId}${unfinishedSuffix}`;
    fs.mkdirSync(inTheWay);
    const renewalsAreOver = Date.now() + 60;
    await expect.poll(() => Date.now(), { interval: 5 }).toBeGreaterThan(renewalsAreOver);
    lease.assertHeld();
    fs.rmdirSync(inTheWay);
    const another = take(60_000);
    expect(() => lease!.assertHeld()).toThrow(expect.objectContaining({ code: 'TARGET_LOST' }) as Error);
    another.release();
  });

  it('clears away what processes left that died while they took the lock, and nothing of others', () => {
    const gone = ['.lease.lock.999999999', '.lease.lock.judging.999999999'];
    const stays = [`.lease.lock.${process.ppid}`, 'notes.txt'];
    for (const name of [...gone, ...stays]) fs.writeFileSync(path.join(root, name), '');
    lease = take(60_000);
    expect(fs.readdirSync(root).sort()).toEqual([...stays, 'lease.json'].sort());
  });
});
