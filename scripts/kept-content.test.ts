import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keptContent } from './kept-content.ts';

let folder: string;
beforeEach(() => (folder = fs.mkdtempSync(path.join(os.tmpdir(), 'curbside-kept-'))));
afterEach(() => fs.rmSync(folder, { recursive: true }));

const content = () => path.join(folder, 'content');
const cache = () => path.join(folder, 'cache');
const keep = () => path.join(cache(), 'content');

function write(text: string): void {
  fs.mkdirSync(path.join(content(), 'trucks'), { recursive: true });
  fs.writeFileSync(path.join(content(), 'trucks', 'a.yaml'), text);
}

describe('keptContent', () => {
  it('reads nothing where there is nothing', () => {
    expect(keptContent(content(), cache())).toEqual({ owners: [], campaigns: [], rates: [], faults: [] });
    expect(fs.existsSync(cache())).toBe(false);
  });

  it('reads a folder once, and again when a file changes', () => {
    write('city: sf\ntruck: anzu\n');
    const first = keptContent(content(), cache());
    expect(first.owners).toMatchObject([{ truck: 'anzu' }]);
    const [file] = fs.readdirSync(keep());
    const at = path.join(keep(), file!);
    fs.writeFileSync(
      at,
      JSON.stringify({ owners: [], campaigns: [], rates: [], faults: [{ mark: 'kept' }] }),
    );
    expect(keptContent(content(), cache()).faults).toEqual([{ mark: 'kept' }]);
    write('city: sf\ntruck: anzu\nlang: xx-klingon\n');
    expect(keptContent(content(), cache())).toMatchObject({ owners: [], faults: [{ field: 'lang' }] });
  });

  it('reads again what is damaged', () => {
    write('city: sf\ntruck: anzu\n');
    const first = keptContent(content(), cache());
    const at = path.join(keep(), fs.readdirSync(keep())[0]!);
    fs.writeFileSync(at, '{"owners": [');
    expect(keptContent(content(), cache())).toEqual(first);
  });

  it('leaves everything out, and says why, when it cannot be read', () => {
    write('city: sf\ntruck: anzu\n');
    const { owners, faults } = keptContent(content(), cache(), 1);
    expect(owners).toEqual([]);
    expect(faults[0]?.message).toContain('was not read');
    expect(keptContent(content(), cache()).owners).toHaveLength(1);
  });
});
