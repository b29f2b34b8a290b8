import { digest } from '../digest.ts';
import { forEachAtOnce } from './concurrent.ts';
import { classOf } from './files.ts';
import type { Answer, PublishManifest } from './target.ts';

/** A file that readers do not get as it was published. */
export interface Missing {
  readonly path: string;
  /** The page or script that names it; null for a page of the sample itself. */
  readonly namedBy: string | null;
  readonly why: 'not there' | 'other bytes' | 'other headers';
}

/** What was read back, and what of it is wrong. */
export interface Check {
  readonly read: number;
  readonly missing: readonly Missing[];
}

export interface CheckOptions {
  readonly manifest: PublishManifest;
  /** The path below which readers find the site; pages name its files so. */
  readonly base: string;
  /** The pages to read. */
  readonly sample: readonly string[];
  readonly read: (path: string) => Promise<Answer | null>;
  readonly concurrency: number;
}

/** Reads pages back as a reader gets them, and every file that they, or the scripts among these, name. */
export async function checkPublished(options: CheckOptions): Promise<Check> {
  const { manifest, base, sample, read, concurrency } = options;
  const missing: Missing[] = [];
  const seen = new Set(sample);
  let due: Pick<Missing, 'path' | 'namedBy'>[] = sample.map((path) => ({ path, namedBy: null }));
  while (due.length > 0) {
    const found: typeof due = [];
    await forEachAtOnce(due, concurrency, async ({ path, namedBy }) => {
      const answer = await read(path);
      const why = faultOf(answer, manifest.files[path]);
      if (why !== null) missing.push({ path, namedBy, why });
      for (const named of answer === null ? [] : filesNamedBy(path, answer.content, base)) {
        if (seen.has(named)) continue;
        seen.add(named);
        found.push({ path: named, namedBy: path });
      }
    });
    due = found;
  }
  return { read: seen.size, missing: missing.sort((a, b) => (a.path < b.path ? -1 : 1)) };
}

/** At most `size` pages, evenly spread over those just uploaded, and the ways into the site besides. */
export function samplePages(uploaded: readonly string[], { files }: PublishManifest, size: number): string[] {
  const pages = uploaded.filter((path) => path.endsWith('.html'));
  const step = Math.max(1, pages.length / size);
  const spread = Array.from({ length: Math.min(size, pages.length) }, (_, i) => pages[Math.floor(i * step)]!);
  const entries = ['index.html', '404.html'].filter((path) => path in files);
  return [...new Set([...entries, ...spread])];
}

/**
 * Paths of this site's files that a page names in attributes ("/_astro/site.js", "/sf/week.json"; links to pages end in
 * a slash and are none; a title may hold any text of the city), or that a script or style sheet of ours names beside itself ("./map.js"). All of them are named
 * below `base`, the path that the site lies at.
 */
export function filesNamedBy(path: string, content: Uint8Array, base = '/'): string[] {
  const text = Buffer.from(content).toString();
  if (path.endsWith('.html')) {
    const named = text.matchAll(/\s(?:href|src|data-[\w-]+)="(\/[^"?#]*\.\w+)(?:[?#][^"]*)?"/g);
    const below = [...named].filter(([, name]) => name!.startsWith(base) && name![base.length] !== '/');
    return below.map(([, name]) => decodeURI(name!.slice(base.length)));
  }
  if (classOf(path) !== 'asset' || !/^_astro\/.*\.(js|css)$/.test(path)) return [];
  const beside = /["'`(](?:\.\/|(?:\/[\w.~-]+)*\/?_astro\/)(?<name>[\w.-]+\.(?:js|css|png|svg|woff2))["'`)]/g;
  return [...text.matchAll(beside)].map(({ groups }) => `_astro/${groups!['name']}`);
}

function faultOf(
  answer: Answer | null,
  file: PublishManifest['files'][string] | undefined,
): Missing['why'] | null {
  if (answer === null) return 'not there';
  if (file === undefined) return null;
  const { headers, content } = answer;
  // A target that sends no headers of its own, such as a folder, leaves them to its server.
  const isAs = (name: string, wanted: string) => headers[name] === undefined || headers[name] === wanted;
  const isEncodedAs = (headers['content-encoding'] ?? null) === file.contentEncoding;
  if (!isAs('content-type', file.contentType) || !isAs('cache-control', file.cacheControl) || !isEncodedAs)
    return 'other headers';
  return digest(content) === file.digest ? null : 'other bytes';
}
