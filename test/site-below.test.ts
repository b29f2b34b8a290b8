import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundledSample, generateCity } from '../scripts/sample/city.ts';
import { serve, type Served } from '../scripts/serve.ts';
import type { BuildReport } from '../src/incremental/report.ts';
import { folderTarget } from '../src/publish/folder.ts';
import type { Target } from '../src/publish/target.ts';
import { publishTo } from './publish-site.ts';
import { expectSameFiles } from './differing-files.ts';
import { siteCopy, type SiteCopy } from './site-copy.ts';

const [below, alone] = ['https://owner.example/food/trucks', 'https://owner.example'];
const base = '/food/trucks/';
const trucks = [...generateCity(bundledSample)].slice(0, 12);

let site: SiteCopy;
let files: ReadonlyMap<string, string>;

/** The whole site as it is now, to be served at an address. */
function buildFor(address: string): Promise<BuildReport> {
  process.env['CURBSIDE_SITE'] = address;
  return site.build();
}

function pull(count: number) {
  const some = trucks.slice(0, count);
  return site.pull({
    schedule: some.flatMap(({ schedule }) => schedule),
    permits: some.flatMap(({ permits }) => permits),
    asOf: bundledSample.asOf,
  });
}

/** Relative path → text of everything that is published, the manifests left out. */
function readSite(): ReadonlyMap<string, string> {
  const names = fs.readdirSync(site.out, { recursive: true, encoding: 'utf8' });
  const published = names.filter((name) => /\.\w+$/.test(name) && !name.startsWith('.well-known'));
  return new Map(published.map((name) => [name, fs.readFileSync(path.join(site.out, name), 'utf8')]));
}

beforeAll(async () => {
  site = siteCopy();
  await pull(trucks.length);
  await buildFor(below);
  files = readSite();
}, 120_000);
afterAll(() => {
  delete process.env['CURBSIDE_SITE'];
  site.remove();
});

/** Every address that a page has in an attribute, from the root of its host: [page, address]. */
function addressesInPages(): [page: string, address: string][] {
  const pages = [...files].filter(([name]) => name.endsWith('.html'));
  return pages.flatMap(([name, html]) =>
    [...html.matchAll(/\s[\w-]+="(\/[^"]*)"/g)].map(([, address = '']): [string, string] => [name, address]),
  );
}

describe('a site below a path', () => {
  it('names no address beside that path', () => {
    const named = addressesInPages();
    expect(named.length).toBeGreaterThan(5000);
    expect(named.filter(([, address]) => !address.startsWith(base))).toEqual([]);
    for (const [name, text] of files) {
      if (!name.startsWith('_astro/')) continue;
      const found = text.match(/url\((?!#|data:|\$)[^)]+\)|["'`]\/[\w.-]+\/[^"'`]*["'`]/g) ?? [];
      expect(
        found.filter((one) => !one.slice(one.search(/\//)).startsWith(base)),
        name,
      ).toEqual([]);
    }
  });

  it('has every page and file that it names, in the folders of a site with a host to itself', () => {
    const dead = addressesInPages().filter(([, address]) => {
      const named = decodeURI(address.slice(base.length).replace(/[?#].*/, ''));
      if (/^sf\/search\/[\w-]{22}\/$/.test(named)) return !files.has(`${named}pagefind.js`);
      return !files.has(named === '' || named.endsWith('/') ? `${named}index.html` : named);
    });
    expect(dead).toEqual([]);
  });

  it('says its whole address to those who come from elsewhere', () => {
    const page = files.get('sf/friday/12/index.html');
    expect(page).toContain(`<link rel="canonical" href="${below}/sf/friday/12/">`);
    expect(files.get('sitemap.xml')).toContain(`<loc>${below}/sf/sitemap.xml</loc>`);
    const listed = [...(files.get('sf/sitemap.xml') ?? '').matchAll(/<loc>(.*?)<\/loc>/g)];
    expect(listed.length).toBeGreaterThan(200);
    const whole = new RegExp(`^${RegExp.escape(below)}/(?:(?:es|zh-hant|fil|vi)/)?sf/`);
    expect(listed.filter(([, address]) => !whole.test(address!))).toEqual([]);
  });

  it('is read back after a publish with every file that its pages and scripts name', async () => {
    const read: string[] = [];
    const folder = folderTarget(path.join(site.root, 'web'));
    const target: Target = {
      ...folder,
      lease: async () => {
        const lease = await folder.lease();
        return { ...lease, read: (file) => (read.push(file), lease.read(file)) };
      },
    };
    expect((await publishTo(target, site.out)).check.missing).toEqual([]);
    const assets = [...files.keys()].filter((file) => file.startsWith('_astro/'));
    expect(read.filter((file) => assets.includes(file)).length).toBeGreaterThan(4);
    expect(read).toEqual(expect.arrayContaining(['icon.svg', 'sf/week.json', 'status.json']));
  });
});

describe('the same snapshot for two addresses in turn, in one folder', () => {
  it('equals a clean astro build for each, and no data file differs', async () => {
    const first = readSite();
    const { changed, rendered } = await buildFor(alone);
    expect(await site.verify()).toEqual([]);
    const second = readSite();
    // What is read away from the site says where the site is.
    const isTaken = (name: string) => /^data\/|\.feed\.json$|\/changes\.json$/.test(name);
    const isData = (name: string) => /\.(json|svg)$/.test(name) && name !== 'status.json' && !isTaken(name);
    expect(changed.filter((page) => isData(page.slice(1)))).toEqual([]);
    expect([...first].filter(([name, text]) => isData(name) && second.get(name) !== text)).toEqual([]);
    expect(rendered).toBeGreaterThan(changed.length);
    expect(second.get('sf/friday/12/index.html')).not.toContain(base);

    await pull(trucks.length - 1);
    expect(await buildFor(below)).toMatchObject({ compiled: false });
    expect(await site.verify()).toEqual([]);
    await pull(trucks.length);
    const back = await buildFor(below);
    expect(back.unchanged).toBeGreaterThan(back.pages / 4); // the data files
    const again = readSite();
    const tellsOfPulls = (name: string) =>
      /^(status\.json|([\w-]+\/)?(sf\/)?status\/index\.html|sf\/sitemap\.xml)$|\.atom$|\.feed\.json$|\/changes\.json$/.test(
        name,
      );
    const lasting = (files: ReadonlyMap<string, string>) =>
      Object.fromEntries([...files].filter(([name]) => !tellsOfPulls(name)));
    expect([...again.keys()]).toEqual([...first.keys()]);
    expectSameFiles(lasting(again), lasting(first));
  }, 120_000);
});

describe('served on this machine', () => {
  let served: Served;
  const get = (requested: string) => fetch(new URL(requested, served.address), { redirect: 'manual' });

  beforeAll(async () => {
    await buildFor(below);
    served = await serve({ build: site.options(), host: '127.0.0.1', port: 0 });
  }, 60_000);
  afterAll(() => served.close());

  it('begins at its path, with a slash', async () => {
    expect(new URL(served.address).pathname).toBe(base);
    expect((await get('.')).status).toBe(200);
    const bare = await get(base.slice(0, -1));
    expect({ status: bare.status, to: bare.headers.get('location') }).toEqual({ status: 301, to: base });
    const inside = await get('sf/friday/12');
    expect({ status: inside.status, to: inside.headers.get('location') }).toEqual({
      status: 301,
      to: `${base}sf/friday/12/`,
    });
  });

  it.each(['/', '/sf/friday/12/', '/status.json', '/food/', '/food/trucksandmore/'])(
    'has nothing at %s',
    async (address) => expect((await get(address)).status).toBe(404),
  );

  it('gives its own page where it has none', async () => {
    const missing = await get('nowhere/');
    expect(missing.status).toBe(404);
    expect(await missing.text()).toContain(`<a class="chip" href="${base}">Who is open now</a>`);
  });

  it('sends the headers that belong to a file, wherever the site lies', async () => {
    const script = addressesInPages().find(([, address]) => address.startsWith(`${base}_astro/`))![1];
    expect((await get(script)).headers.get('cache-control')).toContain('immutable');
    expect((await get('sf/week.json')).headers.get('access-control-allow-origin')).toBe('*');
    expect((await get('status.json')).headers.get('cache-control')).toBe('public, max-age=0, s-maxage=10');
  });

  it.each(['api/health', 'api/health/'])('answers %s', async (address) => {
    expect(await (await get(address)).json()).toMatchObject({ status: 'ok' });
  });
});
