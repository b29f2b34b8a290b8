import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { filesNamedBy } from '../src/publish/check.ts';
import { contentTypeOf } from '../src/publish/content-type.ts';
import { manifestFromPointer, pointerText } from '../src/publish/pointer.ts';
import type { Lease, Target } from '../src/publish/target.ts';
import { generation, publishTo, writeBuilt } from './publish-site.ts';

/** What a bucket holds: every put is seen at once. */
class Bucket {
  readonly objects = new Map<string, Buffer>();
  pointer: string | null = null;
  /** Called after every change. */
  onChange: () => void = () => undefined;

  /** A publisher that dies at the given change: that one and all after it do not happen. */
  target(diesAt = Infinity): Target {
    let changes = 0;
    const change = (work: () => void) => {
      if (++changes >= diesAt) return Promise.reject(new Error('dead'));
      work();
      this.onChange();
      return Promise.resolve();
    };
    const commit: Lease['commit'] = (manifest) => change(() => void (this.pointer = pointerText(manifest)));
    const lease: Lease = {
      readManifest: () =>
        Promise.resolve(this.pointer === null ? null : (manifestFromPointer(this.pointer) ?? 'damaged')),
      list: () => this.list(),
      begin: commit,
      put: ({ path }, content) => change(() => void this.objects.set(path, Buffer.from(content))),
      keep: () => Promise.resolve(true),
      commit,
      remove: (paths) => change(() => paths.forEach((path) => this.objects.delete(path))),
      read: (path) => Promise.resolve(this.read(path)),
      release: () => Promise.resolve(),
    };
    const open = () => Promise.resolve(lease);
    return { name: 'a bucket', storedAs: null, look: open, lease: open };
  }

  private async *list() {
    await Promise.resolve();
    for (const path of [...this.objects.keys()].sort()) yield { path, digest: null };
  }

  private read(path: string) {
    const content = this.objects.get(path);
    return content === undefined ? null : { content, headers: { 'content-type': contentTypeOf(path) } };
  }

  /** Files that a page lying there names and that do not lie there. */
  lacking(): string[] {
    return [...this.objects].flatMap(([path, content]) =>
      filesNamedBy(path, content).filter((named) => !this.objects.has(named)),
    );
  }
}

const size = 8;
let folder: string;
const distOf = (n: number) => path.join(folder, `dist${n}`);

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'publish-crash-'));
  for (const n of [1, 2, 3]) writeBuilt(distOf(n), generation(n, size));
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

/** How many files of a build do not lie in the bucket as they were built. */
function unlike(bucket: Bucket, n: number): string[] {
  const files = fs
    .readdirSync(distOf(n), { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile());
  return files
    .map((item) => path.relative(distOf(n), path.join(item.parentPath, item.name)))
    .filter((file) => !bucket.objects.get(file)?.equals(fs.readFileSync(path.join(distOf(n), file))));
}

/** A bucket that serves the first generation, and a page of it that every generation has. */
async function publishedBucket(): Promise<Bucket> {
  const bucket = new Bucket();
  await publishTo(bucket.target(), distOf(1));
  return bucket;
}

describe('a publish to a bucket', () => {
  it('shows at no moment a page without what it names', async () => {
    const bucket = new Bucket();
    const lacking: string[] = [];
    bucket.onChange = () => void lacking.push(...bucket.lacking());
    for (const n of [1, 2, 3, 1]) await publishTo(bucket.target(), distOf(n), { concurrency: 3 });
    expect(lacking).toEqual([]);
  });

  it.each([
    ['goes on', 2],
    ['goes back', 1],
    ['goes elsewhere', 3],
  ])('may die at any change: the next one %s and leaves nothing half done', async (_, next) => {
    let [deaths, died] = [0, true];
    for (let at = 1; died; at++) {
      const bucket = await publishedBucket();
      const lacking: string[] = [];
      bucket.onChange = () => void lacking.push(...bucket.lacking());
      died = await publishTo(bucket.target(at), distOf(2)).then(
        () => false,
        () => true,
      );
      if (died) deaths++;
      const report = await publishTo(bucket.target(), distOf(next));
      expect({ at, unlike: unlike(bucket, next), missing: report.check.missing, lacking }).toEqual({
        at,
        unlike: [],
        missing: [],
        lacking: [],
      });
    }
    expect(deaths).toBeGreaterThan(10);
  });

  it('leaves nothing behind for ever, whenever it dies', async () => {
    const later = (hours: number) => ({ now: () => new Date(Date.now() + hours * 3_600_000) });
    for (let at = 1; at <= 12; at++) {
      const bucket = await publishedBucket();
      await publishTo(bucket.target(at), distOf(2)).catch(() => undefined);
      await publishTo(bucket.target(), distOf(3), later(1));
      // Dies before, at and after the removals.
      await publishTo(bucket.target(1 + (at % 3)), distOf(3), later(26)).catch(() => undefined);
      await publishTo(bucket.target(), distOf(3), later(27));
      expect(unlike(bucket, 3)).toEqual([]);
      const { check, uploads } = await publishTo(bucket.target(), distOf(3), later(28));
      expect({ check: check.missing, uploads }).toEqual({ check: [], uploads: [] });
      const built = fs.readdirSync(distOf(3), { recursive: true, withFileTypes: true });
      expect(bucket.objects.size).toBe(built.filter((item) => item.isFile()).length);
    }
  });

  it('needs no listing while there is a manifest, and one when it is damaged', async () => {
    const bucket = await publishedBucket();
    expect((await publishTo(bucket.target(), distOf(2))).comparedBy).toBe('manifest');
    bucket.pointer = bucket.pointer!.replace('index', 'inbox');
    const report = await publishTo(bucket.target(), distOf(2));
    expect(report).toMatchObject({ comparedBy: 'listing', kept: 0 });
    expect(new Set(report.uploads.map(({ reason }) => reason))).toEqual(new Set(['not known to be there']));
  });
});
