import fs from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundledSample, generateCity } from '../scripts/sample/city.ts';
import { weigh } from './gates/weigh.ts';
import { siteCopy, type SiteCopy, type Tables } from './site-copy.ts';

let site: SiteCopy;
let content: string;

const tables: Tables = (() => {
  const trucks = [...generateCity({ ...bundledSample, trucks: 6, seed: 3 })].slice(0, 6);
  return {
    schedule: trucks.flatMap(({ schedule }) => schedule),
    permits: trucks.flatMap(({ permits }) => permits),
    asOf: bundledSample.asOf,
  };
})();

function write(file: string, text: string | Uint8Array): void {
  const at = path.join(content, file);
  fs.mkdirSync(path.dirname(at), { recursive: true });
  fs.writeFileSync(at, text);
}

const read = (page: string) => fs.readFileSync(path.join(site.out, page), 'utf8');
const inEnglish = (pages: readonly string[]) =>
  pages.filter((page) => !/^\/(es|zh-hant|fil|vi)\//.test(page)).sort();

/** A truck of the city, with the places where it may stop. */
function someTruck(): { slug: string; permits: string[]; places: string[]; applicant: string } {
  const folder = path.join(site.out, 'sf', 'truck');
  const file = fs
    .readdirSync(folder)
    .filter((name) => name.endsWith('.json') && !name.endsWith('.feed.json'))
    .find(
      (name) =>
        (JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8')) as Data).openingHours.length > 0,
    );
  const data = JSON.parse(fs.readFileSync(path.join(folder, file!), 'utf8')) as Data;
  return {
    slug: data.slug,
    applicant: data.legalName,
    permits: data.permits.map(({ permit }) => permit),
    places: [...new Set(data.entries.map(({ place }) => place.slug))],
  };
}

interface Data {
  readonly slug: string;
  readonly legalName: string;
  readonly permits: readonly { readonly permit: string }[];
  readonly entries: readonly { readonly place: { readonly slug: string } }[];
  readonly openingHours: readonly unknown[];
  readonly closed?: unknown;
}

beforeAll(async () => {
  site = siteCopy();
  content = path.join(site.root, 'content');
  process.env['CURBSIDE_CONTENT'] = content;
  await site.pull(tables);
  await site.build();
}, 120_000);
afterAll(() => {
  delete process.env['CURBSIDE_CONTENT'];
  site.remove();
});

describe('what an owner says', () => {
  it('is on the truck’s page, and redoes no other', async () => {
    const { slug } = someTruck();
    write('trucks/one.yaml', `city: sf\ntruck: ${slug}\ndescription: We <b>cook</b> & sing.\n`);
    const first = await site.build();
    expect(inEnglish(first.changed)).toEqual([`/sf/truck/${slug}/`]);
    expect(first).toMatchObject({ compiled: false, added: [], removed: [] });
    expect(first.reasons[`/sf/truck/${slug}/`]).toBe('data changed');
    const page = read(`sf/truck/${slug}/index.html`);
    expect(page).toContain('We &lt;b&gt;cook&lt;/b&gt; &amp; sing.');
    expect(page).toContain('From the owner');
    const again = await site.build();
    expect(again).toMatchObject({ changed: [], rendered: 0 });
    expect(await site.verify()).toEqual([]);
  }, 120_000);

  it('closes the truck in its calendars, its data and the week, and redoes exactly what shows it', async () => {
    const { slug, places } = someTruck();
    write('trucks/one.yaml', `city: sf\ntruck: ${slug}\nclosed: [{ from: 2026-12-21, to: 2027-01-03 }]\n`);
    const { changed, added } = await site.build();
    const own = ['/', '.ics', '.json'].map((ending) => `/sf/truck/${slug}${ending}`);
    const there = places.flatMap((place) => [`/sf/place/${place}/`, `/sf/place/${place}.ics`]);
    expect(added).toEqual([]);
    expect(inEnglish(changed).filter((page) => ![...own, ...there, '/sf/week.json'].includes(page))).toEqual(
      [],
    );
    expect(inEnglish(changed)).toEqual(expect.arrayContaining([...own, '/sf/week.json']));
    const closed = [{ from: '2026-12-21', to: '2027-01-03' }];
    expect(JSON.parse(read(`sf/truck/${slug}.json`))).toMatchObject({ closed });
    expect(JSON.parse(read('sf/week.json'))).toMatchObject({
      closed: [[expect.any(Number), '2026-12-21', '2027-01-03']],
    });
    expect(read(`sf/truck/${slug}.ics`)).toContain('EXDATE;TZID=America/Los_Angeles:2026122');
    expect(read(`sf/truck/${slug}/index.html`)).toContain('Closed Dec 21, 2026 – Jan 3, 2027');
    expect(await site.verify()).toEqual([]);
  }, 120_000);

  it('brings its picture, twice, and takes it away with the file', async () => {
    const { slug } = someTruck();
    const picture = sharp({ create: { width: 1000, height: 700, channels: 3, background: '#c4301c' } });
    write('photos/one.jpg', await picture.jpeg().toBuffer());
    write('trucks/one.yaml', `city: sf\ntruck: ${slug}\nphoto: { file: one.jpg, alt: A red truck }\n`);
    const { added } = await site.build();
    expect(added.map((page) => page.replace(/^\/sf\/photo\/[\w-]{22}/, '')).sort()).toEqual([
      '-480.webp',
      '-960.webp',
    ]);
    const { width, height, format } = await sharp(path.join(site.out, added[0]!)).metadata();
    expect([format, width / height]).toEqual(['webp', 1.5]);
    const page = read(`sf/truck/${slug}/index.html`);
    expect(page).toContain('width="960" height="640" alt="A red truck"');
    fs.rmSync(path.join(content, 'trucks/one.yaml'));
    const gone = await site.build();
    expect(gone.removed).toEqual(added);
    expect(await site.verify()).toEqual([]);
  }, 120_000);

  it('weighs at most 6 KB with its page, Brotli 11, when it is much', async () => {
    const { slug } = someTruck();
    const dish = (_: unknown, index: number) =>
      `  - { name: Dish of the house no. ${index}, note: With rice and ${index} beans, price: ${index + 5}.50 }`;
    const lines = [
      `city: sf\ntruck: ${slug}\nlang: es\ndescription: ${'Desde siempre, con amor y maiz. '.repeat(15)}`,
      `menu:\n${Array.from({ length: 20 }, dish).join('\n')}`,
      'order: https://orders.example.com/a\nwebsite: https://a.example.com\nphone: +1 415 555 0123',
      'social: [https://one.example.com/a, https://two.example.com/b]\nlanguages: [es, en, vi, zh-Hant]',
      'accessibility: [step-free, low-counter, sign-language]\ncatering: party@example.com',
      'closed: [2026-11-26, { from: 2026-12-24, to: 2027-01-01 }]',
    ];
    write('trucks/one.yaml', `${lines.join('\n')}\n`);
    await site.build();
    const page = fs.readFileSync(path.join(site.out, `sf/truck/${slug}/index.html`));
    expect(page.toString()).toContain('<p lang="es">Desde siempre');
    expect(weigh(page)).toBeLessThanOrEqual(6 * 1024);
    fs.rmSync(path.join(content, 'trucks/one.yaml'));
  }, 60_000);

  it('stops no build when it is wrong, and is told of', async () => {
    const { slug } = someTruck();
    write('trucks/bad.yaml', `city: sf\ntruck: ${slug}\norder: ftp://example.com\n`);
    await site.build();
    write('trucks/bad.yaml', `city: sf\ntruck: ${slug}\norder: ftp://example.org\n`);
    const { changed } = await site.build();
    expect(changed).toEqual([]);
    const { content: told } = site.options() as ReturnType<SiteCopy['options']> & {
      content: { warnings: string[] };
    };
    expect(told.warnings).toEqual([
      'trucks/bad.yaml, line 3, order: is no address that begins with https://',
    ]);
    fs.rmSync(path.join(content, 'trucks/bad.yaml'));
  });
});

describe('a truck with another name', () => {
  it('is found at its old address, and so is what its owner says', async () => {
    const { slug, applicant, permits } = someTruck();
    write('trucks/one.yaml', `city: sf\ntruck: ${slug}\npermits: [${permits[0]!}]\ndescription: Still us.\n`);
    await site.build();
    const rename = (row: Record<string, string>) =>
      row['applicant'] === applicant ? { ...row, applicant: 'Wholly New Name' } : row;
    await site.pull({ ...tables, schedule: tables.schedule.map(rename) });
    await site.build();
    expect(read('sf/truck/wholly-new-name/index.html')).toContain('Still us.');
    const old = read(`sf/truck/${slug}/index.html`);
    expect(old).toContain('http-equiv="refresh" content="0; url=/sf/truck/wholly-new-name/"');
    expect(old).toContain('<a href="/sf/truck/wholly-new-name/">');
    expect(read(`sf/truck/${slug}.ics`)).toBe(read('sf/truck/wholly-new-name.ics'));
    expect(read('sf/sitemap.xml')).not.toContain(`/truck/${slug}/`);
    expect(await site.verify()).toEqual([]);
    fs.rmSync(path.join(content, 'trucks/one.yaml'));
    await site.build();
    expect(read(`sf/truck/${slug}/index.html`)).toContain('url=/sf/truck/wholly-new-name/');
  }, 120_000);
});
