import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { photoName, photoRecipe } from './photo-name.ts';
import { preparePhoto } from './photo.ts';

let folder: string;
beforeEach(() => (folder = fs.mkdtempSync(path.join(os.tmpdir(), 'curbside-photo-'))));
afterEach(() => fs.rmSync(folder, { recursive: true }));

const canvas = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#c4301c' } });

async function prepare(bytes: Uint8Array) {
  const source = path.join(folder, 'source');
  fs.writeFileSync(source, bytes);
  return await preparePhoto(source, path.join(folder, 'kept'), photoRecipe);
}

describe('preparePhoto', () => {
  it('writes every size in the same shape, without a word of where and with what it was taken', async () => {
    const bytes = await canvas(1200, 1600)
      .withExif({
        IFD0: { Make: 'Camera', Orientation: '6' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '37/1 47/1 38/1', GPSLongitude: '122/1 24/1 3/1' },
      })
      .withIccProfile('p3')
      .jpeg()
      .toBuffer();
    expect((await sharp(bytes).metadata()).exif?.toString('latin1')).toContain('Camera');
    const prepared = await prepare(bytes);
    const key = 'key' in prepared ? prepared.key : '';
    for (const [width, height] of [
      [960, 640],
      [480, 320],
    ] as const) {
      const written = fs.readFileSync(path.join(folder, 'kept', photoName(key, width)));
      const facts = await sharp(written).metadata();
      expect(facts).toMatchObject({ format: 'webp', width, height });
      expect([facts.exif, facts.icc, facts.xmp, facts.iptc]).toEqual(Array(4).fill(undefined));
      expect(written.includes('EXIF') || written.includes('ICCP')).toBe(false);
    }
  });

  it('gives the same bytes again, and makes nothing that is there', async () => {
    const bytes = await canvas(960, 640).png().toBuffer();
    const first = await prepare(bytes);
    const key = 'key' in first ? first.key : '';
    const file = path.join(folder, 'kept', photoName(key, 960));
    const [before, time] = [fs.readFileSync(file), fs.statSync(file).ctimeMs];
    expect(await prepare(bytes)).toEqual(first);
    expect(fs.statSync(file).ctimeMs).toBe(time);
    fs.rmSync(file);
    await prepare(bytes);
    expect(fs.readFileSync(file).equals(before)).toBe(true);
  });

  it('gives another picture another name', async () => {
    const keys = await Promise.all([
      prepare(await canvas(960, 640).png().toBuffer()),
      prepare(await canvas(961, 640).png().toBuffer()),
    ]);
    expect(keys[0]).not.toEqual(keys[1]);
  });

  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="960" height="640"/>';
  it.each([
    ['text', () => Buffer.from('no picture at all'), 'no JPEG, PNG or WebP'],
    ['a drawing', () => Buffer.from(svg), 'no JPEG, PNG or WebP'],
    ['a small one', () => canvas(300, 200).png().toBuffer(), '300 by 200 points'],
    ['a bomb', () => canvas(9000, 9000).png({ compressionLevel: 9 }).toBuffer(), '50 million points'],
    ['a broken one', async () => (await canvas(960, 640).jpeg().toBuffer()).subarray(0, 1500), 'damaged'],
    ['much', () => Buffer.alloc(9 * 1024 * 1024), 'larger than 8 MB'],
  ])('refuses %s in plain words', async (_, bytes, words) => {
    const prepared = await prepare(await bytes());
    expect('fault' in prepared ? prepared.fault : prepared).toContain(words);
    expect(fs.existsSync(path.join(folder, 'kept'))).toBe(false);
  });

  it('says when there is none', async () => {
    const prepared = await preparePhoto(path.join(folder, 'none.jpg'), folder, photoRecipe);
    expect(prepared).toEqual({ fault: 'there is no such picture in the folder photos' });
  });
});
