import { digest } from '../src/digest.ts';
import { Failure } from '../src/failure.ts';
import type { LeaseIo } from '../src/publish/s3-lease.ts';
import { s3Target } from '../src/publish/s3.ts';
import { releaseOf } from '../src/publish/pointer.ts';
import type { PublishedFile, PublishManifest, Target } from '../src/publish/target.ts';
import type { FakeBucket } from './fake-s3-bucket.ts';
import { startFakeS3, type FakeS3 } from './fake-s3.ts';

export const credentials = { accessKeyId: 'fake', secretAccessKey: 'fake' };
const bucketName = 'curbside-fake';

/** A clock that stands until it is moved; what was to be done every so often is done when asked for. */
export class Clock implements LeaseIo {
  private ms = Date.now(); // the SDK repeats requests of a machine whose clock is far from the store's
  private readonly tasks = new Set<() => void>();
  readonly now = () => this.ms;
  readonly sleep = () => Promise.resolve();
  readonly every = (_ms: number, task: () => void) => {
    this.tasks.add(task);
    return () => void this.tasks.delete(task);
  };

  pass(seconds: number): void {
    this.ms += seconds * 1000;
  }

  /** Begins all renewals. */
  ring(): void {
    for (const task of this.tasks) task();
  }

  get rings(): number {
    return this.tasks.size;
  }
}

/** A fake store with an empty bucket, whose clock the tests move. */
export interface FakeCase {
  readonly server: FakeS3;
  readonly bucket: FakeBucket;
  readonly clock: Clock;
  /** The site's address as a target, to which further options can be added. */
  readonly address: string;
  /** Another publisher of the same site, with the store's clock unless it has its own. */
  readonly publisher: (clock?: Clock, maxAttempts?: number) => Target;
}

export async function startFakeCase(prefix = ''): Promise<FakeCase> {
  const server = await startFakeS3();
  const clock = new Clock();
  const bucket: FakeBucket = new Map();
  server.buckets.set(bucketName, bucket);
  server.now = clock.now;
  const address = `s3://${bucketName}/${prefix}?endpoint=${encodeURIComponent(server.endpoint)}`;
  return {
    server,
    bucket,
    clock,
    address,
    publisher: (own = clock, maxAttempts = 3) => s3Target(address, { credentials, io: own, maxAttempts }),
  };
}

/** A file with a text; the rest follows from both. */
export function file(path: string, text = path): readonly [PublishedFile, Uint8Array] {
  const content = Buffer.from(text);
  const published: PublishedFile = {
    path,
    digest: digest(content),
    size: content.length,
    contentType: path.endsWith('.json') ? 'application/json' : 'text/html; charset=utf-8',
    cacheControl: 'public, max-age=0, s-maxage=300',
    contentEncoding: path.endsWith('.br') ? 'br' : null,
  };
  return [published, content];
}

/** The code of the failure that a call ends with; "none" when it succeeds. */
export async function codeOf(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => 'none',
    (error: unknown) => (error instanceof Failure ? error.code : error),
  );
}

/** The manifest that names these files. */
export function manifest(files: readonly PublishedFile[], publishedAt = '2026-01-30T18:00:00.000Z') {
  const named = Object.fromEntries(files.map(({ path, ...rest }) => [path, rest]));
  const whole: PublishManifest = {
    version: 1,
    release: releaseOf(named),
    publishedAt,
    files: named,
    retired: {},
    owed: null,
  };
  return whole;
}
