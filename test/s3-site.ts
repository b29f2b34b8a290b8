import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { filesNamedBy } from '../src/publish/check.ts';
import type { FakeBucket } from './fake-s3-bucket.ts';
import { startFakeCase, type FakeCase } from './fake-s3-publisher.ts';
import { generation, writeBuilt } from './publish-site.ts';

/** A fake store, and generations 1 to 3 of a small site, built. */
export interface BucketSite extends FakeCase {
  readonly distOf: (n: number) => string;
  /** Files of a build that are not in the bucket as they were built. */
  readonly unlike: (n: number) => string[];
  readonly close: () => Promise<void>;
}

export async function startBucketSite(size: number): Promise<BucketSite> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 's3-site-'));
  const distOf = (n: number) => path.join(folder, `dist${n}`);
  for (const n of [1, 2, 3]) writeBuilt(distOf(n), generation(n, size));
  const store = await startFakeCase();
  const unlike = (n: number) =>
    fs
      .readdirSync(distOf(n), { recursive: true, withFileTypes: true })
      .filter((item) => item.isFile())
      .map((item) => path.relative(distOf(n), path.join(item.parentPath, item.name)))
      .filter((file) => !store.bucket.get(file)?.content.equals(fs.readFileSync(path.join(distOf(n), file))));
  const close = async () => {
    await store.server.close();
    fs.rmSync(folder, { recursive: true, force: true });
  };
  return { ...store, distOf, unlike, close };
}

/** Files that a page in the bucket names and that are not there. */
export function lacking(bucket: FakeBucket): string[] {
  return [...bucket].flatMap(([key, { content }]) =>
    filesNamedBy(key, content).filter((named) => !bucket.has(named)),
  );
}
