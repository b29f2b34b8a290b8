import fs from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundledSample, generateCity } from '../scripts/sample/city.ts';
import { emptyLock, lockName, writeLock } from '../src/payments/lock.ts';
import { siteCopy, type SiteCopy, type Tables } from './site-copy.ts';

let site: SiteCopy;
let content: string;

const tablesOn = (asOf: string): Tables => {
  const trucks = [...generateCity({ ...bundledSample, trucks: 4, seed: 3 })].slice(0, 4);
  return {
    schedule: trucks.flatMap(({ schedule }) => schedule),
    permits: trucks.flatMap(({ permits }) => permits),
    asOf,
  };
};
const { asOf } = bundledSample;
const later = new Date(Date.parse(asOf) + 86_400_000).toISOString().slice(0, 10);

function write(file: string, text: string | Uint8Array): void {
  const at = path.join(content, file);
  fs.mkdirSync(path.dirname(at), { recursive: true });
  fs.writeFileSync(at, text);
}

const campaign = (rest: string) =>
  `name: <i>Roasters</i>\ntext: Coffee & "tea".\nlink: https://roasters.example/?a=1&b=2\nfrom: ${asOf}\n${rest}`;
const read = (page: string) => fs.readFileSync(path.join(site.out, page), 'utf8');
const inEnglish = (pages: readonly string[]) =>
  pages.filter((page) => !/^\/(es|zh-hant|fil|vi)\//.test(page)).sort();

beforeAll(async () => {
  site = siteCopy();
  content = path.join(site.root, 'content');
  process.env['CURBSIDE_CONTENT'] = content;
  await site.pull(tablesOn(asOf));
  await site.build();
}, 120_000);
afterAll(() => {
  delete process.env['CURBSIDE_CONTENT'];
  site.remove();
});

describe('a campaign', () => {
  it('is on its pages, and redoes no other', async () => {
    const bare = read('sf/friday/index.html');
    const image = { create: { width: 300, height: 300, channels: 3, background: '#842' } } as const;
    write('photos/logo.png', await sharp(image).png().toBuffer());
    write(
      'sponsors/one.yaml',
      campaign(`to: ${asOf}\nsize: strip\nimage: { file: logo.png }\nwhere: { city: sf, day: friday }\n`),
    );
    const { changed, added, compiled } = await site.build();
    const hours = Array.from({ length: 24 }, (_, hour) => `/sf/friday/${String(hour).padStart(2, '0')}/`);
    expect(inEnglish(changed)).toEqual(['/sf/friday/', ...hours]);
    expect(added.every((file) => file.startsWith('/sf/photo/')) && added.length === 2).toBe(true);
    expect(compiled).toBe(false);
    const page = read('sf/friday/index.html');
    const box = /<link [^>]*><aside class="sponsor[^]*?<\/aside>/.exec(page)?.[0] ?? '';
    expect(box).toContain('rel="sponsored noopener"');
    expect(box).toContain('>Sponsored<');
    expect(box).toContain('&lt;i&gt;Roasters&lt;/i&gt;');
    expect(box).toMatch(/<img [^>]*width="48" height="48"/);
    expect(box).not.toMatch(/<script|<iframe|style=|on\w+=/);
    expect(page.match(/<aside/g)).toHaveLength(1);
    expect(page.replace(box, '').replaceAll(/\s+/g, '')).toBe(bare.replaceAll(/\s+/g, ''));
  });

  it('loads nothing from elsewhere, which the policy of the page forbids anyway', () => {
    const page = read('sf/friday/index.html');
    const policy = /http-equiv="content-security-policy" content="([^"]*)"/i.exec(page)?.[1] ?? '';
    expect(policy).toMatch(/default-src (&#39;|')none/);
    expect(policy).toMatch(/img-src (&#39;|')self/);
    const loaded = [...page.matchAll(/<(?:img|script|link)[^>]*?(?:src|srcset|href)="([^"]+)"/g)];
    const elsewhere = loaded.filter(
      ([tag, to]) => /^https?:/.test(to!) && !tag.includes('canonical') && !tag.includes('alternate'),
    );
    expect(elsewhere.map(([, to]) => to)).toEqual([]);
  });

  it('is in no frame of another site, and in no list of trucks', () => {
    expect(read('sf/embed/friday/12/index.html')).not.toContain('Roasters');
    expect(read('sf/friday/12.json')).not.toContain('Roasters');
    expect(read('sf/friday/12/index.html')).not.toMatch(/<li[ >](?:(?!<\/li>)[^])*Roasters/);
  });

  it('vanishes when the data is of a later day, without anybody’s doing, and leaves the bytes that were there before', async () => {
    const on = read('sf/friday/index.html');
    await site.pull(tablesOn(later));
    const { removed } = await site.build();
    expect(read('sf/friday/index.html')).not.toContain('sponsor');
    expect(on).toContain('sponsor');
    expect(removed.every((file) => file.startsWith('/sf/photo/')) && removed.length === 2).toBe(true);
    expect(await site.verify()).toEqual([]);
  }, 120_000);

  it('with a price is on its page when it is paid, and not before', async () => {
    write(
      'sponsors/one.yaml',
      campaign('to: 2099-12-31\nsize: card\nprice: "120.00"\nwhere: { city: sf }\n'),
    );
    await site.build();
    expect(read('sf/index.html')).not.toContain('Roasters');
    const paid = { 'sponsor/one': { session: 'cs', openedAt: 1, amount: 12000, currency: 'usd' } };
    writeLock(path.join(content, lockName), { ...emptyLock, live: true, paid });
    const { changed } = await site.build();
    expect(inEnglish(changed)).toEqual(['/', '/sf/']);
    expect(read('sf/index.html')).toContain('&lt;i&gt;Roasters');
  });
});
