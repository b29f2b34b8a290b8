import { encodings, unpacked } from './compress.ts';
import { manifestFromPointer, ownFiles, pointerFile } from './pointer.ts';
import type { S3Store, StoredObject } from './s3-store.ts';
import type { Answer, ListedFile, StoredManifest, View } from './target.ts';

/** A site in a bucket as it is to be seen, with or without a lease. */
export class BucketView implements View {
  protected readonly store: S3Store;
  protected readonly prefix: string;
  /** ETag of the manifest as we know it; undefined before it was read. */
  protected known: string | null | undefined;

  constructor(store: S3Store, prefix: string) {
    this.store = store;
    this.prefix = prefix;
  }

  async readManifest(): Promise<StoredManifest> {
    const found = await this.store.get(this.prefix + pointerFile);
    this.known = found?.etag ?? null;
    if (found === null) return null;
    const { content } = await plain(found);
    return manifestFromPointer(Buffer.from(content).toString('utf8')) ?? 'damaged';
  }

  async *list(): AsyncIterable<ListedFile> {
    for await (const key of this.store.list(this.prefix)) {
      const path = key.slice(this.prefix.length);
      // The store's ETags are MD5, and say nothing about headers.
      if (path !== '' && !ownFiles.includes(path)) yield { path, digest: null };
    }
  }

  async read(path: string): Promise<Answer | null> {
    const found = await this.store.get(this.prefix + path);
    return found === null ? null : await plain(found);
  }

  release(): Promise<void> {
    this.store.close();
    return Promise.resolve();
  }
}

/** As a browser has it. Bytes that are not what their header says stay as they are: whoever compares them will see. */
async function plain({ content, headers }: StoredObject): Promise<Answer> {
  const encoding = encodings.find((one) => one === headers['content-encoding']);
  if (encoding === undefined) return { content, headers };
  return { content: await unpacked(content, encoding).catch(() => content), headers };
}
