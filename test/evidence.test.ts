import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inBrowser } from './chromium.ts';

const root = path.resolve(import.meta.dirname, '..');
let folder: string;
let log = '';
let code: number | null;

/** Runs the tests that fail on purpose, as `npm test` runs others. */
beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'evidence-'));
  const options = {
    config: false,
    watch: false,
    root,
    include: ['test/evidence-inner.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  };
  const script = `import { startVitest } from 'vitest/node';
    await (await startVitest('test', [], ${JSON.stringify(options)})).close();`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: root,
    env: { ...process.env, CURBSIDE_FAILURES: folder },
  });
  child.stdout.on('data', (chunk) => (log += String(chunk)));
  child.stderr.on('data', (chunk) => (log += String(chunk)));
  code = await new Promise((resolve) => child.on('close', resolve));
}, 120_000);
afterAll(() => fs.rmSync(folder, { recursive: true }));

const placeOf = (test: string) => path.join(folder, 'evidence-inner.ts', `on-purpose-${test}`);
const read = (test: string, file: string) => fs.readFileSync(path.join(placeOf(test), file), 'utf8');
const filesOf = (test: string) =>
  fs
    .readdirSync(placeOf(test), { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => path.relative(placeOf(test), path.join(item.parentPath, item.name)))
    .sort();

describe('a test that fails', () => {
  it('leaves what it saw in a folder of its own, which the log names, and one that passes leaves nothing', () => {
    expect(code).toBe(1);
    expect(fs.readdirSync(path.dirname(placeOf(''))).sort()).toEqual([
      'on-purpose-differs',
      'on-purpose-differs-in-many-files',
      ...(inBrowser ? ['on-purpose-in-a-browser-shows-the-page'] : []),
      'on-purpose-tells-the-last-of-many-tries-all-of-them',
      'on-purpose-with-a-site-that-is-gone-when-the-test-has-failed-verifies',
    ]);
    expect(log).toMatch(/What the test saw is in .*on-purpose-differs\n/);
    expect(read('differs', 'about.txt')).toMatch(/^on purpose > differs\n\n20\d\d-.*AssertionError/s);
  });

  it('leaves both versions of the files that differ, and a unified diff of them', () => {
    expect(filesOf('differs')).toEqual([
      'about.txt',
      'differences/actual/icon.bin',
      'differences/actual/new.json',
      'differences/actual/sf/a/index.html',
      'differences/expected/gone.json',
      'differences/expected/icon.bin',
      'differences/expected/sf/a/index.html',
      'differences/names.txt',
      'differences/unified.diff',
    ]);
    expect(read('differs', 'differences/actual/sf/a/index.html')).toBe('<p>one</p><p>two</p>');
    expect(read('differs', 'differences/names.txt')).toBe('gone.json\nicon.bin\nnew.json\nsf/a/index.html\n');
    expect(read('differs', 'differences/unified.diff')).toMatchInlineSnapshot(`
      "--- /dev/null
      +++ expected/gone.json
      @@ -0,0 +1 @@
      +{}
      \\ No newline at end of file
      Binary files actual/icon.bin and expected/icon.bin differ
      --- actual/new.json
      +++ /dev/null
      @@ -1,2 +0,0 @@
      -{
      -"a":1}
      \\ No newline at end of file
      --- actual/sf/a/index.html
      +++ expected/sf/a/index.html
      @@ -1,2 +1,2 @@
       <p>one</p>
      -<p>two</p>
      \\ No newline at end of file
      +<p>three</p>
      \\ No newline at end of file
      "
    `);
  });

  it('leaves what differs from a clean build, though both are gone by then', () => {
    const test = 'with-a-site-that-is-gone-when-the-test-has-failed-verifies';
    expect(read(test, 'differences/built/a/x/index.html')).toBe('something else');
    expect(read(test, 'differences/clean/a/x/index.html')).toMatch(/<p[^>]*>one<\/p>/);
  });

  it('leaves the first of many files, and the names of all', () => {
    expect(fs.readdirSync(path.join(placeOf('differs-in-many-files'), 'differences/actual'))).toHaveLength(
      20,
    );
    expect(read('differs-in-many-files', 'differences/names.txt').trim().split('\n')).toHaveLength(100);
  });

  it('leaves the last of what it promised under one name', () => {
    expect(read('tells-the-last-of-many-tries-all-of-them', 'tries/round.txt')).toBe('last');
  });

  it.runIf(inBrowser)(
    'leaves a picture of the page and what it said, and nothing of one that it closed',
    () => {
      const test = 'in-a-browser-shows-the-page';
      expect(filesOf(test)).toEqual([
        'about.txt',
        'page-1/console.txt',
        'page-1/page.html',
        'page-1/picture.png',
      ]);
      const picture = fs.readFileSync(path.join(placeOf(test), 'page-1/picture.png'));
      expect(picture.subarray(1, 4).toString()).toBe('PNG');
      expect(picture.length).toBeGreaterThan(1000);
      expect(read(test, 'page-1/console.txt')).toBe('about:blank\nerror: what it said\n');
      expect(read(test, 'page-1/page.html')).toContain('What the reader sees');
    },
  );
});
