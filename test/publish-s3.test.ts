import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { filesNamedBy } from '../src/publish/check.ts';
import { pointerFile } from '../src/publish/pointer.ts';
import { startFakeCase, type FakeCase } from './fake-s3-publisher.ts';
import { generation, publishTo, writeBuilt } from './publish-site.ts';

const program = fileURLToPath(new URL('publish-process.ts', import.meta.url));
const size = 30;
let folder: string;
let store: FakeCase;

beforeEach(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'publish-s3-'));
  for (const n of [1, 2, 3]) writeBuilt(distOf(n), generation(n, size));
  store = await startFakeCase();
});
afterEach(async () => {
  await store.server.close();
  fs.rmSync(folder, { recursive: true, force: true });
});

function distOf(n: number): string {
  return path.join(folder, `dist${n}`);
}

/** Files that a page in the bucket names and that are not there. */
function lacking(): string[] {
  return [...store.bucket].flatMap(([key, { content }]) =>
    filesNamedBy(key, content).filter((named) => !store.bucket.has(named)),
  );
}

/** Files of a build that are not in the bucket as they were built. */
function unlike(n: number): string[] {
  const items = fs.readdirSync(distOf(n), { recursive: true, withFileTypes: true });
  return items
    .filter((item) => item.isFile())
    .map((item) => path.relative(distOf(n), path.join(item.parentPath, item.name)))
    .filter((file) => !store.bucket.get(file)?.content.equals(fs.readFileSync(path.join(distOf(n), file))));
}

/** What was asked of the store during the work, as "METHOD key". */
async function requestsOf(work: () => Promise<unknown>): Promise<string[]> {
  const before = store.server.received.length;
  await work();
  return store.server.received.slice(before).map((line) => line.replace(/ \/[^/?]+\/?/, ' '));
}

/** Publishes in a process of its own, which is killed when the store has got so many requests. */
async function publishKilled(n: number, afterRequests: number): Promise<NodeJS.Signals | null> {
  const to = `s3://curbside-fake?endpoint=${store.server.endpoint}`;
  const env = { ...process.env, AWS_ACCESS_KEY_ID: 'fake', AWS_SECRET_ACCESS_KEY: 'fake' };
  const child = spawn(process.execPath, [program, to, distOf(n)], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  let requests = 0;
  store.server.meanwhile = () => void (++requests === afterRequests && child.kill('SIGKILL'));
  const signal = await new Promise<NodeJS.Signals | null>((resolve) =>
    child.on('exit', (_, by) => resolve(by)),
  );
  store.server.meanwhile = () => undefined;
  return signal;
}

describe('a publish to a store that speaks S3', () => {
  it('stores every file as it was built, and has nothing to do the second time', async () => {
    const first = await publishTo(store.publisher(), distOf(1));
    expect({ unlike: unlike(1), missing: first.check.missing }).toEqual({ unlike: [], missing: [] });
    expect(await publishTo(store.publisher(), distOf(1))).toMatchObject({
      comparedBy: 'manifest',
      uploads: [],
    });
  });

  it('asks for no listing and no head when a page changed, and puts what is named before what names it', async () => {
    await publishTo(store.publisher(), distOf(1));
    const { pages, script } = generation(1, size);
    writeBuilt(distOf(1), { pages: { ...pages, '/a/p3/': 'new' }, script });
    const asked = await requestsOf(() => publishTo(store.publisher(), distOf(1), { sampleSize: 1 }));
    const puts = asked
      .filter((line) => line.startsWith('PUT') && !/lease/.test(line))
      .map((line) => line.slice(4));
    expect(puts.map((key) => key.replace(/\?.*/, ''))).toEqual([
      pointerFile,
      'a/p3.json',
      'a/p3/index.html',
      expect.stringContaining('.well-known/curbside/'),
      expect.stringContaining('.well-known/curbside/'),
      pointerFile,
    ]);
    expect(asked.filter((line) => /HEAD|list-type/.test(line))).toEqual([]);
  });

  it('shows at no request a page without what it names', async () => {
    const found: string[] = [];
    store.server.meanwhile = () => void found.push(...lacking());
    for (const n of [1, 2, 3, 1]) await publishTo(store.publisher(), distOf(n));
    expect([...found, ...lacking()]).toEqual([]);
  });

  it.each([
    [4, 'goes back', 1],
    [12, 'goes elsewhere', 3],
    [25, 'goes back', 1],
    [40, 'goes on', 2],
  ])('is healed after a kill at request %i: the next one %s', async (request, _, next) => {
    await publishTo(store.publisher(), distOf(1));
    expect(await publishKilled(2, request)).toBe('SIGKILL');
    expect(lacking()).toEqual([]);
    store.clock.pass(600); // the lease of the dead runs out
    const { check } = await publishTo(store.publisher(), distOf(next));
    expect({ unlike: unlike(next), lacking: lacking(), missing: check.missing }).toEqual({
      unlike: [],
      lacking: [],
      missing: [],
    });
  });
});
