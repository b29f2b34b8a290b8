import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');
const below = (folder: string) =>
  fs
    .readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => path.join(folder, file));
const documents = ['README.md', ...below('docs').filter((file) => file.endsWith('.md'))];
const textOf = (file: string) => fs.readFileSync(path.join(root, file), 'utf8');

/** Where Markdown links and HTML pictures lead, but for addresses elsewhere and places on the same page. */
function relativeLinks(text: string): string[] {
  const prose = text.replace(/^ *```[^]*?^ *```$/gm, '').replace(/`[^`\n]*`/g, '');
  const targets = prose.matchAll(/\]\(([^)\s]+)\)|\b(?:src|srcset|href)="([^"]+)"/g);
  return [...targets]
    .map(([, markdown, html]) => decodeURI(markdown ?? html ?? '').replace(/#.*$/, ''))
    .filter((target) => target !== '' && !/^[a-z]+:/.test(target));
}

describe.each(documents)('%s', (file) => {
  const text = textOf(file);

  it('links only to files that exist', () => {
    const folder = path.dirname(path.join(root, file));
    const broken = relativeLinks(text).filter((target) => !fs.existsSync(path.resolve(folder, target)));
    expect(broken).toEqual([]);
  });

  it('names only commands that exist', () => {
    const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
    const named = [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name ?? '');
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});

describe('README.md', () => {
  const text = textOf('README.md');
  const code = ['src', 'scripts']
    .flatMap(below)
    .filter((file) => /\.(ts|mjs|astro)$/.test(file))
    .map(textOf)
    .join('\n');

  it('names only environment variables that the code reads', () => {
    const configuration = /^## Configuration$([^]*?)^## /m.exec(text)?.[1] ?? '';
    const table = [...configuration.matchAll(/^\| `([A-Z_]+)`/gm)].map(([, name]) => name ?? '');
    const elsewhere = [...text.matchAll(/\b[A-Z]+(?:_[A-Z]+)+\b/g)].map(([name]) => name);
    expect(table.length).toBeGreaterThan(5);
    expect([...new Set([...table, ...elsewhere])].filter((name) => !code.includes(`'${name}'`))).toEqual([]);
  });

  it('names every flag of the commands, and no other', () => {
    const rows = [...text.matchAll(/^\| `npm (?:run )?([\w-]+)[^|]*\|[^|]*\|([^|]*)\|$/gm)];
    const flagged = rows.filter(([, , flags]) => flags?.includes('--'));
    expect(flagged.length).toBeGreaterThan(7);
    for (const [, name = '', flags = ''] of flagged) {
      const listed = [...flags.matchAll(/--([\w-]+)/g)].map(([, flag]) => flag);
      const usage = /const usage = `([^]*?)`;/.exec(textOf(`scripts/${name}.ts`))?.[1] ?? '';
      const known = new Set([...usage.matchAll(/--([a-z][\w-]*)/g)].map(([, flag]) => flag));
      expect({ name, flags: listed.sort() }).toEqual({ name, flags: [...known].sort() });
    }
  });
});
