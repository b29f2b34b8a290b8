import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { HourData } from '../src/site/data-pages.ts';
import { sampleSite, type SampleSite } from './gates/sample-site.ts';
import { hostileNames, hostileSchedule } from './site-hostile-rows.ts';

let site: SampleSite;
let files: ReadonlyMap<string, string>;

beforeAll(async () => {
  site = await sampleSite();
  const names = fs.readdirSync(site.out, { recursive: true, encoding: 'utf8' });
  const texts = names.filter((name) => /\.(html|json|svg)$/.test(name) && !name.includes('well-known'));
  files = new Map(texts.map((name) => [name, fs.readFileSync(path.join(site.out, name), 'utf8')]));
}, 120_000);

const linkedData = /<script type="application\/ld\+json">[^<]*<\/script>/g;
/** Pages without what search engines are told, which is data and no text of the page; structured.test.ts is about it. */
const pages = () =>
  [...files]
    .filter(([name]) => name.endsWith('.html'))
    .map(([name, html]) => [name, html.replace(linkedData, '')] as const);
const json = <Data>(name: string) => JSON.parse(files.get(name) ?? '') as Data;

/** What a reader reads: tags away, entities back. */
function visibleText(html: string): string {
  const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'" };
  return html
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/="[^"]*"/g, '')
    .replace(/<[^>]*>/g, '\n')
    .replace(/&(lt|gt|amp|quot|#39);/g, (entity, name: string) => entities[name] ?? entity);
}

describe('pages made of hostile texts', () => {
  it('hold no script but the site’s own, no handler and no frame', () => {
    for (const [name, html] of pages()) {
      const bare = html.replace(/="[^"]*"/g, '=""'); // within quotes only the quote is special
      const scripts = bare.match(/<script[^>]*>/g) ?? [];
      expect([...new Set(scripts)].join() || 'none', name).toMatch(/^(<script type="" src="">|none)$/);
      expect(html.match(/<script type="module" src="\/_astro\/[\w.-]+">/g) ?? [], name).toHaveLength(
        scripts.length,
      );
      // Pictures are the site's own alone: what owners and sponsors gave, cut anew.
      const own = html.match(/<img [^>]*src="\/sf\/photo\/[\w.-]+\.webp"/g) ?? [];
      expect(bare.match(/<img/g) ?? [], name).toHaveLength(own.length);
      const tags = new Set((bare.match(/<[a-z][a-z0-9-]*/gi) ?? []).map((tag) => tag.toLowerCase()));
      expect(
        [...tags].filter((tag) => /^<(iframe|object|embed|base)$/.test(tag)),
        name,
      ).toEqual([]);
      expect(bare, name).not.toMatch(/<[^>]*\son\w+=/);
      expect(bare, name).not.toMatch(/<[^>]*\sstyle=/);
    }
  });

  it('say every name, somewhere whole', () => {
    const hour = json<HourData>('sf/friday/12.json');
    const listed = new Map(hour.open.map((entry) => [entry.permit, entry]));
    for (const [index, row] of hostileSchedule.entries()) {
      const entry = listed.get(row['permit'] ?? '');
      expect(entry, hostileNames[index]).toBeDefined();
      const { slug, legalName } = entry!.truck;
      expect(slug).toMatch(/^[a-z0-9](-?[a-z0-9])*$/);
      expect(slug.length).toBeLessThanOrEqual(80);
      const text = visibleText(files.get(`sf/truck/${slug}/index.html`) ?? '');
      expect(text).toContain(legalName);
      expect(text).toContain(entry!.food);
      expect(text).toContain(entry!.note);
    }
  });

  it('keep trucks apart that would share a slug, and give one to those that have none', () => {
    const { open } = json<HourData>('sf/friday/12.json');
    const slugs = open.filter((entry) => /^99MFF-/.test(entry.permit)).map((entry) => entry.truck.slug);
    expect(new Set(open.map((entry) => entry.truck.slug)).size).toBe(
      new Set(open.map((entry) => entry.truck.name)).size,
    );
    expect(slugs.every((slug) => fs.existsSync(path.join(site.out, 'sf/truck', slug, 'index.html')))).toBe(
      true,
    );
  });

  it('bound a text of ten thousand characters wherever it is one of many', () => {
    for (const [name, html] of pages()) {
      if (/^([a-z-]+\/)?sf\/(truck|place)\/long/.test(name)) continue;
      expect(
        Math.max(
          ...visibleText(html)
            .split('\n')
            .map((line) => line.length),
        ),
        name,
      ).toBeLessThan(700);
    }
  });

  it('list what has no usable coordinates, never at 0,0', () => {
    const { open } = json<HourData>('sf/friday/12.json');
    const places = open.map((entry) => entry.place);
    expect(places.some((place) => place.latitude === null)).toBe(true);
    expect(places.every((place) => place.latitude !== 0 && place.longitude !== 0)).toBe(true);
    expect(files.get('sf/friday/12/index.html')).not.toMatch(/data-at="0/);
  });
});

describe('the site', () => {
  it('gives every page a title, a description and one canonical address of its own', () => {
    const seen = new Map<string, string>();
    for (const [name, html] of pages()) {
      if (name.startsWith('sf/embed/')) continue; // a part of another's page
      if (html.includes('http-equiv="refresh"')) continue; // leads on to the page it names as canonical
      expect(html, name).toMatch(/<title>[^<]+<\/title>/);
      expect(html, name).toMatch(/<meta name="description" content="[^"]+">/);
      expect(html.match(/<h1/g), name).toHaveLength(1);
      const canonical = /<link rel="canonical" href="([^"]+)">/.exec(html)?.[1] ?? '';
      if (name !== 'index.html') expect(seen.get(canonical), name).toBeUndefined();
      if (name !== 'index.html') seen.set(canonical, name);
    }
    expect(files.get('index.html')).toContain('<link rel="canonical" href="https://curbside.example/sf/">');
  });

  it('allows no inline script, and WebAssembly on the search page alone', () => {
    for (const [name, html] of pages()) {
      const policy = /<meta http-equiv="content-security-policy" content="([^"]*)">/.exec(html)?.[1] ?? '';
      expect(policy, name).toMatch(/default-src 'none'.*script-src 'self'(?:(?!sha)[^;])*;/);
      expect(policy, name).not.toContain('unsafe-inline');
      expect(policy.includes('wasm-unsafe-eval'), name).toBe(
        /^([a-z-]+\/)?sf\/search\/index\.html$/.test(name),
      );
    }
  });

  it('shows in an hour’s page the places that its data lists, in links and on the map alike', () => {
    for (const hour of ['00', '09', '12', '18']) {
      const { open } = json<HourData>(`sf/friday/${hour}.json`);
      const list =
        /<ol class="list.*?<\/ol>/s.exec(files.get(`sf/friday/${hour}/index.html`) ?? '')?.[0] ?? '';
      expect([...list.matchAll(/href="\/sf\/place\/([^/]+)\//g)].map(([, slug]) => slug).sort()).toEqual(
        open.map((entry) => entry.place.slug).sort(),
      );
      expect(list.match(/data-at="/g) ?? []).toHaveLength(
        open.filter((entry) => entry.place.latitude !== null).length,
      );
    }
  });
});
