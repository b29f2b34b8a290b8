import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import zlib from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { digest } from '../src/digest.ts';
import { writeSiteManifest } from '../src/incremental/manifest.ts';
import { addressOf, listBuiltFiles } from '../src/publish/files.ts';
import { cacheControl, framePolicy, hostHeaders, isOpenData } from '../src/publish/headers.ts';
import { rollback } from '../src/publish/rollback.ts';
import { targetNamed } from '../src/publish/target-name.ts';
import { ask } from './ask.ts';
import { publishTo } from './publish-site.ts';
import type { ServerProcess } from './server-process.ts';
import { findNginx, start } from './servers.ts';

const nginx = findNginx();
const long = (text: string) => `${text}: noon to one, 401 Clay St; `.repeat(30);
const index = `sf/search/${digest('index')}`;

/** A file of every kind that the site has. */
const site: Readonly<Record<string, string>> = {
  'index.html': long('home'),
  '404.html': long('It has driven off'),
  'sf/index.html': long('sf'),
  'sf/friday/12/index.html': long('noon'),
  'sf/friday/12.json': JSON.stringify(long('noon')),
  'sf/friday/12.geojson': JSON.stringify(long('points')),
  'sf/changes.atom': `<feed xmlns="http://www.w3.org/2005/Atom">${long('changes')}</feed>`,
  'sf/week.csv': long('table'),
  'sf/embed/truck/anzu/index.html': long('embed'),
  'sf/week.json': JSON.stringify(long('week')),
  'sf/map.svg': `<svg xmlns="http://www.w3.org/2000/svg">${long('map')}</svg>`,
  'sf/search/index.html': long('search'),
  'sf/search/records.json': '[]',
  [`${index}/pagefind.js`]: long('// search'),
  [`${index}/wasm.en.pagefind`]: 'packed already',
  '_astro/site.BxY2.js': long('// site'),
  '_astro/leaflet.CxY2.css': long('/* map */'),
  '_astro/data.DxY2.json': '{}',
  '_astro/layers.ExY2.png': 'a picture',
  'sitemap.xml': long('<urlset/>'),
  'robots.txt': 'User-agent: *',
  'status.json': '{"pages": 3}',
};

let folder: string;
let served: ServerProcess | undefined;
let below: ServerProcess | undefined;

function writeSite(changes: Readonly<Record<string, string>> = {}): string {
  const dist = path.join(folder, 'dist');
  fs.rmSync(dist, { recursive: true, force: true });
  const files = Object.entries({ ...site, ...changes }).map(([file, text]) => {
    fs.mkdirSync(path.dirname(path.join(dist, file)), { recursive: true });
    fs.writeFileSync(path.join(dist, file), text);
    return [file, { digest: digest(text), size: Buffer.byteLength(text) }] as const;
  });
  writeSiteManifest(dist, {
    code: digest(''),
    base: '/',
    files: Object.fromEntries(files),
    derived: {},
    shards: {},
  });
  return dist;
}

async function publishSite(changes: Readonly<Record<string, string>> = {}): Promise<void> {
  const target = await targetNamed(`folder:${path.join(folder, 'web')}?compress=br,gzip`);
  await publishTo(target, writeSite(changes));
}

const get = (at: string, headers: Record<string, string> = {}) => ask(served!.origin, at, { headers });

describe.skipIf(nginx === null)('nginx with the printed configuration', () => {
  const root = () => path.join(folder, 'web', 'current');
  const own = (name: string) => path.join(folder, name);

  beforeAll(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'serve-nginx-'));
    fs.chmodSync(folder, 0o755); // nginx's workers are somebody else
    await publishSite();
    served = await start(nginx!, { folder: own('nginx'), root: root() });
    below = await start(nginx!, { folder: own('below'), root: root(), base: '/trucks/' });
  });
  afterAll(async () => {
    await served?.kill();
    await below?.kill();
    fs.rmSync(folder, { recursive: true, force: true });
  });

  it.each(['/', '/trucks/'])('is a configuration that nginx takes, for a site at %s', (base) => {
    const place = own(`check${base.replaceAll('/', '-')}`);
    fs.mkdirSync(place);
    const [program, ...args] = nginx!.check({ folder: place, port: 8080, root: root(), base });
    expect(() => execFileSync(program, args, { stdio: 'pipe' })).not.toThrow();
  });

  it('sends every file with the headers it was published with', async () => {
    const files = listBuiltFiles(own('dist'), { stateFiles: null, storedAs: null });
    expect(files.length).toBeGreaterThan(Object.keys(site).length);
    for (const { path: file, ...published } of files.filter(({ path }) => path !== '404.html')) {
      const address = addressOf(file);
      const { status, headers, body } = await get(address);
      expect({
        address,
        status,
        type: headers['content-type'],
        cache: headers['cache-control'],
        readers: headers['access-control-allow-origin'],
        digest: digest(body),
      }).toEqual({
        address,
        status: 200,
        type: published.contentType,
        cache: published.cacheControl,
        readers: isOpenData(address) ? '*' : undefined,
        digest: published.digest,
      });
      for (const [name, value] of Object.entries(hostHeaders))
        expect(headers[name.toLowerCase()]).toBe(value);
      expect(headers['content-security-policy']).toBe(framePolicy(address));
    }
  });

  it.each([
    ['br', 'br', zlib.brotliDecompressSync],
    ['gzip', 'gzip', zlib.gunzipSync],
    ['gzip, deflate, br, zstd', 'br', zlib.brotliDecompressSync],
    ['zstd', undefined, (body: Buffer) => body],
  ])('to a reader who accepts %s sends %s', async (accepts, encoding, unpack) => {
    for (const at of [
      '/sf/friday/12/',
      '/sf/friday/12.json',
      '/_astro/site.BxY2.js',
      `/${index}/pagefind.js`,
    ]) {
      const { headers, body } = await get(at, { 'accept-encoding': accepts });
      expect({ at, encoding: headers['content-encoding'], vary: headers['vary'] }).toEqual({
        at,
        encoding,
        vary: 'Accept-Encoding',
      });
      expect(unpack(body).toString()).toBe(site[at.endsWith('/') ? `${at.slice(1)}index.html` : at.slice(1)]);
    }
  });

  it('sends gzip to a proxy that accepts it too', async () => {
    const { headers } = await get('/sf/', { 'accept-encoding': 'gzip', via: '1.1 varnish' });
    expect(headers['content-encoding']).toBe('gzip');
  });

  it.each([
    '/nowhere/',
    '/sf/nowhere.json',
    '/_astro/gone.AxY2.js',
    '/_astro/',
    '/.well-known/',
    '/404.html',
  ])('gives the 404 page for %s', async (at) => {
    const { status, headers, body } = await get(at);
    expect({ status, cache: headers['cache-control'], text: body.toString() }).toEqual({
      status: 404,
      cache: cacheControl('/404.html'),
      text: site['404.html'],
    });
    for (const [name, value] of Object.entries(hostHeaders)) expect(headers[name.toLowerCase()]).toBe(value);
    expect(headers['content-security-policy']).toBe("frame-ancestors 'none'");
  });

  it.each([
    ['/sf', '/sf/'],
    ['/sf/friday/12', '/sf/friday/12/'],
    ['/sf/search?q=a%20b', '/sf/search/?q=a%20b'],
    ['/nowhere', '/nowhere/'],
  ])('sends %s on to %s', async (at, to) => {
    const { status, headers } = await get(at);
    expect({ status, to: headers.location }).toEqual({ status: 301, to });
  });

  it.each([
    '//elsewhere',
    '//else%2ewhere',
    '/\\elsewhere',
    '/sf//elsewhere',
    '/a%0d%0aSet-Cookie:b',
    '/@a/b',
  ])('sends nobody on from %s', async (at) => expect((await get(at)).headers.location).toBeUndefined());

  it('takes no other method than reading', async () => {
    expect((await ask(served!.origin, '/sf/', { method: 'POST' })).status).toBe(405);
    expect((await ask(served!.origin, '/sf/', { method: 'HEAD' })).status).toBe(200);
  });

  it('serves a site below a path, and nothing beside it', async () => {
    const answer = async (at: string) => {
      const { status, headers } = await ask(below!.origin, at);
      return [status, headers.location ?? headers['cache-control']];
    };
    expect(await answer('/trucks/')).toEqual([200, cacheControl('/')]);
    expect(await answer('/trucks/sf/friday/12/')).toEqual([200, cacheControl('/sf/friday/12/')]);
    expect(await answer('/trucks/_astro/site.BxY2.js')).toEqual([200, cacheControl('/_astro/a.js')]);
    expect(await answer(`/trucks/${index}/pagefind.js`)).toEqual([200, cacheControl(`/${index}/`)]);
    expect(await answer('/trucks/status.json')).toEqual([200, cacheControl('/status.json')]);
    expect(await answer('/trucks/sf')).toEqual([301, '/trucks/sf/']);
    expect(await answer('/')).toEqual([302, '/trucks/']);
    for (const at of ['/trucks/nowhere/', '/sf/', '/trucks.json', '/_astro/site.BxY2.js'])
      expect(await answer(at)).toEqual([404, cacheControl('/404.html')]);
    const { headers } = await ask(below!.origin, '/trucks/sf/week.json');
    expect(headers['access-control-allow-origin']).toBe('*');
  });

  describe('when another release is published', () => {
    const conditional = async (at: string, etag: string | undefined) =>
      (await get(at, { 'if-none-match': etag!, 'accept-encoding': 'br' })).status;
    const etagOf = async (at: string) => (await get(at, { 'accept-encoding': 'br' })).headers.etag;

    it('sends it at once, and tells who has a page already whether it is still that', async () => {
      const before = [await etagOf('/sf/'), await etagOf('/sf/friday/12/')];
      expect(await conditional('/sf/', before[0])).toBe(304);
      // The same second and the same size: by time and size alone the old page would pass for this one.
      await publishSite({ 'sf/index.html': long('fs') });
      expect((await get('/sf/')).body.toString()).toBe(long('fs'));
      expect(await conditional('/sf/', before[0])).toBe(200);
      expect(await conditional('/sf/friday/12/', before[1])).toBe(304);
    });

    it('tells the same of every release in a row, and of going back', async () => {
      const seen = new Set<string | undefined>();
      for (const text of ['a1', 'b2', 'c3', 'd4']) {
        await publishSite({ 'status.json': text });
        const { headers, body } = await get('/status.json');
        expect(body.toString()).toBe(text);
        seen.add(headers.etag);
      }
      expect(seen.size).toBe(4);
      const last = await etagOf('/status.json');
      await rollback(path.join(folder, 'web'), null);
      expect((await get('/status.json')).body.toString()).toBe('c3');
      expect(await conditional('/status.json', last)).toBe(200);
    });
  });
});
