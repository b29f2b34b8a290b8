import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tinySite } from '../../test/tiny-site.ts';
import { build } from './build.ts';
import { compareFolders, verify } from './verify.ts';

let folder: string;
beforeEach(() => (folder = fs.mkdtempSync(path.join(os.tmpdir(), 'verify-'))));
afterEach(() => fs.rmSync(folder, { recursive: true }));

function write(files: Record<string, string>, name: string): string {
  for (const [file, content] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, name, file)), { recursive: true });
    fs.writeFileSync(path.join(folder, name, file), content);
  }
  return path.join(folder, name);
}

describe('compareFolders', () => {
  it('names what is missing, extra and different, and passes over manifests', () => {
    const ours = write({ 'a.html': '1', 'b.html': '2', '.well-known/curbside/manifest.json': '' }, 'ours');
    const clean = write({ 'b.html': 'two', 'c/index.html': '3' }, 'clean');
    expect(compareFolders(ours, clean)).toEqual([
      { file: 'a.html', kind: 'extra' },
      { file: 'b.html', kind: 'different' },
      { file: 'c/index.html', kind: 'missing' },
    ]);
  });
});

describe('verify', () => {
  it('finds a page that shows more than its cache key says', async () => {
    const site = tinySite();
    try {
      site.editCode('src/data.ts', (text) => text.replace('cacheKey: text', "cacheKey: 'always the same'"));
      site.writeData({ a: { x: 'one' } });
      await build(site.options());
      expect(await verify(site.options())).toEqual([]);
      site.writeData({ a: { x: 'two' } });
      await build(site.options());
      expect(await verify(site.options())).toEqual([
        { file: 'a/x.json', kind: 'different' },
        { file: 'a/x/index.html', kind: 'different' },
      ]);
    } finally {
      site.remove();
    }
  });
});
