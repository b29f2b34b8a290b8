import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { inflateSync } from 'node:zlib';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { row } from '../../test/schedule-rows.ts';
import { siteCity } from '../../test/site-city.ts';
import { cardSvg, type CardFacts } from './card.ts';
import { dayCards, truckCards } from './card-files.ts';
import { cardPng, drawer } from './card-png.ts';
import { palettePng } from './png.ts';

const facts: CardFacts = {
  city: 'San Francisco',
  sample: false,
  title: 'Roadside Rotisserie Corporation / Country Grill',
  line: 'Rotisserie chicken, ribs, kickin chix, …',
  levels: [],
};

describe('cardPng', () => {
  it('is at most 10 KB with the longest texts, 1200 by 630, and the same bytes each time', async () => {
    const png = Buffer.from(await cardPng(facts));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
    expect(png.length).toBeLessThan(10_240);
    expect(png.equals(await cardPng(facts))).toBe(true);
  });

  it('draws any name, and takes none for markup', async () => {
    const hostile = {
      ...facts,
      title: '</text><script>"&\u0007 \ud800 日本',
      levels: Array.from({ length: 24 }, () => 10),
    };
    expect(cardSvg(hostile)).not.toContain('<script');
    expect((await cardPng(hostile)).length).toBeGreaterThan(1000);
  });
});

describe('a folder of cards', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cards-'));
  const only = () => path.join(folder, fs.readdirSync(folder)[0]!);
  afterEach(() => {
    vi.unstubAllEnvs();
    fs.rmSync(folder, { recursive: true, force: true });
  });

  it('keeps what was drawn, by its drawing, and draws a damaged one again', async () => {
    const drawn = await cardPng(facts);
    vi.stubEnv('CURBSIDE_CARDS', folder);
    expect(Buffer.from(await cardPng(facts)).equals(drawn)).toBe(true);
    const inode = fs.statSync(only()).ino;
    expect(Buffer.from(await cardPng(facts)).equals(drawn)).toBe(true);
    expect(fs.statSync(only()).ino).toBe(inode); // taken as it was
    fs.truncateSync(only(), 400);
    expect(Buffer.from(await cardPng(facts)).equals(drawn)).toBe(true);
    await cardPng({ ...facts, title: 'Another' });
    expect(fs.readdirSync(folder)).toHaveLength(2);
  });

  it('knows what draws by the versions that are installed', () => {
    const versionOf = (name: string) =>
      (JSON.parse(fs.readFileSync(`node_modules/${name}/package.json`, 'utf8')) as { version: string })
        .version;
    expect(drawer).toBe(
      `resvg-wasm ${versionOf('@resvg/resvg-wasm')}, dejavu-fonts-ttf ${versionOf('dejavu-fonts-ttf')}`,
    );
  });
});

describe('the cards of a city', () => {
  const rows = [row(), row({ applicant: 'Other', weekday: 'monday' })];
  const keys = (over: Parameters<typeof row>[0]) => {
    const city = siteCity([row(over), rows[1]!]);
    return {
      trucks: truckCards(city).map((page) => page.cacheKey),
      days: dayCards(city).map((page) => page.cacheKey),
    };
  };

  it('stay as they are when a row changes that they do not show', () => {
    const [before, after] = [keys({}), keys({ text: '10am-11am, 2pm-3pm', standing: 'renewing' })];
    expect(after.trucks).toEqual(before.trucks);
    expect(keys({ food: 'Coffee' }).trucks).not.toEqual(before.trucks);
    expect(keys({ end24: '18:00' }).days.filter((key, day) => key !== before.days[day])).toHaveLength(1);
  });

  it('never say that a truck is there', () => {
    const texts = [...truckCards(siteCity(rows)), ...dayCards(siteCity(rows))].map(({ props }) =>
      cardSvg(props.view()),
    );
    expect(texts.filter((text) => /\bnow\b|\bopen\b/i.test(text.replace(/<[^>]*>/g, ' ')))).toEqual([]);
  });
});

describe('palettePng', () => {
  it('writes each point as the nearest colour of the palette', () => {
    const pixels = Uint8Array.from([0, 0, 0, 255, 250, 250, 250, 255, 200, 10, 10, 255]);
    const png = palettePng(pixels, { width: 3, height: 1 }, ['#000000', '#ffffff', '#ff0000']);
    const at = png.indexOf('IDAT');
    const rows = inflateSync(png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4)));
    expect([...rows]).toEqual([0, 0x01, 0x20]);
  });
});
