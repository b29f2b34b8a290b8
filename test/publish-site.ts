import fs from 'node:fs';
import path from 'node:path';
import { digest } from '../src/digest.ts';
import { writeShardManifest, writeSiteManifest, type PageRecord } from '../src/incremental/manifest.ts';
import { publish, type PublishOptions } from '../src/publish/publish.ts';
import type { PublishReport } from '../src/publish/report.ts';
import { patientRetries } from '../src/publish/retry.ts';
import type { Target } from '../src/publish/target.ts';

/** Page address → text, and the text of the one script, whose name holds its digest. */
export interface TinyRelease {
  readonly pages: Readonly<Record<string, string>>;
  readonly script: string;
  /** The path that it is built to be served below; none for "/". */
  readonly base?: string;
}

/** Where the script lies that pages of this release name. */
export function scriptOf({ script }: TinyRelease): string {
  return `_astro/site.${digest(script).slice(0, 8)}.js`;
}

/** Writes a web root as a build of one shard leaves it, manifests included. Every page names the script and its own data file. */
export function writeBuilt(dist: string, release: TinyRelease, name = 'a'): void {
  fs.rmSync(dist, { recursive: true, force: true });
  const { base = '/' } = release;
  const pages = new Map<string, PageRecord>();
  const write = (file: string, text: string) => {
    fs.mkdirSync(path.dirname(path.join(dist, file)), { recursive: true });
    fs.writeFileSync(path.join(dist, file), text);
    return { digest: digest(text), size: Buffer.byteLength(text) };
  };
  for (const [page, text] of Object.entries(release.pages)) {
    const data = `${page.slice(1, -1) || 'home'}.json`;
    const html = `<script type="module" src="${base}${scriptOf(release)}"></script><a href="${base}${data}">${text}</a>`;
    pages.set(page, { ...write(`${page.slice(1)}index.html`, html), cacheKey: null });
    pages.set(`/${data}`, { ...write(data, JSON.stringify({ text })), cacheKey: null });
  }
  const code = digest('code');
  const shard = writeShardManifest(dist, name, { code, input: '', pages, derived: {} });
  const files = { [scriptOf(release)]: write(scriptOf(release), release.script) };
  writeSiteManifest(dist, { code, base, files, derived: {}, shards: { [name]: shard } });
}

/** A release with this many pages besides the home page; about a third of the texts, and the script, are this generation's own. */
export function generation(n: number, size = 60): TinyRelease {
  const slugs = Array.from({ length: size }, (_, i) => i).filter((i) => i % 10 !== n % 10);
  const pages = slugs.map((i) => [`/a/p${i}/`, i % 3 === 0 ? `text ${n}` : 'same'] as const);
  return { pages: { '/': `home ${n}`, ...Object.fromEntries(pages) }, script: `console.log(${n})` };
}

/** Publishes as the command does, without an edge and without waiting. */
export function publishTo(
  target: Target,
  dist: string,
  overrides: Partial<PublishOptions> = {},
): Promise<PublishReport> {
  return publish({
    target,
    dist,
    stateFiles: null,
    dryRun: false,
    maxDelete: null,
    graceMs: 24 * 3_600_000,
    purge: null,
    concurrency: 8,
    sampleSize: 20,
    retries: { ...patientRetries, sleep: () => Promise.resolve() },
    now: () => new Date(),
    signal: new AbortController().signal,
    ...overrides,
  });
}
