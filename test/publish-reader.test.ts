import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { digest } from '../src/digest.ts';
import { folderTarget } from '../src/publish/folder.ts';
import { filesNamedBy } from '../src/publish/check.ts';
import { expectSameFiles } from './differing-files.ts';
import { generation, publishTo, writeBuilt } from './publish-site.ts';

const program = fileURLToPath(new URL('publish-process.ts', import.meta.url));
const generations = 3;
const rounds = 36;

let folder: string;
let root: string;

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'publish-reader-'));
  root = path.join(folder, 'web');
  for (let n = 0; n < generations; n++) writeBuilt(distOf(n), generation(n));
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

function distOf(n: number): string {
  return path.join(folder, `dist${n % generations}`);
}

/** Runs the program and kills it `killAfterMs` after it began to work, or lets it end; gives how it ended. */
async function run(args: string[], killAfterMs: number | null): Promise<'killed' | 'done' | 'failed'> {
  const child = spawn(process.execPath, [program, `folder:${root}`, ...args], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  if (killAfterMs !== null) {
    child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), killAfterMs));
  }
  return await new Promise((resolve) =>
    child.on('exit', (code, signal) => resolve(signal !== null ? 'killed' : code === 0 ? 'done' : 'failed')),
  );
}

/** What a web server whose root is the link would send; null for 404. */
async function request(file: string): Promise<Buffer | null> {
  return await fs.promises.readFile(path.join(root, 'current', file)).catch(() => null);
}

/** Asks for pages that every generation has, and some time later for what they name, until told to stop. */
async function readAlong(until: AbortSignal, faults: string[]): Promise<number> {
  const pages = Object.keys(generation(0).pages).filter((page) =>
    [1, 2].every((n) => page in generation(n).pages),
  );
  let reads = 0;
  while (!until.aborted) {
    const page = `${pages[Math.floor(Math.random() * pages.length)]!.slice(1)}index.html`;
    const html = await request(page);
    if (html === null) faults.push(`404: ${page}`);
    await sleep(Math.random() * 40);
    for (const file of html === null ? [] : filesNamedBy(page, html)) {
      const content = await request(file);
      if (content === null) faults.push(`404: ${file}, named by ${page}`);
      else if (file.endsWith('.js') && !file.includes(digest(content).slice(0, 8)))
        faults.push(`cut: ${file}`);
    }
    reads++;
  }
  return reads;
}

/** Expects that readers get every page of a generation as it was built. */
async function expectPages(n: number): Promise<void> {
  const built: Record<string, Uint8Array> = {};
  const served: Record<string, Uint8Array> = {};
  for (const page of Object.keys(generation(n).pages)) {
    const file = `${page.slice(1)}index.html`;
    built[file] = fs.readFileSync(path.join(distOf(n), file));
    const content = await request(file);
    if (content !== null) served[file] = content;
  }
  expectSameFiles(served, built);
}

describe('a reader of a folder', () => {
  it(`gets every page with all that it names through ${rounds} publishes and rollbacks, half of them killed`, async () => {
    await publishTo(folderTarget(root), distOf(0));
    const faults: string[] = [];
    const stop = new AbortController();
    const readers = Array.from({ length: 8 }, () => readAlong(stop.signal, faults));
    const published: string[] = [];
    const wentBack: string[] = [];
    for (let round = 1; round <= rounds; round++) {
      const killAfterMs = round % 2 === 0 ? (round / rounds) * 60 : null;
      if (round % 4 === 3) wentBack.push(await run([], killAfterMs));
      else published.push(await run([distOf(round)], killAfterMs));
    }
    stop.abort();
    const reads = (await Promise.all(readers)).reduce((sum, each) => sum + each, 0);
    expect(faults).toEqual([]);
    expect(reads).toBeGreaterThan(1000);
    expect(published.filter((how) => how === 'killed').length).toBeGreaterThan(rounds / 10);
    expect(published).not.toContain('failed');
    expect(wentBack).toContain('done'); // some may find no release before the current one
    await publishTo(folderTarget(root), distOf(1));
    await expectPages(1);
    expect(fs.readdirSync(path.join(root, 'releases')).some((name) => name.includes('unfinished'))).toBe(
      false,
    );
  }, 120_000);
});

describe('publishers of one folder', () => {
  it('are let in one at a time, and leave one whole release', async () => {
    for (let round = 0; round < 3; round++) {
      const ended = await Promise.all([0, 1, 2, 0].map((n) => run([distOf(n)], null)));
      expect(ended).toContain('done');
      const home = String(await request('index.html'));
      const n = Number(/home (\d)/.exec(home)![1]);
      await expectPages(n);
    }
    expect(fs.readdirSync(root).sort()).toEqual(['current', 'releases']);
  }, 60_000);
});
