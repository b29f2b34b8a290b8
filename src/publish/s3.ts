import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import { Failure } from '../failure.ts';
import { manifestFromPointer, pointerFile, pointerText } from './pointer.ts';
import { parseS3Address } from './s3-address.ts';
import { leaseFile, takeLease, type LeaseIo, type S3Lease } from './s3-lease.ts';
import { S3Store, type S3Settings, type StoredObject } from './s3-store.ts';
import { swap } from './s3-swap.ts';
import type { Answer, Lease, ListedFile, PublishedFile, PublishManifest, Target } from './target.ts';

/** What tests set; the real clock, and credentials from the environment, otherwise. */
export interface S3Options extends S3Settings {
  readonly io?: LeaseIo;
}

const realIo: LeaseIo = {
  now: Date.now,
  sleep: (ms) => sleep(ms),
  every: (ms, task) => {
    const timer = setInterval(task, ms).unref();
    return () => clearInterval(timer);
  },
};

/**
 * A bucket of any store that speaks S3, files under the keys that readers ask for:
 * `s3://BUCKET[/PREFIX]?endpoint=…&region=…`. With a manifest in place a publish lists nothing: it reads and takes the
 * lease, reads the manifest, puts what changed, swaps the manifest and lets the lease go.
 */
export function s3Target(url: URL | string, { io = realIo, ...settings }: S3Options = {}): Target {
  const address = parseS3Address(String(url));
  const name = new S3Store(address, settings).name;
  return {
    name,
    async lease() {
      const store = new S3Store(address, settings);
      const lease = await takeLease(store, address.prefix + leaseFile, io).catch((error: unknown) => {
        store.close();
        throw error;
      });
      return new BucketLease(store, { lease, prefix: address.prefix, sleep: io.sleep });
    },
  };
}

class BucketLease implements Lease {
  private readonly store: S3Store;
  private readonly held: S3Lease;
  private readonly prefix: string;
  private readonly sleep: (ms: number) => Promise<void>;
  /** ETag of the manifest as we know it; undefined before it was read. */
  private known: string | null | undefined;

  constructor(
    store: S3Store,
    more: { lease: S3Lease; prefix: string; sleep: (ms: number) => Promise<void> },
  ) {
    this.store = store;
    this.held = more.lease;
    this.prefix = more.prefix;
    this.sleep = more.sleep;
  }

  async readManifest(): Promise<PublishManifest | null> {
    const found = await this.store.get(this.prefix + pointerFile);
    this.known = found?.etag ?? null;
    return found === null ? null : manifestFromPointer(textOf(found));
  }

  async *list(): AsyncIterable<ListedFile> {
    for await (const key of this.store.list(this.prefix)) {
      const path = key.slice(this.prefix.length);
      // The store's ETags are MD5, and say nothing about headers.
      if (path !== '' && path !== leaseFile && path !== pointerFile) yield { path, digest: null };
    }
  }

  begin(manifest: PublishManifest): Promise<void> {
    return this.commit(manifest);
  }

  async put(file: PublishedFile, content: Uint8Array): Promise<void> {
    await this.held.confirm();
    const { path, contentType, cacheControl, contentEncoding } = file;
    await this.store.put({ key: this.prefix + path, content, contentType, cacheControl, contentEncoding });
  }

  keep(): Promise<boolean> {
    return Promise.resolve(true);
  }

  async commit(manifest: PublishManifest): Promise<void> {
    await this.held.confirm();
    if (this.known === undefined) await this.readManifest();
    const object = {
      key: this.prefix + pointerFile,
      content: gzipSync(pointerText(manifest)),
      contentType: 'application/json',
      cacheControl: 'no-store',
      contentEncoding: 'gzip',
    };
    const result = await swap(this.store, object, { expected: this.known ?? null, sleep: this.sleep });
    if (!result.done) {
      throw new Failure('TARGET_CHANGED', `Another manifest got into ${this.store.name} in between.`, {
        hint: 'Run the publish again: it compares with the new manifest. Let one job alone publish to a target.',
      });
    }
    this.known = result.etag;
  }

  async remove(paths: readonly string[]): Promise<void> {
    await this.held.confirm();
    await this.store.remove(paths.map((path) => this.prefix + path));
  }

  async read(path: string): Promise<Answer | null> {
    return this.store.get(this.prefix + path);
  }

  async release(): Promise<void> {
    await this.held.release();
    this.store.close();
  }
}

/** The manifest's text as stored; null when its bytes are none of ours. */
function textOf({ content, headers }: StoredObject): string | null {
  try {
    return (headers['content-encoding'] === 'gzip' ? gunzipSync(content) : Buffer.from(content)).toString(
      'utf8',
    );
  } catch {
    return null;
  }
}
