import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ask } from './ask.ts';
import { fakeOrigin, type FakeOrigin } from './fake-origin.ts';
import type { ServerProcess } from './server-process.ts';
import { findVarnish, start } from './servers.ts';

const varnish = findVarnish();
/** As pages have it, but fresh for one second only. */
const brief = 'public, max-age=0, s-maxage=1, stale-while-revalidate=86400, stale-if-error=604800';

let folder: string;
let origin: FakeOrigin;
let cache: ServerProcess | undefined;
const get = (at: string, headers: Record<string, string> = {}) => ask(cache!.origin, at, { headers });
const textAt = async (at: string) => (await get(at)).body.toString();

describe.skipIf(varnish === null)('Varnish with the printed configuration', () => {
  beforeEach(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'serve-varnish-'));
    origin = await fakeOrigin(({ url }, response) => {
      response.setHeader('Cache-Control', brief.replace('s-maxage=1,', 's-maxage=300,'));
      response.setHeader('Vary', 'Accept-Encoding');
      response.setHeader('Content-Encoding', 'br');
      response.end(`text of ${url}`);
    });
    cache = await start(varnish!, { folder, origins: [origin.port] });
  });
  afterEach(async () => {
    await cache?.kill();
    await origin.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  });

  it.each(['/', '/trucks/'])('is one that Varnish compiles, for a site at %s', (base) => {
    const [program, ...args] = varnish!.check({ folder, port: 6081, origins: [8080, 8081], base });
    expect(() => execFileSync(program, args, { stdio: 'pipe' })).not.toThrow();
  });

  it('asks once for a page, whoever reads it, with whatever cookies, names and queries', async () => {
    const readers: Record<string, string>[] = [
      { 'accept-encoding': 'gzip, deflate, br, zstd' },
      { 'accept-encoding': 'br;q=1.0, gzip;q=0.8', cookie: 'a=b' },
      { 'accept-encoding': 'deflate, BR', authorization: 'Basic x', host: 'www.curbside.example' },
    ];
    for (const [at, headers] of readers.entries()) {
      const answer = await get(`/sf/?utm_source=${at}`, headers);
      expect([answer.status, answer.headers['content-encoding'], answer.body.toString()]).toEqual([
        200,
        'br',
        'text of /sf/',
      ]);
    }
    expect(origin.asked.map(({ url, headers }) => [url, headers['accept-encoding']])).toEqual([
      ['/sf/', 'br'],
    ]);
  });

  it.each([
    ['gzip, deflate', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['br;q=0.0, gzip;q=0', undefined],
    ['br;q=0.5', 'br'],
    ['identity', undefined],
  ])('asks, for a reader who accepts %s, for %s', async (accepts, asked) => {
    await get('/sf/', { 'accept-encoding': accepts });
    expect(origin.asked[0]!.headers['accept-encoding']).toBe(asked);
  });

  it('leaves the query to an address that is sent on to the one with a slash', async () => {
    await get('/sf/search?q=taco');
    await get('/sf/week.json?q=taco');
    expect(origin.asked.map(({ url }) => url)).toEqual(['/sf/search?q=taco', '/sf/week.json']);
  });

  it('asks the first origin that is well', async () => {
    const other = await fakeOrigin((_, response) => void response.end('the other'));
    const origins = [origin.port, other.port];
    const both = await start(varnish!, { folder: path.join(folder, 'both'), origins });
    let pages = 0;
    const nextText = async () => (await ask(both.origin, `/a/p${pages++}/`)).body.toString();
    try {
      expect(await nextText()).toBe('text of /a/p0/');
      await origin.stop();
      await vi.waitFor(async () => expect(await nextText()).toBe('the other'), 10_000);
      await origin.start();
      await vi.waitFor(async () => expect(await nextText()).toContain('text of'), 10_000);
    } finally {
      await both.kill();
      await other.stop();
    }
  });

  it('takes no other method than reading', async () => {
    expect((await ask(cache!.origin, '/sf/', { method: 'POST' })).status).toBe(405);
    expect(origin.asked).toEqual([]);
  });

  describe('when a page is no longer fresh', () => {
    const isStale = async () => Number((await get('/sf/')).headers['age']) >= 2;
    const answerWith = (text: string, status = 200) => {
      origin.answer = (_, response) => response.writeHead(status, { 'Cache-Control': brief }).end(text);
    };
    beforeEach(async () => {
      answerWith('old');
      expect(await textAt('/sf/')).toBe('old');
    });

    it('serves the old one while it fetches the new one', async () => {
      answerWith('new');
      const seen: string[] = [];
      await vi.waitFor(async () => expect((seen.push(await textAt('/sf/')), seen.at(-1))).toBe('new'), 5000);
      expect(new Set(seen)).toEqual(new Set(['old', 'new']));
    });

    it('goes on with the old one when the origin is gone', async () => {
      await origin.stop();
      await vi.waitFor(async () => expect(await isStale()).toBe(true), 10_000);
      expect((await get('/sf/')).status).toBe(200);
      expect((await get('/never-asked/')).status).toBe(503);
      answerWith('new');
      await origin.start();
      await vi.waitFor(async () => expect(await textAt('/sf/')).toBe('new'), 10_000);
    });

    it('goes on with the old one when the origin is at fault', async () => {
      answerWith('fault', 500);
      await vi.waitFor(async () => expect(await isStale()).toBe(true), 10_000);
      expect(await textAt('/sf/')).toBe('old');
      expect((await get('/never-asked/')).status).toBe(500);
    });
  });
});
