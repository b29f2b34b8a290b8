import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const src = path.resolve(import.meta.dirname, '../src');

/** Which rooms each room may import from, besides itself and the three leaves at the top of `src`. */
const allowed: Record<string, readonly string[]> = {
  schedule: [],
  words: ['schedule', 'content'],
  source: ['schedule'],
  content: ['schedule'],
  site: ['schedule', 'source', 'content', 'words'],
  payments: ['content'],
  pages: ['site', 'words', 'schedule', 'layouts', 'components', 'styles', 'browser'],
  layouts: ['site', 'words', 'schedule', 'layouts', 'components', 'styles', 'browser'],
  components: ['site', 'words', 'schedule', 'layouts', 'components', 'browser', 'styles'],
  browser: ['schedule', 'site', 'words', 'styles'],
  incremental: [],
  publish: ['incremental'],
};

/** Packages and parts of Node that only some rooms may touch; a room that is missing may not import it at all. */
const touches: Record<string, readonly string[]> = {
  'node:fs': ['source', 'content', 'site', 'pages', 'incremental', 'publish'],
  'node-fetch': ['source'],
  astro: ['incremental', 'pages', 'layouts', 'components'],
  leaflet: ['browser'],
  pagefind: ['site'],
  yaml: ['content'],
  sharp: ['content'],
  stripe: ['payments'],
};

interface Import {
  readonly file: string;
  readonly room: string;
  readonly from: string;
  /** True when only types come over: nothing of the other room is loaded. */
  readonly isType: boolean;
}

/** `import … from '…'`, `export … from '…'`, `import '…'` and `import('…')`. */
const importStatement =
  /(?:^|\n)\s*(?:import|export)\s+(?<type>type\s)?(?:[^'"`;]*?\sfrom\s+)?['"](?<from>[^'"]+)['"]|\bimport\(\s*['"](?<lazy>[^'"]+)['"]/g;

const imports: Import[] = fs
  .readdirSync(src, { recursive: true, withFileTypes: true })
  .filter((item) => item.isFile() && /\.(ts|astro)$/.test(item.name) && !item.name.endsWith('.test.ts'))
  .flatMap((item) => {
    const file = path.relative(src, path.join(item.parentPath, item.name));
    const text = fs.readFileSync(path.join(src, file), 'utf8');
    return [...text.matchAll(importStatement)].map(({ groups }) => ({
      file,
      room: file.includes(path.sep) ? file.slice(0, file.indexOf(path.sep)) : '',
      from: (groups!['from'] ?? groups!['lazy'])!.replace(/\?.*$/, ''),
      isType: groups!['type'] !== undefined,
    }));
  });

/** The room an import leads to; null when it leads to a package. */
function roomOf({ file, from }: Import): string | null {
  if (!from.startsWith('.')) return null;
  const target = path.relative(src, path.resolve(src, path.dirname(file), from));
  return target.includes(path.sep) ? target.slice(0, target.indexOf(path.sep)) : '';
}

const words = ({ file, from }: Import) => `${file} imports ${from}`;

describe('the rooms of src', () => {
  it('are all known here', () => {
    const rooms = fs.readdirSync(src, { withFileTypes: true }).filter((item) => item.isDirectory());
    expect(rooms.map(({ name }) => name).filter((name) => name !== 'styles' && !(name in allowed))).toEqual(
      [],
    );
    expect(imports.length).toBeGreaterThan(100);
  });

  it('import only from the rooms they may', () => {
    const wrong = imports.filter((one) => {
      const target = roomOf(one);
      if (target === null || target === one.room) return false;
      if (target === '') return false; // the leaves: failure.ts, digest.ts, disk.ts
      if (target === '..') return one.from !== '../../public/icon.svg'; // drawn in other sizes too
      return !(allowed[one.room] ?? []).includes(target);
    });
    expect(wrong.map(words)).toEqual([]);
  });

  it('touch only what they may', () => {
    const wrong = imports.filter((one) => {
      const rooms = touches[one.from.startsWith('astro/') ? 'astro' : one.from];
      return rooms !== undefined && one.room !== '' && !rooms.includes(one.room);
    });
    expect(wrong.map(words)).toEqual([]);
  });

  it('reach the network in one file only', () => {
    expect(imports.filter(({ from }) => from === 'node-fetch').map(({ file }) => file)).toEqual([
      'source/http.ts',
    ]);
  });

  it('read what was pulled through one file of the site, and kept pictures through another', () => {
    const readers = imports.filter(({ room, from, isType }) => {
      return room === 'site' && !isType && (from === 'node:fs' || from.startsWith('../source/'));
    });
    expect([...new Set(readers.map(({ file }) => file))]).toEqual(['site/card-png.ts', 'site/cities.ts']);
  });

  it('let nothing of Node into what browsers load', () => {
    const entries = [...new Set(imports.filter(({ room }) => room === 'browser').map(({ file }) => file))];
    const loaded = new Set(entries);
    for (const file of loaded) {
      const needed = imports.filter((one) => one.file === file && !one.isType && one.from.startsWith('.'));
      for (const { from } of needed) loaded.add(path.join(path.dirname(file), from));
    }
    const wrong = imports.filter(({ file, from }) => loaded.has(file) && from.startsWith('node:'));
    const named = [...loaded].filter((file) => file === 'digest.ts');
    expect([...wrong.map(words), ...named]).toEqual([]);
  });

  it('leave the three leaves without any room', () => {
    expect(
      imports.filter((one) => one.room === '' && roomOf(one) !== null && roomOf(one) !== '').map(words),
    ).toEqual([]);
  });
});
