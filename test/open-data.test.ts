import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiFiles } from '../src/site/api-files.ts';
import { jsonSchemas } from '../src/site/contract.ts';
import { generateCity, bundledSample } from '../scripts/sample/city.ts';
import { expandedByIcalJs } from './calendar-reader.ts';
import { siteCopy, type SiteCopy } from './site-copy.ts';

let site: SiteCopy;
let files: readonly string[];

beforeAll(async () => {
  site = siteCopy();
  const trucks = [...generateCity({ ...bundledSample, trucks: 8 })];
  await site.pull({
    schedule: trucks.flatMap(({ schedule }) => schedule),
    permits: trucks.flatMap(({ permits }) => permits),
    asOf: bundledSample.asOf,
  });
  await site.build();
  files = fs.readdirSync(site.out, { recursive: true, withFileTypes: true }).flatMap((item) => {
    return item.isFile() ? [`/${path.relative(site.out, path.join(item.parentPath, item.name))}`] : [];
  });
});
afterAll(() => site.remove());

/** An address with its parts in braces, as a pattern. */
function partsIn(address: string): string {
  const parts: Readonly<Record<string, string>> = { day: '[a-z]+day', hour: '\\d\\d' };
  return address
    .replaceAll('.', '\\.')
    .replace(/\{(\w+)\}/g, (_, name: string) => parts[name] ?? '[a-z0-9-]+');
}

const patterns = apiFiles.map((file) => ({
  ...file,
  pattern: new RegExp(`^${partsIn(file.path)}$`),
}));

function read(file: string): string {
  return fs.readFileSync(path.join(site.out, file), 'utf8');
}

describe('the open data of a built site', () => {
  it('is what its schemas say, with no field that they do not name', () => {
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    addFormats.default(ajv);
    const schemas = jsonSchemas(true);
    let checked = 0;
    for (const { shape, pattern, path: api } of patterns) {
      if (shape === null) continue;
      const validate = ajv.compile(schemas[shape]);
      const found = files.filter((file) => pattern.test(file));
      expect([api, found.length]).not.toEqual([api, 0]);
      for (const file of found) {
        validate(JSON.parse(read(file)));
        expect([file, validate.errors]).toEqual([file, null]);
        checked += 1;
      }
    }
    expect(checked).toBeGreaterThan(360);
  });

  it('has no file of a kind that the guide does not name', () => {
    const own = [/^\/\.well-known\//, /^\/_astro\//, /\/search\//, /^\/data\//];
    const open = files.filter((file) => /\.(json|geojson|csv|ics|atom)$/.test(file));
    const unnamed = open.filter(
      (file) => ![...own, ...patterns.map(({ pattern }) => pattern)].some((one) => one.test(file)),
    );
    expect(unnamed).toEqual([]);
    expect(
      patterns.filter(({ pattern }) => !open.some((file) => pattern.test(file))).map(({ path: api }) => api),
    ).toEqual([]);
  });

  it('is told to programs by an OpenAPI whose references lead somewhere', () => {
    const api = JSON.parse(read('/data/openapi.json')) as { paths: object; components: { schemas: object } };
    expect(Object.keys(api.paths)).toEqual(apiFiles.map((file) => file.path));
    const named = [...JSON.stringify(api).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(
      ([, name]) => name!,
    );
    expect(new Set(named)).toEqual(new Set(Object.keys(api.components.schemas)));
  });

  it('has calendars that a reader can open, with events in most of them', () => {
    const calendars = files.filter((file) => file.endsWith('.ics'));
    const events = calendars.flatMap((file) => expandedByIcalJs(read(file), '2026-01-01', '2027-12-31'));
    expect(events.length).toBeGreaterThan(calendars.length);
  });

  it('tells search engines of every truck, and of no page that is made for the frames of others', () => {
    const pages = files.filter((file) => file.endsWith('.html'));
    const trucks = pages.filter((file) => /^\/sf\/truck\//.test(file));
    for (const file of trucks) {
      const [, text] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(read(file)) ?? [];
      const kinds = (JSON.parse(text!) as { '@graph': { '@type': string }[] })['@graph'];
      expect(kinds.map((part) => part['@type'])).toEqual(['BreadcrumbList', 'FoodEstablishment']);
    }
    const embeds = pages.filter((file) => file.startsWith('/sf/embed/'));
    expect(embeds).toHaveLength(168 + trucks.length);
    expect(embeds.every((file) => read(file).includes('content="noindex"'))).toBe(true);
    expect(read('/sf/sitemap.xml')).not.toContain('/embed/');
  });
});
