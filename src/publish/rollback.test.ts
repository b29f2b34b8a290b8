import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { generation, publishTo, scriptOf, writeBuilt } from '../../test/publish-site.ts';
import { folderTarget } from './folder.ts';
import { listReleases, rollback } from './rollback.ts';

let folder: string;
let root: string;

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rollback-'));
  root = path.join(folder, 'web');
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

async function publishGeneration(n: number) {
  writeBuilt(path.join(folder, 'dist'), generation(n, 10));
  return await publishTo(folderTarget(root), path.join(folder, 'dist'));
}

const home = () => /home \d/.exec(fs.readFileSync(path.join(root, 'current', 'index.html'), 'utf8'))![0];
const isServed = (file: string) => fs.existsSync(path.join(root, 'current', file));

describe('rollback', () => {
  it('goes back to the release before, and further the next time', async () => {
    for (const n of [1, 2, 3]) await publishGeneration(n);
    await rollback(root, null);
    expect(home()).toBe('home 2');
    await rollback(root, null);
    expect(home()).toBe('home 1');
    await expect(rollback(root, null)).rejects.toMatchObject({ code: 'NO_SUCH_RELEASE' });
  });

  it('goes to any kept release by the beginning of its id, forward too', async () => {
    for (const n of [1, 2, 3]) await publishGeneration(n);
    await rollback(root, '000001');
    expect(home()).toBe('home 1');
    await rollback(root, '000003');
    expect(home()).toBe('home 3');
    for (const wrong of ['000009', '00000', '../x']) {
      await expect(rollback(root, wrong)).rejects.toMatchObject({ code: 'NO_SUCH_RELEASE' });
    }
  });

  it('leaves the assets that open pages name, until their grace period is over', async () => {
    for (const n of [1, 2]) await publishGeneration(n);
    const script = scriptOf(generation(2, 10));
    expect((await rollback(root, null)).carried).toBeGreaterThan(0);
    expect(isServed(script)).toBe(true);
    await publishGeneration(3);
    expect(isServed(script)).toBe(true);
    writeBuilt(path.join(folder, 'dist'), generation(3, 10));
    const tomorrow = () => new Date(Date.now() + 25 * 3_600_000);
    await publishTo(folderTarget(root), path.join(folder, 'dist'), { now: tomorrow });
    expect(isServed(script)).toBe(false);
  });

  it('is what the next publish compares with', async () => {
    for (const n of [1, 2]) await publishGeneration(n);
    await rollback(root, null);
    const { uploads, check } = await publishGeneration(2);
    expect(uploads.length).toBeGreaterThan(0);
    expect(check.missing).toEqual([]);
    expect(home()).toBe('home 2');
    expect(listReleases(root)).toHaveLength(3);
  });

  it('is refused while somebody publishes', async () => {
    for (const n of [1, 2]) await publishGeneration(n);
    const lease = await folderTarget(root).lease();
    await expect(rollback(root, null)).rejects.toMatchObject({ code: 'TARGET_BUSY' });
    await lease.release();
  });
});

describe('listReleases', () => {
  it('gives the newest first and says which one is in force', async () => {
    for (const n of [1, 2]) await publishGeneration(n);
    await rollback(root, null);
    expect(listReleases(root).map(({ id, isCurrent }) => [Number.parseInt(id, 10), isCurrent])).toEqual([
      [2, false],
      [1, true],
    ]);
    expect(listReleases(path.join(folder, 'none'))).toEqual([]);
  });
});
