import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Failure } from '../src/failure.ts';
import { folderTarget } from '../src/publish/folder.ts';
import { pointerFile } from '../src/publish/pointer.ts';
import { isSound } from '../src/publish/report.ts';
import type { Lease, Target } from '../src/publish/target.ts';
import { generation, publishTo, scriptOf, writeBuilt } from './publish-site.ts';

const hourMs = 3_600_000;
let folder: string;
let dist: string;
let root: string;
let target: Target;

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'publish-'));
  [dist, root] = [path.join(folder, 'dist'), path.join(folder, 'web')];
  target = folderTarget(root);
  writeBuilt(dist, generation(1));
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

/** The target with some of its calls replaced. */
function changed(change: (lease: Lease) => Partial<Lease>): Target {
  const lease = async () => {
    const inner = await target.lease();
    return { ...inner, ...change(inner) };
  };
  return { ...target, lease };
}

/** Relative path → text of everything below the web root in force. */
function served(): Record<string, string> {
  const current = path.join(root, 'current');
  const files = fs
    .readdirSync(current, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile());
  const paths = files.map((item) => path.relative(current, path.join(item.parentPath, item.name))).sort();
  return Object.fromEntries(paths.map((file) => [file, fs.readFileSync(path.join(current, file), 'utf8')]));
}

function rebuild(n: number): void {
  writeBuilt(dist, generation(n));
}

const unavailable = () => new Failure('TARGET_UNAVAILABLE', 'Not now.', { hint: 'Try again.' });

describe('publish', () => {
  it('serves the built files, and has nothing to do the second time', async () => {
    const first = await publishTo(target, dist);
    expect(first).toMatchObject({ comparedBy: 'listing', kept: 0, check: { missing: [] } });
    const { [pointerFile]: pointer, ...files } = served();
    expect(pointer).toContain(first.release);
    expect(Object.keys(files)).toHaveLength(first.files);
    const second = await publishTo(target, dist);
    expect(second).toMatchObject({
      comparedBy: 'manifest',
      uploads: [],
      kept: first.files,
      release: first.release,
    });
    expect(fs.readdirSync(path.join(root, 'releases'))).toHaveLength(1);
  });

  it('uploads what differs only, and shares the rest between releases', async () => {
    await publishTo(target, dist);
    const before = fs.statSync(path.join(root, 'current', 'a/p4/index.html')).ino;
    const { pages, script } = generation(1);
    writeBuilt(dist, { pages: { ...pages, '/a/p3/': 'new' }, script });
    const report = await publishTo(target, dist);
    expect(report.uploads.map(({ path, reason }) => `${reason} ${path}`)).toEqual([
      'changed a/p3.json',
      'changed a/p3/index.html',
      'changed .well-known/curbside/manifest.json',
      'changed .well-known/curbside/shards/a.json',
    ]);
    expect(fs.statSync(path.join(root, 'current', 'a/p4/index.html')).ino).toBe(before);
  });

  it('keeps what went for the grace period, and deletes it then', async () => {
    await publishTo(target, dist);
    rebuild(2);
    const old = scriptOf(generation(1));
    const at = (hours: number) => ({ now: () => new Date(Date.now() + hours * hourMs) });
    const second = await publishTo(target, dist, at(1));
    expect(second.retired).toContain(old);
    expect(served()).toHaveProperty([old]);
    const third = await publishTo(target, dist, at(26));
    expect(third).toMatchObject({ uploads: [], retired: [], removed: second.retired });
    expect(served()).not.toHaveProperty([old]);
    expect(await publishTo(target, dist, at(27))).toMatchObject({ removed: [] });
  });

  it('refuses to retire more than allowed before it changes anything', async () => {
    await publishTo(target, dist);
    rebuild(2);
    const before = served();
    await expect(publishTo(target, dist, { maxDelete: 3 })).rejects.toMatchObject({
      code: 'TOO_MANY_DELETES',
    });
    expect(served()).toEqual(before);
    expect(isSound(await publishTo(target, dist, { maxDelete: 30 }))).toBe(true);
  });

  it.each([
    ['damaged', (file: string) => fs.writeFileSync(file, fs.readFileSync(file, 'utf8').slice(0, -9))],
    ['foreign', (file: string) => fs.writeFileSync(file, '{"version":1,"files":{}}')],
    ['missing', (file: string) => fs.rmSync(file)],
  ])('compares everything when the manifest is %s', async (_, spoil) => {
    await publishTo(target, dist);
    spoil(path.join(root, 'current', pointerFile));
    fs.rmSync(path.join(root, 'current', 'a/p4/index.html'));
    fs.writeFileSync(path.join(root, 'current', 'a/p5/index.html'), 'edited');
    const report = await publishTo(target, dist);
    expect(report).toMatchObject({ comparedBy: 'listing', check: { missing: [] } });
    expect(report.uploads.map(({ path, reason }) => `${reason} ${path}`)).toEqual([
      'added a/p4/index.html',
      'changed a/p5/index.html',
    ]);
    expect(served()['a/p5/index.html']).toBe(fs.readFileSync(path.join(dist, 'a/p5/index.html'), 'utf8'));
  });

  it('uploads again what should be there and is not', async () => {
    await publishTo(target, dist);
    fs.rmSync(path.join(root, 'current', 'a/p4/index.html'));
    const { pages, script } = generation(1);
    writeBuilt(dist, { pages: { ...pages, '/a/p3/': 'new' }, script });
    const { uploads } = await publishTo(target, dist);
    expect(uploads).toContainEqual(
      expect.objectContaining({ path: 'a/p4/index.html', reason: 'not known to be there' }),
    );
    expect(served()).toHaveProperty(['a/p4/index.html']);
  });

  it('refuses a second publisher before it uploads anything', async () => {
    const lease = await target.lease();
    await expect(publishTo(folderTarget(root), dist)).rejects.toMatchObject({ code: 'TARGET_BUSY' });
    expect(fs.existsSync(path.join(root, 'releases'))).toBe(false);
    await lease.release();
    expect(isSound(await publishTo(target, dist))).toBe(true);
  });

  it('says which asset of which page readers do not get, deletes nothing then, and heals the next time', async () => {
    const script = scriptOf(generation(1));
    const losing = changed((inner) => ({
      put: (file, content) => (file.path === script ? Promise.resolve() : inner.put(file, content)),
    }));
    const report = await publishTo(losing, dist);
    expect(isSound(report)).toBe(false);
    expect(report.check.missing).toEqual([
      { path: script, namedBy: expect.stringMatching(/html$/) as string, why: 'not there' },
    ]);
    const next = await publishTo(target, dist);
    expect(next.uploads.map(({ path }) => path)).toEqual([script]);
    expect(isSound(next)).toBe(true);
  });

  it('sees pages that were stored with other bytes', async () => {
    const garbling = changed((inner) => ({
      put: (file, content) => inner.put(file, file.path === 'index.html' ? Buffer.from('?') : content),
    }));
    expect((await publishTo(garbling, dist)).check.missing).toEqual([
      { path: 'index.html', namedBy: null, why: 'other bytes' },
    ]);
  });

  it('tries again what may succeed then, waiting longer each time, and nothing else', async () => {
    const waits: number[] = [];
    let faults = 0;
    const retries = {
      tries: 4,
      firstDelayMs: 100,
      longestDelayMs: 300,
      random: () => 1,
      sleep: (ms: number) => Promise.resolve(waits.push(ms)),
    };
    const failing = (error: () => Error, times: number) =>
      changed((inner) => ({
        put: (file, content) =>
          file.path === 'index.html' && faults++ < times ? Promise.reject(error()) : inner.put(file, content),
      }));
    expect(isSound(await publishTo(failing(unavailable, 3), dist, { retries }))).toBe(true);
    expect(waits).toEqual([100, 200, 300]);
    rebuild(2);
    faults = 0;
    await expect(publishTo(failing(unavailable, 4), dist, { retries })).rejects.toThrow('Not now.');
    faults = 0;
    await expect(
      publishTo(
        failing(() => new Error('a defect'), 1),
        dist,
        { retries },
      ),
    ).rejects.toThrow('a defect');
    expect(waits).toHaveLength(6);
    expect(served()['index.html']).toContain('home 1');
  });

  it('never has more under way at once than it is told to', async () => {
    let [now, most] = [0, 0];
    const counting = changed((inner) => ({
      put: async (...args) => {
        most = Math.max(most, ++now);
        await inner.put(...args).finally(() => now--);
      },
    }));
    await publishTo(counting, dist, { concurrency: 3 });
    expect(most).toBe(3);
  });

  it('refuses a build that is not finished, or that changes underneath', async () => {
    await expect(publishTo(target, path.join(folder, 'none'))).rejects.toMatchObject({
      code: 'NOTHING_BUILT',
    });
    fs.writeFileSync(path.join(dist, 'a/p4/index.html'), 'edited');
    await expect(publishTo(target, dist)).rejects.toMatchObject({ code: 'BUILD_CHANGED' });
    fs.writeFileSync(path.join(dist, '.well-known/curbside/unfinished'), '');
    await expect(publishTo(target, dist)).rejects.toMatchObject({ code: 'NOTHING_BUILT' });
  });

  it('publishes the state that is kept beside the pages', async () => {
    const file = '.well-known/curbside/state/sf/pointer-abc.json';
    fs.mkdirSync(path.dirname(path.join(dist, file)), { recursive: true });
    fs.writeFileSync(path.join(dist, file), '{}');
    await publishTo(target, dist);
    expect(served()[file]).toBe('{}');
    expect((await publishTo(target, dist, { stateFiles: [] })).retired).toEqual([file]);
  });

  it('keeps the last five releases', async () => {
    for (let n = 1; n <= 7; n++) {
      rebuild(n);
      await publishTo(target, dist);
    }
    const ids = fs.readdirSync(path.join(root, 'releases')).sort();
    expect(ids.map((id) => Number.parseInt(id, 10))).toEqual([3, 4, 5, 6, 7]);
    expect(path.basename(fs.readlinkSync(path.join(root, 'current')))).toBe(ids[4]);
  });

  it('leaves a folder alone whose "current" it did not make', async () => {
    fs.mkdirSync(path.join(root, 'current'), { recursive: true });
    await expect(publishTo(target, dist)).rejects.toMatchObject({ code: 'TARGET_NOT_OURS' });
    expect(fs.readdirSync(root)).toEqual(['current']);
  });
});
