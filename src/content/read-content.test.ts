import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { faultText } from './fault.ts';
import { readContent } from './read-content.ts';

let folder: string;
beforeEach(() => (folder = fs.mkdtempSync(path.join(os.tmpdir(), 'curbside-content-'))));
afterEach(() => fs.rmSync(folder, { recursive: true }));

function write(file: string, content: string | Uint8Array): void {
  const at = path.join(folder, file);
  fs.mkdirSync(path.dirname(at), { recursive: true });
  fs.writeFileSync(at, content);
}

async function read() {
  const { owners, faults } = await readContent(folder, path.join(folder, 'kept'));
  return { owners, faults: faults.map(faultText) };
}

describe('readContent', () => {
  it('gives nothing where nothing is', async () => {
    expect(await read()).toEqual({ owners: [], faults: [] });
  });

  it('reads every file, in order of city and truck, and keeps the pictures', async () => {
    const picture = sharp({ create: { width: 600, height: 600, channels: 3, background: '#fff' } });
    write('photos/b.png', await picture.png().toBuffer());
    write('trucks/a.yaml', 'city: sf\ntruck: zeta\n');
    write('trucks/b.yaml', 'city: sf\ntruck: beta\nphoto: { file: b.png, alt: A truck }\n');
    write('trucks/.hidden', 'not looked at');
    const { owners, faults } = await read();
    expect(faults).toEqual([]);
    expect(owners.map(({ truck }) => truck)).toEqual(['beta', 'zeta']);
    expect(owners[0]?.photo?.alt).toBe('A truck');
    const kept = fs.readdirSync(path.join(folder, 'kept')).sort();
    expect(kept).toEqual([480, 960].map((width) => `${owners[0]?.photo?.key}-${width}.webp`));
  });

  it('leaves a file with a fault out and goes on with the others', async () => {
    write('trucks/a.yaml', 'city: sf\ntruck: anzu\nprice: 1\n');
    write('trucks/b.yaml', 'city: sf\ntruck: beta\n');
    write('trucks/c.yaml', 'city: sf\ntruck: beta\n');
    write('trucks/notes.txt', 'hello');
    const { owners, faults } = await read();
    expect(owners.map(({ truck }) => truck)).toEqual(['beta']);
    expect(faults).toEqual([
      'trucks/a.yaml, line 3, price: there is no such field',
      'trucks/c.yaml, truck: trucks/b.yaml speaks of the same truck',
      'trucks/notes.txt: its name does not end with .yaml',
    ]);
  });

  it('shows a file without a picture that cannot be used', async () => {
    write('photos/a.jpg', 'no picture');
    write('trucks/a.yaml', 'city: sf\ntruck: anzu\nphoto: { file: a.jpg, alt: A truck }\n');
    const { owners, faults } = await read();
    expect(owners).toMatchObject([{ truck: 'anzu', photo: null }]);
    expect(faults).toEqual(['trucks/a.yaml, photo: the file is no JPEG, PNG or WebP picture']);
  });
});
