import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { digest } from '../src/digest.ts';
import type { BuildOptions } from '../src/incremental/options.ts';

/** Shard → slug → text: all the data of a tiny site. */
export type TinyData = Record<string, Record<string, string>>;

/** The pages' sources; an edit of one is a code edit. */
const sources: Record<string, string> = {
  'package.json': '{"type":"module"}',
  'astro.config.mjs': `import { defineConfig } from 'astro/config';
export default defineConfig({ site: 'https://example.org', trailingSlash: 'always', security: { csp: true },
  build: { inlineStylesheets: 'always' } });`,
  'public/robots.txt': 'User-agent: *',
  'src/data.ts': `import fs from 'node:fs';
export function tiny() {
  const data = JSON.parse(fs.readFileSync(process.env.TINY_DATA, 'utf8'));
  const only = process.env.TINY_SHARDS?.split(',');
  return Object.entries(data).filter(([shard]) => !only || only.includes(shard)).flatMap(([shard, texts]) =>
    Object.entries(texts).map(([slug, text]) => ({ params: { shard, slug }, props: { text }, cacheKey: text })));
}`,
  'src/pages/[shard]/[slug].astro': `---
import { tiny } from '../../data.ts';
export const getStaticPaths = tiny;
const { text } = Astro.props;
if (text === 'throw') throw new Error('this page cannot be rendered');
---
<html><body><h1>{Astro.params.slug}</h1><p>{text}</p><script>document.title = 'tiny';</script></body></html>
<style>p { color: red }</style>`,
  'src/pages/[shard]/[slug].json.ts': `import { tiny } from '../../data.ts';
export const getStaticPaths = tiny;
export const GET = ({ props }) => new Response(JSON.stringify(props));`,
  'src/pages/index.astro': `---
import fs from 'node:fs';
const shards = Object.keys(JSON.parse(fs.readFileSync(process.env.TINY_DATA, 'utf8')));
---
<ul>{shards.map((shard) => <li>{shard}</li>)}</ul>`,
  'src/pages/404.astro': '<p>No such page</p>',
};

/** A whole Astro project in a temporary folder, small enough to compile in a second. */
export interface TinySite {
  readonly root: string;
  readonly out: string;
  writeData(data: TinyData): void;
  editCode(file: string, edit: (source: string) => string): void;
  options(overrides?: Partial<BuildOptions>): BuildOptions;
  remove(): void;
}

export function tinySite(): TinySite {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'tiny-site-'));
  fs.symlinkSync(fileURLToPath(new URL('../node_modules', import.meta.url)), path.join(root, 'node_modules'));
  for (const [file, source] of Object.entries(sources)) write(path.join(root, file), source);
  const dataFile = path.join(root, 'data.json');
  process.env.TINY_DATA = dataFile;
  return {
    root,
    out: path.join(root, 'out'),
    writeData: (data) => write(dataFile, JSON.stringify(data)),
    editCode: (file, edit) =>
      write(path.join(root, file), edit(fs.readFileSync(path.join(root, file), 'utf8'))),
    options: (overrides) => ({ ...tinyOptions(root, dataFile), ...overrides }),
    remove: () => fs.rmSync(root, { recursive: true, force: true }),
  };
}

/** Build options for the tiny site in `root`, with inputs read from its data as it is now. */
export function tinyOptions(root: string, dataFile = path.join(root, 'data.json')): BuildOptions {
  const text = fs.readFileSync(dataFile, 'utf8');
  const data = JSON.parse(text) as TinyData;
  const shards = Object.entries(data).map(([name, texts]) => ({
    name,
    input: digest(JSON.stringify(texts)),
  }));
  return {
    root,
    out: path.join(root, 'out'),
    cache: path.join(root, 'cache'),
    memory: path.join(root, 'memory'),
    codePaths: ['src', 'public', 'astro.config.mjs'],
    codeEnvironment: [],
    shards: [...shards, { name: 'site', input: digest(Object.keys(data).join()) }],
    shardOf: (page) => {
      const [, first = ''] = page.split('/');
      return first in data ? first : 'site';
    },
    shardsVariable: 'TINY_SHARDS',
    derivations: [
      ...shards.map(({ name, input }) => ({
        name: 'count',
        shard: name,
        input: () => input,
        make: ({ pages }: { pages: (shard: string) => ReadonlyMap<string, unknown> }) => [
          { file: `${name}/count.txt`, content: `${pages(name).size} pages, ${input}` },
        ],
      })),
    ],
    full: false,
    threads: 1,
  };
}

/** Relative path → content of every file below a folder, manifests left out: they belong to the engine alone. */
export function readTree(folder: string): Record<string, string> {
  const files = fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => path.relative(folder, path.join(item.parentPath, item.name)))
    .filter((file) => !file.startsWith('.well-known'))
    .sort();
  return Object.fromEntries(files.map((file) => [file, fs.readFileSync(path.join(folder, file), 'utf8')]));
}

function write(file: string, text: string): void {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, text);
}
