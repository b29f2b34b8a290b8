import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FakeBucket } from './fake-s3-bucket.ts';
import { generation, publishTo } from './publish-site.ts';
import { lacking, startBucketSite, type BucketSite } from './s3-site.ts';

const program = fileURLToPath(new URL('publish-process.ts', import.meta.url));
const size = 9;
let site: BucketSite;
beforeEach(async () => void (site = await startBucketSite(size)));
afterEach(() => site.close());

const retries = {
  tries: 1,
  firstDelayMs: 0,
  longestDelayMs: 0,
  random: () => 0,
  sleep: () => Promise.resolve(),
};

/** What a reader would miss: pages of both generations that are not there, and files that a page there names in vain. */
function faults(): string[] {
  const [before, after] = [1, 2].map((n) => Object.keys(generation(n, size).pages));
  const both = before!.filter((page) => after!.includes(page)).map((page) => `${page.slice(1)}index.html`);
  return [...both.filter((file) => !site.bucket.has(file)), ...lacking(site.bucket)];
}

function restore(content: FakeBucket): void {
  site.bucket.clear();
  for (const [key, object] of content) site.bucket.set(key, object);
}

/** Publishes the second generation with a store that is gone from the given request on; says whether that was a fault. */
async function publishUntil(last: number, found: string[]): Promise<boolean> {
  const { server } = site;
  let requests = 0;
  server.meanwhile = () => {
    found.push(...faults());
    // Every second one dies after its request was done, and never hears of it.
    if (++requests === last) server.mishaps.push({ kind: 'hang-up', after: last % 2 === 0 });
    if (requests > last && server.mishaps.length === 0) server.mishaps.push({ kind: 'hang-up' });
  };
  const failed = await publishTo(site.publisher(site.clock, 1), site.distOf(2), { retries }).then(
    () => false,
    () => true,
  );
  server.meanwhile = () => void found.push(...faults());
  server.mishaps.length = 0;
  return failed;
}

/** Publishes in a process of its own, which is killed when the store has got so many requests. */
async function publishKilled(n: number, afterRequests: number): Promise<NodeJS.Signals | null> {
  const to = `s3://curbside-fake?endpoint=${site.server.endpoint}`;
  const env = { ...process.env, AWS_ACCESS_KEY_ID: 'fake', AWS_SECRET_ACCESS_KEY: 'fake' };
  const child = spawn(process.execPath, [program, to, site.distOf(n)], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  let requests = 0;
  site.server.meanwhile = () => void (++requests === afterRequests && child.kill('SIGKILL'));
  const signal = await new Promise<NodeJS.Signals | null>((resolve) =>
    child.on('exit', (_, by) => resolve(by)),
  );
  site.server.meanwhile = () => undefined;
  return signal;
}

describe('a publisher of a bucket', () => {
  it('leaves readers nothing to miss whichever request it dies at, and is mended by the next', async () => {
    await publishTo(site.publisher(), site.distOf(1));
    const before = new Map(site.bucket);
    const found: string[] = [];
    let deaths = 0;
    for (let last = 1; await publishUntil(last, found); last++) {
      deaths++;
      site.clock.pass(61); // the lease of the dead runs out
      const { check } = await publishTo(site.publisher(), site.distOf(2), { concurrency: 3 });
      expect({ last, missing: check.missing, unlike: site.unlike(2) }).toEqual({
        last,
        missing: [],
        unlike: [],
      });
      restore(before);
    }
    expect(found).toEqual([]);
    expect(deaths).toBeGreaterThan(30);
  }, 60_000);

  it.each([
    [4, 'goes back', 1],
    [12, 'goes elsewhere', 3],
    [25, 'goes back', 1],
    [40, 'goes on', 2],
  ])('may be killed as a process at request %i: the next one %s', async (request, _, next) => {
    await publishTo(site.publisher(), site.distOf(1));
    expect(await publishKilled(2, request)).toBe('SIGKILL');
    expect(lacking(site.bucket)).toEqual([]);
    site.clock.pass(600);
    const { check } = await publishTo(site.publisher(), site.distOf(next));
    const found = { unlike: site.unlike(next), lacking: lacking(site.bucket), missing: check.missing };
    expect(found).toEqual({ unlike: [], lacking: [], missing: [] });
  });
});
