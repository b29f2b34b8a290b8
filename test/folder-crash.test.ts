import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { folderTarget } from '../src/publish/folder.ts';
import { currentId, manifestOf } from '../src/publish/releases.ts';
import { rollback } from '../src/publish/rollback.ts';
import { generation, publishTo, writeBuilt } from './publish-site.ts';

const program = fileURLToPath(new URL('publish-process.ts', import.meta.url));
const preload = fileURLToPath(new URL('signal-at-change.ts', import.meta.url));
const size = 4;
let folder: string;
let root: string;
const distOf = (n: number) => path.join(folder, `dist${n}`);

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'folder-crash-'));
  root = path.join(folder, 'web');
  for (const n of [1, 2, 3]) writeBuilt(distOf(n), generation(n, size));
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

/** Publishes, or without `dist` goes back, in a process that is killed right before a change; says whether it was. */
async function runKilled(atChange: number, ...dist: string[]): Promise<boolean> {
  const child = spawn(process.execPath, ['--import', preload, program, `folder:${root}`, ...dist], {
    env: { ...process.env, SIGNAL: 'SIGKILL', SIGNAL_AT: String(atChange) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return await new Promise((resolve) => child.on('exit', (_, signal) => resolve(signal === 'SIGKILL')));
}

/** Puts the folder back as it was. */
function restore(from: string): void {
  fs.rmSync(root, { recursive: true, force: true });
  fs.cpSync(from, root, { recursive: true, verbatimSymlinks: true });
}

/** The generations, of those given, whose every file readers get as it was built, with a manifest that is believed. */
function wholeGenerations(...generations: number[]): number[] {
  const manifest = manifestOf(root, currentId(root)!);
  return generations.filter((n) => {
    const built = fs.readdirSync(distOf(n), { recursive: true, withFileTypes: true });
    const files = built
      .filter((item) => item.isFile())
      .map((item) => path.relative(distOf(n), path.join(item.parentPath, item.name)));
    const served = (file: string) => fs.readFileSync(path.join(root, 'current', file));
    const isServed = (file: string) => fs.existsSync(path.join(root, 'current', file));
    return files.every(
      (file) =>
        isServed(file) &&
        served(file).equals(fs.readFileSync(path.join(distOf(n), file))) &&
        manifest?.files[file] !== undefined,
    );
  });
}

function litter(): string[] {
  const names = fs.readdirSync(root, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => /unfinished|^\.?lease\b/.test(name));
}

describe('a rollback of a folder', () => {
  it('may be killed at any change: readers have one whole release or the other, and the next command goes on', async () => {
    for (const n of [1, 2]) await publishTo(folderTarget(root), distOf(n));
    const before = path.join(folder, 'before');
    fs.cpSync(root, before, { recursive: true, verbatimSymlinks: true });
    const found = new Map<number, number>();
    for (let at = 1; ; at++) {
      restore(before);
      if (!(await runKilled(at))) break;
      const whole = wholeGenerations(1, 2);
      expect({ at, whole }).toEqual({ at, whole: [expect.any(Number) as number] });
      found.set(whole[0]!, (found.get(whole[0]!) ?? 0) + 1);
      if (at % 2 === 0) {
        await rollback(root, '000001');
        expect({ at, whole: wholeGenerations(1) }).toEqual({ at, whole: [1] });
      }
      await publishTo(folderTarget(root), distOf(3));
      expect({ at, whole: wholeGenerations(3), litter: litter() }).toEqual({ at, whole: [3], litter: [] });
    }
    expect(wholeGenerations(1)).toEqual([1]);
    expect(found.get(2)).toBeGreaterThan(5);
    expect(found.get(1)).toBeGreaterThan(0); // killed between the switch and the end of the lease
  }, 120_000);
});

describe('a publish to a folder', () => {
  it.each([1, 2, 3])(
    'may be killed at any change (every third, from the %ith on)',
    async (first) => {
      await publishTo(folderTarget(root), distOf(1));
      const before = path.join(folder, 'before');
      fs.cpSync(root, before, { recursive: true, verbatimSymlinks: true });
      let deaths = 0;
      for (let at = first; ; at += 3, deaths++) {
        restore(before);
        if (!(await runKilled(at, distOf(2)))) break;
        expect({ at, whole: wholeGenerations(1, 2).length }).toEqual({ at, whole: 1 });
        await publishTo(folderTarget(root), distOf(3));
        expect({ at, whole: wholeGenerations(3), litter: litter() }).toEqual({ at, whole: [3], litter: [] });
      }
      expect(deaths).toBeGreaterThan(10);
    },
    120_000,
  );
});
