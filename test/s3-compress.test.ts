import fs from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { s3Target } from '../src/publish/s3.ts';
import { credentials } from './fake-s3-publisher.ts';
import { generation, publishTo, writeBuilt, type TinyRelease } from './publish-site.ts';
import { startBucketSite, type BucketSite } from './s3-site.ts';

let site: BucketSite;
let dist: string;
beforeEach(async () => {
  site = await startBucketSite(1);
  dist = site.distOf(4);
  writeBuilt(dist, release());
});
afterEach(() => site.close());

/** A release whose every page is long enough to be compressed. */
function release(more: TinyRelease['pages'] = {}): TinyRelease {
  const { pages, script } = generation(1, 10);
  const long = Object.entries(pages).map(([page, text]) => [page, text.repeat(100)] as const);
  return { pages: { ...Object.fromEntries(long), ...more }, script };
}

const target = (options: string) =>
  s3Target(site.address + options, { credentials, io: site.clock, maxAttempts: 1 });
const compressing = () => target('&compress=br');
const headersOf = (file: string) => site.bucket.get(file)!.headers;

describe('a bucket that holds texts compressed', () => {
  it('has the built bytes in brotli, says so, and is read back as it was built', async () => {
    const { check, files } = await publishTo(compressing(), dist);
    expect(check.missing).toEqual([]);
    const stored = [...site.bucket].filter(([key]) => fs.existsSync(path.join(dist, key)));
    expect(stored).toHaveLength(files);
    const packed = stored.filter(([, { headers }]) => headers['content-encoding'] === 'br');
    expect(packed.map(([key]) => key)).toContain('a/p3/index.html');
    for (const [key, { content }] of packed) {
      const built = fs.readFileSync(path.join(dist, key));
      expect(content.length).toBeLessThan(built.length);
      expect(brotliDecompressSync(content).equals(built)).toBe(true);
    }
  });

  it('holds short texts and what is no text as they are', async () => {
    writeBuilt(dist, release({ '/a/p3/': 'short' }));
    await publishTo(compressing(), dist);
    expect(headersOf('a/p3.json')).not.toHaveProperty('content-encoding');
    expect(site.bucket.get('a/p3.json')!.content.toString()).toBe('{"text":"short"}');
  });

  it('is compared by the built bytes: what did not change is not compressed again', async () => {
    await publishTo(compressing(), dist);
    expect(await publishTo(compressing(), dist)).toMatchObject({ uploads: [], comparedBy: 'manifest' });
    writeBuilt(dist, release({ '/a/p3/': 'other'.repeat(100) }));
    const { uploads, check } = await publishTo(compressing(), dist);
    expect(uploads.slice(0, 2).map(({ path }) => path)).toEqual(['a/p3.json', 'a/p3/index.html']);
    expect(uploads).toHaveLength(4);
    expect(check.missing).toEqual([]);
  });

  it('gets every text anew when it is to hold them otherwise, and nothing else', async () => {
    await publishTo(target(''), dist);
    const { uploads, kept, check } = await publishTo(compressing(), dist);
    expect(new Set(uploads.map(({ reason }) => reason))).toEqual(new Set(['headers changed']));
    expect([kept > 0, check.missing]).toEqual([true, []]);
    expect((await publishTo(target(''), dist)).uploads).toEqual(uploads);
    expect(headersOf('a/p3/index.html')).not.toHaveProperty('content-encoding');
  });

  it('says in a dry run what it would do', async () => {
    const { uploads, check } = await publishTo(compressing(), dist, { dryRun: true });
    expect(await publishTo(compressing(), dist)).toMatchObject({ uploads, check });
  });

  it('is not believed where its bytes are not what it says', async () => {
    site.server.meanwhile = () => {
      const page = site.bucket.get('a/p3/index.html');
      if (page !== undefined)
        site.bucket.set('a/p3/index.html', { ...page, content: Buffer.from('no brotli') });
    };
    const { check } = await publishTo(compressing(), dist);
    expect(check.missing).toEqual([{ path: 'a/p3/index.html', namedBy: null, why: 'other bytes' }]);
  });
});
