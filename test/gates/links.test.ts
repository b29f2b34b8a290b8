import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { addressesIn, idsIn } from './links.ts';
import { builtPages, type BuiltPage } from './kinds.ts';
import { sampleSite, type SampleSite } from './sample-site.ts';

/** Its origin is what addresses of the site stand for that are read away from it. */
const home = new URL('https://curbside.example/');
let site: SampleSite;
let pages: readonly (BuiltPage & { readonly html: string })[];
/** Addresses of pages, and of what was asked for. */
let asked: Map<string, boolean>;

beforeAll(async () => {
  site = await sampleSite();
  pages = builtPages(site.out).map((page) => ({
    ...page,
    html: fs.readFileSync(path.join(site.out, page.file), 'utf8'),
  }));
  asked = new Map(['/404/', ...pages.map(({ address }) => address)].map((address) => [address, true]));
}, 120_000);

/** Whether something answers at an address of the site: a page, or a file beside the pages. */
function answers(pathname: string): boolean {
  const page = pathname.endsWith('/');
  const known = asked.get(pathname) ?? (!page && fs.existsSync(path.join(site.out, decodeURI(pathname))));
  asked.set(pathname, known);
  return known;
}

describe('links of the built pages', () => {
  it('lead to what is there, and to a part that is there', () => {
    const ids = new Map(pages.map(({ address, html }) => [address, new Set(idsIn(html))]));
    const dead = new Set<string>();
    for (const { address, html } of pages) {
      for (const link of addressesIn(html)) {
        const { origin, pathname, hash } = new URL(link, new URL(address, home));
        if (origin !== home.origin) continue;
        const part = decodeURIComponent(hash.slice(1));
        if (!answers(pathname)) dead.add(`${address}: ${link}`);
        else if (part !== '' && !ids.get(pathname)?.has(part)) dead.add(`${address}: no part ${link}`);
      }
    }
    expect([...dead]).toEqual([]);
  });

  it('never lead to an address that anybody on the way can read', () => {
    const open = pages.flatMap(({ address, html }) =>
      addressesIn(html)
        .filter((link) => /^http:/i.test(link))
        .map((link) => `${address}: ${link}`),
    );
    expect(open).toEqual([]);
  });

  it('find each part once: ids are unique, and what names another part names one that is there', () => {
    const faults: string[] = [];
    for (const { address, html } of pages) {
      const ids = idsIn(html);
      const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
      const named = [...html.matchAll(/\s(?:for|aria-(?:controls|labelledby|describedby))="([^"]*)"/g)];
      const missing = named.flatMap(([, names = '']) => names.split(' ')).filter((id) => !ids.includes(id));
      faults.push(...[...twice, ...missing].map((id) => `${address}: ${id}`));
    }
    expect(faults).toEqual([]);
  });

  it('are in the sitemaps once each, and every address there is a page', () => {
    const names = fs.readdirSync(site.out, { recursive: true, encoding: 'utf8' });
    const sitemaps = names
      .filter((name) => /(^|\/)sitemap[^/]*\.xml$/.test(name))
      .map((name) => fs.readFileSync(path.join(site.out, name), 'utf8'));
    const listed = [...sitemaps.join('').matchAll(/<loc>([^<]+)<\/loc>/g)].map(
      ([, url = '']) => new URL(url),
    );
    expect(listed.length).toBeGreaterThan(100);
    expect(new Set(listed.map(String)).size).toBe(listed.length);
    expect(listed.filter(({ pathname }) => !answers(pathname)).map(String)).toEqual([]);
  });
});
