import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { Failure } from '../failure.ts';
import { packed } from './compress.ts';
import { leaseFile, pointerFile, pointerText } from './pointer.ts';
import { nameOf, parseS3Address } from './s3-address.ts';
import { takeLease, type LeaseIo, type S3Lease } from './s3-lease.ts';
import { S3Store, type S3Settings } from './s3-store.ts';
import { swap } from './s3-swap.ts';
import { BucketView } from './s3-view.ts';
import type { Lease, PublishedFile, PublishManifest, Target } from './target.ts';

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
 * `s3://BUCKET[/PREFIX]?endpoint=…&region=…&compress=…`. With a manifest in place a publish lists nothing: it reads and
 * takes the lease, reads the manifest, puts what changed, swaps the manifest and lets the lease go.
 */
export function s3Target(url: URL | string, { io = realIo, ...settings }: S3Options = {}): Target {
  const address = parseS3Address(String(url));
  const { prefix } = address;
  const open = () => new S3Store(address, settings);
  return {
    name: nameOf(address),
    storedAs: address.compress,
    look: () => Promise.resolve(new BucketView(open(), prefix)),
    async lease() {
      const store = open();
      const lease = await takeLease(store, prefix + leaseFile, io).catch((error: unknown) => {
        store.close();
        throw error;
      });
      return new BucketLease(store, { lease, prefix, sleep: io.sleep });
    },
  };
}

class BucketLease extends BucketView implements Lease {
  private readonly held: S3Lease;
  private readonly sleep: (ms: number) => Promise<void>;

  constructor(
    store: S3Store,
    more: { lease: S3Lease; prefix: string; sleep: (ms: number) => Promise<void> },
  ) {
    super(store, more.prefix);
    this.held = more.lease;
    this.sleep = more.sleep;
  }

  begin(manifest: PublishManifest): Promise<void> {
    return this.commit(manifest);
  }

  async put(file: PublishedFile, content: Uint8Array): Promise<void> {
    const { path, contentType, cacheControl, contentEncoding } = file;
    const stored = contentEncoding === null ? content : await packed(content, contentEncoding);
    await this.held.confirm();
    const key = this.prefix + path;
    await this.store.put({ key, content: stored, contentType, cacheControl, contentEncoding });
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

  override async release(): Promise<void> {
    await this.held.release();
    await super.release();
  }
}
