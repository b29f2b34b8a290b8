import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { describe, expect, it, onTestFinished } from 'vitest';
import { faultText } from './fault.ts';
import { photoName } from './photo-name.ts';
import { readCampaigns, type Campaigns } from './read-campaigns.ts';

const good = `name: Spring Roasters
text: Coffee roasted on Folsom Street.
link: https://roasters.example/
where: { city: sf, food: coffee }
from: 2026-11-01
to: 2026-11-30
size: card
price: "120.00"
`;

interface Case extends Campaigns {
  readonly photos: string;
}

async function read(files: Readonly<Record<string, string | Buffer>>): Promise<Case> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'campaigns-'));
  onTestFinished(() => fs.rmSync(folder, { recursive: true }));
  const photos = path.join(folder, 'kept');
  for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(path.join(folder, path.dirname(name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), text);
  }
  return { ...(await readCampaigns(folder, photos)), photos };
}

describe('readCampaigns', () => {
  it('reads a campaign whole, its price exactly', async () => {
    const { campaigns, faults } = await read({ 'sponsors/roasters.yaml': good });
    expect(faults).toEqual([]);
    expect(campaigns).toEqual([
      {
        id: 'roasters',
        name: 'Spring Roasters',
        text: 'Coffee roasted on Folsom Street.',
        lang: 'en',
        link: 'https://roasters.example/',
        image: null,
        where: { city: 'sf', neighborhood: null, food: 'coffee', day: null },
        from: '2026-11-01',
        to: '2026-11-30',
        size: 'card',
        price: { minor: 12000, currency: 'USD' },
      },
    ]);
  });

  it.each([
    [
      'an address that is not encrypted',
      [/https:/, 'http:'],
      'link: is no address that begins with https://',
    ],
    [
      'two places',
      ['food: coffee', 'food: coffee, day: friday'],
      'where: names one of neighborhood, food and day',
    ],
    ['no such day', ['food: coffee', 'day: Freitag'], 'where, day: is no day such as friday'],
    ['an end before its start', ['2026-11-30', '2026-10-30'], 'to: is before from'],
    ['a size that no page has', ['size: card', 'size: popup'], 'size: is none of strip, card'],
    ['a script of its own', ['size: card', 'script: x\nsize: card'], 'script: there is no such field'],
    ['a price of nothing', ['"120.00"', '"0.00"'], 'price: write it as 120.00'],
  ] as const)('leaves out a file with %s, and says why', async (_, [from, to], words) => {
    const { campaigns, faults } = await read({ 'sponsors/roasters.yaml': good.replace(from, to) });
    expect(campaigns).toEqual([]);
    expect(faults.map(faultText).join()).toContain(words);
  });

  it('gives a place to one at a time: the one that begins first', async () => {
    const later = good.replace('2026-11-01', '2026-11-30');
    const { campaigns, faults } = await read({
      'sponsors/a-later.yaml': later.replace('to: 2026-11-30', 'to: 2026-12-30'),
      'sponsors/first.yaml': good,
      'sponsors/other-size.yaml': good.replace('card', 'strip'),
      'sponsors/next.yaml': later.replaceAll('2026-11-30', '2026-12-31'),
    });
    expect(campaigns.map(({ id }) => id)).toEqual(['first', 'next', 'other-size']);
    expect(faults.map(faultText)).toEqual([
      'sponsors/a-later.yaml, from: sponsors/first.yaml has the same place and size from 2026-11-01 to 2026-11-30',
    ]);
  });

  it('writes its picture anew, in the sizes of its box', async () => {
    const image = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#842' } })
      .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '37/1 46/1 0/1' } })
      .jpeg()
      .toBuffer();
    const { campaigns, photos } = await read({
      'sponsors/roasters.yaml': `${good}image: { file: beans.jpg }\n`,
      'photos/beans.jpg': image,
    });
    const key = campaigns[0]!.image!.key;
    const kept = await sharp(path.join(photos, photoName(key, 480))).metadata();
    expect(kept).toMatchObject({ format: 'webp', width: 480, height: 320 });
    expect(kept.exif).toBeUndefined();
  });
});
