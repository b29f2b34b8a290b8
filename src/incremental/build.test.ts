import fc from 'fast-check';
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { expectSameFiles, verifySite as verify } from '../../test/differing-files.ts';
import { readTree, tinySite, type TinyData, type TinySite } from '../../test/tiny-site.ts';
import { build } from './build.ts';
import { manifestFolder, readSiteManifest } from './manifest.ts';
import type { BuildOptions } from './options.ts';
import { filesBelow } from './outputs.ts';

let site: TinySite;
/** Whether the next test's site outlives it. */
let isShared = false;
beforeEach(() => {
  site = tinySite();
  site.writeData({ a: { x: 'one', y: 'two' }, b: { z: 'three' } });
});
afterEach(() => {
  if (!isShared) site.remove();
  isShared = false;
});

const run = (over?: Partial<BuildOptions>) => build(site.options(over));
const at = (file: string) => path.join(site.out, file);

/** Every file's identity and times: equal before and after means that nothing was written. */
function times(): Record<string, string> {
  return Object.fromEntries(
    filesBelow(site.out).map((file) => {
      const { ino, mtimeMs, ctimeMs } = fs.statSync(at(file));
      return [file, [ino, mtimeMs, ctimeMs].join()];
    }),
  );
}

describe('build', () => {
  it('writes what a plain astro build writes', async () => {
    const report = await run();
    expect(report).toMatchObject({ pages: 8, removed: [], changed: [], unchanged: 0, compiled: true });
    expect(report.added).toContain('/a/x/');
    expect(await verify(site.options())).toEqual([]);
  });

  it('writes nothing when nothing changed, not even a time', async () => {
    await run();
    const before = times();
    expect(await run()).toMatchObject({
      added: [],
      changed: [],
      removed: [],
      unchanged: 8,
      rendered: 0,
      compiled: false,
    });
    expect(times()).toEqual(before);
  });

  it('renders only the pages whose data changed, and says why', async () => {
    await run();
    const before = times();
    site.writeData({ a: { x: 'one', y: 'new' }, b: { z: 'three' } });
    const report = await run();
    expect(report.reasons).toEqual({ '/a/y.json': 'data changed', '/a/y/': 'data changed' });
    expect(report).toMatchObject({ rendered: 2, unchanged: 6, compiled: false });
    const after = times();
    expect(after['a/x/index.html']).toBe(before['a/x/index.html']);
    expect(after['b/z/index.html']).toBe(before['b/z/index.html']);
  });

  it('gives each path to be served below its own pages, in turn and in one folder', async () => {
    site.editCode('astro.config.mjs', (config) =>
      config.replace('site:', 'base: process.env.TINY_BASE, site:'),
    );
    site.editCode('src/pages/index.astro', (page) => `${page}<p>{Astro.url.pathname}</p>`);
    const codeEnvironment = ['TINY_BASE'];
    for (const [base, compiled] of [
      ['/below/here/', true],
      ['/', true],
      ['/below/here/', false],
    ] as const) {
      process.env['TINY_BASE'] = base;
      expect(await run({ codeEnvironment })).toMatchObject({ compiled, rendered: 8 });
      expect(await verify(site.options({ codeEnvironment }))).toEqual([]);
      expect(fs.readFileSync(at('index.html'), 'utf8')).toContain(`<p>${base}</p>`);
      expect(readSiteManifest(site.out)?.base).toBe(base === '/' ? undefined : base);
    }
    delete process.env['TINY_BASE'];
  });

  it('does not list a shard whose input stays', async () => {
    await run();
    site.writeData({ a: { x: 'one', y: 'two' }, b: { z: 'new' } });
    // The first shard's data changes too, but its input claims otherwise: it must not be looked at.
    const { shards } = site.options();
    site.writeData({ a: { x: 'unseen', y: 'two' }, b: { z: 'new' } });
    expect((await run({ shards })).changed).toEqual(['/b/z.json', '/b/z/']);
  });

  it('removes pages and derived files of a shard that went away, and their folders', async () => {
    await run();
    site.writeData({ a: { x: 'one', y: 'two' } });
    expect(await run()).toMatchObject({ removed: ['/b/z.json', '/b/z/'], pages: 6 });
    expect(fs.existsSync(at('b'))).toBe(false);
    expect(await verify(site.options())).toEqual([]);
  });

  it('compiles after a code edit, and writes only pages that look different', async () => {
    await run();
    site.editCode('src/pages/404.astro', (text) => `${text}!`);
    expect(await run()).toMatchObject({ changed: ['/404/'], compiled: true, rendered: 8, unchanged: 7 });
    site.editCode('src/pages/404.astro', (text) => text.slice(0, -1));
    expect(await run()).toMatchObject({ changed: ['/404/'], compiled: false });
  });

  it('renders everything when asked to, and leaves equal files alone', async () => {
    await run();
    const before = times()['a/x/index.html'];
    expect(await run({ full: true })).toMatchObject({
      compiled: true,
      rendered: 8,
      changed: [],
      unchanged: 8,
    });
    expect(times()['a/x/index.html']).toBe(before);
  });

  it('compiles anew into the same names, so that a build that still imports the old ones goes on', async () => {
    await run();
    const names = () => filesBelow(site.options().cache);
    const before = names();
    await run({ full: true });
    expect(names()).toEqual(before);
  });

  it('forgets the compiled site that was not used for longest', async () => {
    const { cache } = site.options();
    const text = fs.readFileSync(path.join(site.root, 'src/pages/404.astro'), 'utf8');
    const compileWith = async (words: string) => {
      site.editCode('src/pages/404.astro', () => text + words);
      return (await run()).compiled;
    };
    for (const words of ['1', '2', '3', '4']) expect(await compileWith(words)).toBe(true);
    expect(await compileWith('1')).toBe(false);
    expect(await compileWith('5')).toBe(true);
    expect(fs.readdirSync(cache)).toHaveLength(4);
    expect(await compileWith('1')).toBe(false);
    expect(await compileWith('2')).toBe(true);
  });

  it('gives the same bytes with several threads', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 700 }, (_, index) => [`p${index}`, `text ${index}`]),
    );
    site.writeData({ a: many });
    await run({ threads: 3 });
    const threaded = readTree(site.out);
    await run({ threads: 1, out: `${site.out}-single` });
    expectSameFiles(readTree(`${site.out}-single`), threaded);
  });

  it('fails with the path of a page that cannot be rendered, and heals when it can', async () => {
    await run();
    site.writeData({ a: { x: 'throw', y: 'new' }, b: { z: 'three' } });
    await expect(run()).rejects.toThrow('Rendering /a/x/ gave status 500');
    site.writeData({ a: { x: 'one', y: 'new' }, b: { z: 'three' } });
    await run();
    expect(await verify(site.options())).toEqual([]);
  });

  it('fails with the words of the compiler when the code is wrong', async () => {
    site.editCode('src/pages/404.astro', () => '---\nconst = ;\n---');
    await expect(run()).rejects.toMatchObject({ code: 'COMPILE_FAILED' });
  });

  it('fails when pages are listed for a shard that they do not belong to', async () => {
    site.editCode('src/data.ts', (text) => text.replace('!only || only.includes(shard)', 'true'));
    await run();
    site.writeData({ a: { x: 'one', y: 'two' }, b: { z: 'new' } });
    await expect(run()).rejects.toMatchObject({ code: 'PAGE_IN_WRONG_SHARD' });
  });

  it('refuses a folder that it did not write', async () => {
    fs.mkdirSync(site.out);
    fs.writeFileSync(at('precious.txt'), '');
    await expect(run()).rejects.toMatchObject({ code: 'OUT_NOT_OURS' });
    expect(filesBelow(site.out)).toEqual(['precious.txt']);
  });

  it('refuses to run beside another build of the same folder', async () => {
    const first = run();
    await expect(run()).rejects.toMatchObject({ code: 'BUILD_RUNNING' });
    await first;
  });
});

describe('build after damage', () => {
  const anyPage = 'a/x/index.html';
  // One project for all of these, so that its code is compiled once; whatever damages the bundle comes last.
  const one = tinySite();
  const bundle = path.join(one.root, 'cache');
  afterAll(() => one.remove());
  beforeEach(() => {
    site.remove();
    [site, isShared] = [one, true];
    for (const folder of ['out', 'memory'])
      fs.rmSync(path.join(one.root, folder), { recursive: true, force: true });
    one.writeData({ a: { x: 'one', y: 'two' }, b: { z: 'three' } });
    process.env['TINY_DATA'] = path.join(one.root, 'data.json');
  });
  const corrupt = (file: string) => fs.writeFileSync(file, 'nonsense');
  const corruptAll = (folder: string) =>
    filesBelow(folder).forEach((file) => corrupt(path.join(folder, file)));

  it.each<[string, () => void]>([
    ['a deleted page', () => fs.rmSync(at(anyPage))],
    ['a damaged page', () => corrupt(at(anyPage))],
    ['a damaged asset', () => corrupt(at('robots.txt'))],
    ['a damaged derived file', () => corrupt(at('a/count.txt'))],
    ['a deleted manifest', () => fs.rmSync(at(`${manifestFolder}/manifest.json`))],
    ['a damaged manifest', () => corrupt(at(`${manifestFolder}/manifest.json`))],
    ['a damaged shard manifest', () => corrupt(at(`${manifestFolder}/a.json`))],
    [
      'a manifest of another version',
      () => fs.writeFileSync(at(`${manifestFolder}/manifest.json`), '{"version":0}'),
    ],
    ['all manifests deleted', () => fs.rmSync(at(manifestFolder), { recursive: true })],
    ['a forgotten memory', () => fs.rmSync(path.join(site.root, 'memory'), { recursive: true })],
    ['a damaged memory', () => corruptAll(path.join(site.root, 'memory'))],
    ['the whole output deleted', () => fs.rmSync(site.out, { recursive: true })],
    ['a damaged bundle', () => corruptAll(bundle)],
    ['a deleted bundle', () => fs.rmSync(bundle, { recursive: true })],
  ])('heals %s', async (_, damage) => {
    await run();
    const whole = readTree(site.out);
    damage();
    await run();
    expectSameFiles(readTree(site.out), whole);
    site.writeData({ a: { x: 'new', y: 'two' }, b: { z: 'three' } });
    await run();
    expect(await verify(site.options())).toEqual([]);
  });
});

describe('build, as a law', () => {
  const texts = fc.dictionary(fc.stringMatching(/^[a-c]$/), fc.constantFrom('one', 'two', '<b>&"'), {
    minKeys: 1,
  });
  const data: fc.Arbitrary<TinyData> = fc.record({ a: texts, b: texts }, { requiredKeys: ['a'] });
  const style = fc.constantFrom('red', 'blue');
  const step = fc.oneof({ weight: 4, arbitrary: data }, { weight: 1, arbitrary: style });

  it('equals a clean build after any sequence of data and code edits', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 6 }), async (steps) => {
        for (const next of steps) {
          if (typeof next === 'string') {
            site.editCode('src/pages/[shard]/[slug].astro', (text) =>
              text.replace(/color: \w+/, `color: ${next}`),
            );
          } else site.writeData(next);
          await run();
        }
        expect(await verify(site.options())).toEqual([]);
      }),
      { numRuns: 8 },
    );
  }, 120_000);
});
