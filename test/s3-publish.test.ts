import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { filesNamedBy } from '../src/publish/check.ts';
import { listBuiltFiles } from '../src/publish/files.ts';
import { leaseFile, pointerFile } from '../src/publish/pointer.ts';
import type { FakeBucket } from './fake-s3-bucket.ts';
import { startFakeCase, type FakeCase } from './fake-s3-publisher.ts';
import { generation, publishTo, scriptOf, writeBuilt } from './publish-site.ts';

const size = 9;
let folder: string;
let store: FakeCase;

const distOf = (n: number) => path.join(folder, `dist${n}`);
const oneTry = { retries: { tries: 1, firstDelayMs: 0, longestDelayMs: 0, random: () => 0, sleep } };

function sleep(): Promise<void> {
  return Promise.resolve();
}

beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 's3-publish-'));
  for (const n of [0, 1]) writeBuilt(distOf(n), generation(n, size));
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));
beforeEach(async () => {
  store = await startFakeCase();
});
afterEach(() => store.server.close());

/** What a reader would miss: pages of both releases that are not there, and files that a page there names in vain. */
function faultsIn(bucket: FakeBucket): string[] {
  const [before, after] = [0, 1].map((n) => Object.keys(generation(n, size).pages));
  const both = before!.filter((page) => after!.includes(page)).map((page) => `${page.slice(1)}index.html`);
  const named = [...bucket].flatMap(([key, { content }]) => filesNamedBy(key, content));
  return [...both, ...named].filter((file) => !bucket.has(file));
}

function replaceBucket(content: FakeBucket): void {
  store.bucket.clear();
  for (const [key, object] of content) store.bucket.set(key, object);
}

describe('publishing to a bucket', () => {
  it('takes four requests when nothing changed, and none to list or to look in the normal case', async () => {
    await publishTo(store.publisher(), distOf(0));
    store.server.received.length = 0;
    await publishTo(store.publisher(), distOf(0));
    const line = (method: string, file: string) => `${method} /curbside-fake/${file}`;
    const [begin, end] = [
      [line('GET', leaseFile), line('PUT', leaseFile), line('GET', pointerFile)],
      line('PUT', leaseFile),
    ];
    expect(store.server.received).toEqual([...begin, end]);
    store.server.received.length = 0;
    const report = await publishTo(store.publisher(), distOf(1));
    expect(report).toMatchObject({ comparedBy: 'manifest', check: { missing: [] } });
    const { received } = store.server;
    expect(received.slice(0, 3)).toEqual(begin);
    expect(received.filter((one) => /^(HEAD|POST|DELETE)|list-type/.test(one))).toEqual([]);
    const puts = received.filter((one) => one.startsWith('PUT')).map((one) => one.split('curbside-fake/')[1]);
    expect(puts.slice(0, 3)).toEqual([leaseFile, pointerFile, scriptOf(generation(1, size))]);
    expect(puts.slice(-2)).toEqual([pointerFile, leaseFile]);
  });

  it('leaves readers nothing to miss wherever it dies, and is mended by the next', async () => {
    await publishTo(store.publisher(), distOf(0));
    const before = new Map(store.bucket);
    const faults: string[] = [];
    let deaths = 0;
    for (let last = 1; ; last++) {
      replaceBucket(before);
      let requests = 0;
      store.server.meanwhile = () => {
        faults.push(...faultsIn(store.bucket));
        // Every second one dies after its request was done, and never hears of it.
        if (++requests === last) store.server.mishaps.push({ kind: 'hang-up', after: last % 2 === 0 });
        if (requests > last && store.server.mishaps.length === 0)
          store.server.mishaps.push({ kind: 'hang-up' });
      };
      const first = publishTo(store.publisher(store.clock, 1), distOf(1), oneTry);
      const failed = await first.then(
        () => false,
        () => true,
      );
      store.server.meanwhile = () => void faults.push(...faultsIn(store.bucket));
      store.server.mishaps.length = 0;
      if (!failed) break;
      deaths++;
      store.clock.pass(61);
      const report = await publishTo(store.publisher(), distOf(1), { concurrency: 3 });
      expect(report.check.missing).toEqual([]);
      for (const file of listBuiltFiles(distOf(1), { stateFiles: null, storedAs: null }))
        expect(store.bucket.get(file.path)?.content).toEqual(
          fs.readFileSync(path.join(distOf(1), file.path)),
        );
    }
    expect(faults).toEqual([]);
    expect(deaths).toBeGreaterThan(30);
  }, 60_000);
});
