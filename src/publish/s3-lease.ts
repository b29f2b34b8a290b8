import { randomUUID } from 'node:crypto';
import { Failure } from '../failure.ts';
import type { S3Object, S3Store, StoredObject } from './s3-store.ts';
import { statusOf } from './s3-failure.ts';
import { swap } from './s3-swap.ts';

/** How long a lease lasts without a renewal, and how often it is renewed. */
export const leaseMs = 60_000;
const renewalMs = 20_000;
/** The holder stops so long before others may take over: what it sent last has arrived by then. */
const marginMs = 5000;

/** Clock and timer of a publisher. */
export interface LeaseIo {
  /** Milliseconds since 1970; only differences count. */
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  /** Calls the task again and again until the function that it gives is called; never keeps the process alive. */
  readonly every: (ms: number, task: () => void) => () => void;
}

/** What the object holds. No two writes are alike: `turn` counts those of a holder. */
interface LeaseRecord {
  /** Null when it was let go. */
  readonly holder: string | null;
  readonly turn: number;
  readonly leaseMs: number;
}

/**
 * Takes the lease of a bucket, or fails with `TARGET_BUSY`. A lease is over when its object is older than it says, by the
 * store's clock alone: those of two publishers may differ. When there was none, the store is tried once, because one that
 * ignores conditions would let in everybody.
 */
export async function takeLease(store: S3Store, key: string, io: LeaseIo): Promise<S3Lease> {
  const found = await store.get(key);
  const lease = new S3Lease(store, key, io);
  if (found !== null && !isFree(found)) throw busy(store);
  await lease.take(found?.etag ?? null);
  if (found === null) await refuseStoreWithoutConditions(store, key);
  return lease;
}

/** The lease in one publisher's hands. */
export class S3Lease {
  private readonly store: S3Store;
  private readonly key: string;
  private readonly io: LeaseIo;
  private readonly holder: string = randomUUID();
  private turn = 0;
  private etag: string | null = null;
  private goodUntil = 0;
  private lost = false;
  private renewing: Promise<void> | null = null;
  private stop: () => void = () => undefined;

  constructor(store: S3Store, key: string, io: LeaseIo) {
    this.store = store;
    this.key = key;
    this.io = io;
  }

  /** Writes the first record over the one with this ETag, and starts the renewals. */
  async take(expected: string | null): Promise<void> {
    this.etag = expected;
    if (!(await this.write(this.holder))) throw busy(this.store);
    // A renewal that fails is made again by the next one, or by the next change: `confirm` tells.
    this.stop = this.io.every(renewalMs, () => void this.renew().catch(() => undefined));
  }

  /** Fails with `TARGET_LOST` unless the lease is still ours; costs a request only when a renewal is overdue. */
  async confirm(): Promise<void> {
    if (!this.lost && this.io.now() >= this.goodUntil) await this.renew();
    if (this.lost) {
      throw new Failure('TARGET_LOST', `Another publisher has taken over ${this.store.name}.`, {
        hint: `This one was silent for more than ${leaseMs / 1000} seconds. Run the publish again when the other one is done.`,
      });
    }
  }

  /** Makes the lease last from now on. */
  renew(): Promise<void> {
    this.renewing ??= this.write(this.holder)
      .then((ours) => {
        this.lost ||= !ours;
      })
      .finally(() => {
        this.renewing = null;
      });
    return this.renewing;
  }

  /** Lets go. If that fails, the lease runs out by itself. */
  async release(): Promise<void> {
    this.stop();
    await this.renewing?.catch(() => undefined);
    if (!this.lost) await this.write(null).catch(() => undefined);
    this.lost = true;
  }

  /** False when somebody else holds the lease. A write of ours that arrived late is taken for what it is. */
  private async write(holder: string | null): Promise<boolean> {
    for (;;) {
      const begunAt = this.io.now();
      const record = leaseObject(this.key, { holder, turn: ++this.turn, leaseMs });
      const result = await swap(this.store, record, { expected: this.etag, sleep: this.io.sleep });
      if (!result.done && recordIn(result.found)?.holder !== this.holder) return false;
      this.etag = result.done ? result.etag : (result.found?.etag ?? null);
      this.goodUntil = begunAt + leaseMs - marginMs;
      if (result.done) return true;
    }
  }
}

function leaseObject(key: string, record: LeaseRecord): S3Object {
  return {
    key,
    content: Buffer.from(JSON.stringify(record)),
    contentType: 'application/json',
    cacheControl: 'no-store',
    contentEncoding: null,
  };
}

/** A record that cannot be read is held by somebody until its time is over. */
function isFree(found: StoredObject): boolean {
  const record = recordIn(found);
  return record?.holder === null || (found.ageMs ?? 0) >= (record?.leaseMs ?? leaseMs);
}

function recordIn(found: StoredObject | null): LeaseRecord | null {
  try {
    const record = JSON.parse(Buffer.from(found?.content ?? []).toString('utf8')) as LeaseRecord | null;
    return typeof record?.leaseMs === 'number' ? record : null;
  } catch {
    return null;
  }
}

async function refuseStoreWithoutConditions(store: S3Store, key: string): Promise<void> {
  const second = leaseObject(key, { holder: null, turn: 0, leaseMs });
  const status = await store.write(second, { absent: true }).then(() => 200, statusOf);
  if (status !== 200) return;
  throw new Failure('TARGET_REFUSED', `${store.name} overwrites an object that it was told to create.`, {
    hint: 'The store ignores conditional writes (If-None-Match), so two publishers could not be kept apart. Use one that knows them.',
  });
}

function busy(store: S3Store): Failure {
  return new Failure('TARGET_BUSY', `Another publisher is at work on ${store.name}.`, {
    hint: `Wait until it is done. If it died, its lease runs out within ${leaseMs / 1000} seconds.`,
  });
}
