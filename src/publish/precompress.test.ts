import fc from 'fast-check';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import zlib from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { generation, publishTo, writeBuilt, type TinyRelease } from '../../test/publish-site.ts';
import { pointerFile } from './pointer.ts';
import { rollback } from './rollback.ts';
import { targetNamed } from './target-name.ts';

let folder: string;
let dist: string;
let root: string;

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'precompress-'));
  [dist, root] = [path.join(folder, 'dist'), path.join(folder, 'web')];
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

const long = (text: string) => `${text}: noon to one, 401 Clay St; `.repeat(20);
/** A tiny release whose pages are long enough to be compressed. */
function release(n: number, size = 12): TinyRelease {
  const { pages, script } = generation(n, size);
  return {
    pages: Object.fromEntries(Object.entries(pages).map(([page, text]) => [page, long(text)])),
    script: long(script),
  };
}
async function publishRelease(n: number, options = '?compress=br,gzip', graceMs?: number) {
  writeBuilt(dist, release(n));
  const target = await targetNamed(`folder:${root}${options}`);
  return await publishTo(target, dist, graceMs === undefined ? {} : { graceMs });
}

const current = (file: string) => path.join(root, 'current', file);
function served(): string[] {
  const items = fs.readdirSync(current(''), { recursive: true, withFileTypes: true });
  return items
    .filter((item) => item.isFile())
    .map((item) => path.relative(current(''), path.join(item.parentPath, item.name)));
}
/** Copies in force that are not their file compressed. */
function wrongCopies(): string[] {
  return served().filter((file) => {
    const base = file.replace(/\.(br|gz)$/, '');
    if (base === file) return false;
    if (!fs.existsSync(current(base))) return true;
    const unpack = file.endsWith('.br') ? zlib.brotliDecompressSync : zlib.gunzipSync;
    return !unpack(fs.readFileSync(current(file))).equals(fs.readFileSync(current(base)));
  });
}
const inode = (file: string) => fs.statSync(current(file)).ino;

describe('a folder with compressed copies', () => {
  it('has them beside every text, smaller and with the same content', async () => {
    const report = await publishRelease(1);
    expect(report.check.missing).toEqual([]);
    const texts = Object.keys(release(1).pages).map((page) => `${page.slice(1)}index.html`);
    expect(served()).toEqual(expect.arrayContaining(texts.flatMap((file) => [`${file}.br`, `${file}.gz`])));
    expect(wrongCopies()).toEqual([]);
    expect(served()).not.toContain(`${pointerFile}.br`);
  });

  it('compresses what changed, and shares the rest with the release before', async () => {
    await publishRelease(1);
    const before = ['a/p4/index.html.br', 'a/p3/index.html.br'].map(inode);
    await publishRelease(2);
    const after = ['a/p4/index.html.br', 'a/p3/index.html.br'].map(inode);
    expect(after.map((value, at) => value === before[at])).toEqual([false, false]); // the script's name is in every page
    const data = inode('a/p4.json.gz');
    await publishRelease(12);
    expect(inode('a/p4.json.gz')).toBe(data);
    expect(wrongCopies()).toEqual([]);
  });

  it('counts no copy as a file of the site', async () => {
    const first = await publishRelease(1);
    expect(await publishRelease(1)).toMatchObject({ uploads: [], kept: first.files });
    fs.writeFileSync(current(pointerFile), 'damaged');
    expect(await publishRelease(1)).toMatchObject({ comparedBy: 'listing', uploads: [], retired: [] });
  });

  it('makes up for copies that are missing, in the next release', async () => {
    await publishRelease(1, '');
    expect(served().filter((file) => file.endsWith('.br'))).toEqual([]);
    await publishRelease(2, '?compress=br');
    expect(served()).toContain('a/p4.json.br');
    expect(served()).toContain('a/p4/index.html.br');
    expect(wrongCopies()).toEqual([]);
  });

  it('removes them with their file', async () => {
    await publishRelease(1);
    await publishRelease(2, undefined, 0); // retires p2
    expect(served()).toContain('a/p2/index.html.br');
    await publishRelease(2, undefined, 0); // deletes it
    expect(served().filter((file) => file.startsWith('a/p2/'))).toEqual([]);
  });

  it('keeps them through a rollback, for files carried over too', async () => {
    await publishRelease(1);
    await publishRelease(2);
    const carried = served().filter((file) => /^(_astro|a\/p1\.json)/.test(file));
    await rollback(root, null);
    expect(served()).toEqual(expect.arrayContaining(carried));
    expect(wrongCopies()).toEqual([]);
  });

  it('never has a copy of other bytes or of nothing, whoever publishes, goes back or damages the manifest', async () => {
    const step = fc.record({
      release: fc.integer({ min: 0, max: 4 }),
      options: fc.constantFrom('', '?compress=br', '?compress=gzip', '?compress=br,gzip'),
      graceMs: fc.constantFrom(0, 86_400_000),
      after: fc.constantFrom('nothing', 'damage', 'rollback'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 6 }), async (steps) => {
        fs.rmSync(root, { recursive: true, force: true });
        for (const [at, { release, options, graceMs, after }] of steps.entries()) {
          await publishRelease(release, options, graceMs);
          if (after === 'damage') fs.writeFileSync(current(pointerFile), 'damaged');
          if (after === 'rollback' && at > 0 && fs.readdirSync(path.join(root, 'releases')).length > 1)
            try {
              await rollback(root, null);
            } catch (error) {
              expect(error).toMatchObject({ code: 'NO_SUCH_RELEASE' });
            }
          expect(wrongCopies()).toEqual([]);
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe('targetNamed', () => {
  it.each([
    'folder:x?compress=zstd',
    'folder:x?compres=br',
    'folder:x?compress=',
    'folder:',
    'folder:?compress=br',
  ])('refuses %s', (name) => expect(targetNamed(name)).rejects.toMatchObject({ code: 'TARGET_UNKNOWN' }));
});
