import { failureFrom, statusOf } from './s3-failure.ts';
import type { S3Object, S3Store, StoredObject } from './s3-store.ts';

/** What came of a compare-and-swap: ours lies there, or what else was found (null: nothing). */
export type Swap =
  | { readonly done: true; readonly etag: string }
  | { readonly done: false; readonly found: StoredObject | null };

const attempts = 5;
const firstDelayMs = 100;

/**
 * Writes an object if the one there still has the ETag `expected` (null: if there is none). No answer but 200 is
 * believed: 409, 412, 500 and a lost connection can follow a write that was made, by this call or by a try of it that the
 * SDK repeated. So the object is read again, and its bytes decide: they must be unlike those of any other writer.
 */
export async function swap(
  store: S3Store,
  object: S3Object,
  { expected, sleep }: { expected: string | null; sleep: (ms: number) => Promise<void> },
): Promise<Swap> {
  for (let attempt = 1; ; attempt++) {
    try {
      const etag = await store.write(object, expected === null ? { absent: true } : { etag: expected });
      return { done: true, etag };
    } catch (error) {
      if (!isUndecided(statusOf(error), error)) throw swapFailure(store, object, error);
      const found = await store.get(object.key);
      if (found !== null && Buffer.compare(found.content, object.content) === 0)
        return { done: true, etag: found.etag };
      if ((found?.etag ?? null) !== expected) return { done: false, found };
      if (attempt === attempts) throw swapFailure(store, object, error);
    }
    await sleep(Math.random() * firstDelayMs * 2 ** attempt);
  }
}

function isUndecided(status: number | null, error: unknown): boolean {
  if (status === null) return (error as Error).name !== 'CredentialsProviderError';
  if (status === 404) return (error as Error).name !== 'NoSuchBucket';
  return status === 409 || status === 412 || status === 429 || status >= 500;
}

function swapFailure(store: S3Store, object: S3Object, error: unknown) {
  return failureFrom(error, `writing ${object.key} of ${store.name} on a condition failed`);
}
