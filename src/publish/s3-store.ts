import {
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
  type S3ClientConfig,
} from '@aws-sdk/client-s3';
import { Failure } from '../failure.ts';
import { nameOf, type S3Address } from './s3-address.ts';
import { failureFrom, statusOf } from './s3-failure.ts';

/** An object to store. */
export interface S3Object {
  readonly key: string;
  readonly content: Uint8Array;
  readonly contentType: string;
  readonly cacheControl: string;
  readonly contentEncoding: string | null;
}

/** An object as it lies in the store. */
export interface StoredObject {
  readonly content: Uint8Array;
  /** Without quotes. */
  readonly etag: string;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** Since it was written, by the store's own clock; null when the store does not say. */
  readonly ageMs: number | null;
}

/** When an object may be written: "absent", or while its ETag (without quotes) is still this one. */
export type Condition = { readonly absent: true } | { readonly etag: string };

/** What may be set from outside: credentials of a test, an own number of tries. */
export type S3Settings = Pick<S3ClientConfig, 'credentials' | 'maxAttempts'>;

const longestWaitMs = 30_000;
const batchSize = 1000;
const singlesAtOnce = 16;

/** One bucket, as far as a site needs it. Errors come as the SDK throws them from `write`, as failures from all others. */
export class S3Store {
  readonly name: string;
  private readonly bucket: string;
  private readonly client: S3Client;

  constructor(address: S3Address, settings: S3Settings = {}) {
    this.name = nameOf(address);
    this.bucket = address.bucket;
    this.client = new S3Client({
      maxAttempts: 3,
      ...settings,
      // Three quick tries with jitter for what may simply be asked again; patient ones are the publisher's (retry.ts).
      retryMode: 'standard',
      // Stores other than AWS's know no CRC trailers; the signature covers the body's SHA-256 in any case.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      requestHandler: {
        connectionTimeout: 5000,
        requestTimeout: longestWaitMs,
        throwOnRequestTimeout: true,
        socketTimeout: longestWaitMs,
      },
      ...(address.region === null ? {} : { region: address.region }),
      ...(address.endpoint === null ? {} : { endpoint: address.endpoint, forcePathStyle: true }),
    });
  }

  /** The object; null when there is none. A body that broke off is asked for again. */
  async get(key: string): Promise<StoredObject | null> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.getOnce(key);
      } catch (error) {
        if (statusOf(error) === 404 && (error as Error).name !== 'NoSuchBucket') return null;
        const brokeOff = error instanceof BrokenBody;
        if (!brokeOff || attempt === 3) throw failureFrom(error, `reading ${key} of ${this.name} failed`);
      }
    }
  }

  private async getOnce(key: string): Promise<StoredObject> {
    const command = new GetObjectCommand({ Bucket: this.bucket, Key: key });
    let date = NaN;
    command.middlewareStack.add(
      (next) => async (args) => {
        const result = await next(args);
        date = Date.parse((result.response as { headers?: Record<string, string> }).headers?.['date'] ?? '');
        return result;
      },
      { step: 'deserialize' },
    );
    const answer = await this.client.send(command);
    const content = await answer.Body?.transformToByteArray().catch((error: unknown) => {
      throw new BrokenBody(error);
    });
    if (content === undefined || content.length !== (answer.ContentLength ?? content.length))
      throw new BrokenBody(null);
    // A store that sends no Date is timed by this machine's clock.
    const ageMs = (Number.isNaN(date) ? Date.now() : date) - (answer.LastModified?.getTime() ?? NaN);
    const headers = {
      'content-type': answer.ContentType,
      'cache-control': answer.CacheControl,
      'content-encoding': answer.ContentEncoding,
      etag: answer.ETag,
    };
    return {
      content,
      etag: bare(answer.ETag),
      headers: Object.fromEntries(Object.entries(headers).filter((pair) => pair[1])) as Record<
        string,
        string
      >,
      ageMs: Number.isNaN(ageMs) ? null : ageMs,
    };
  }

  /** Stores the object, whatever lies there. */
  async put(object: S3Object): Promise<void> {
    try {
      await this.write(object);
    } catch (error) {
      throw failureFrom(error, `storing ${object.key} in ${this.name} failed`);
    }
  }

  /** Stores the object, on a condition if one is given; gives its ETag without quotes. */
  async write(object: S3Object, condition: Condition | null = null): Promise<string> {
    const when =
      condition === null
        ? {}
        : 'absent' in condition
          ? { IfNoneMatch: '*' }
          : // Without quotes: Ceph's gateway compares them as part of the value.
            { IfMatch: condition.etag };
    const answer = await this.client.send(
      new PutObjectCommand({
        Bucket: this.bucket,
        Key: object.key,
        Body: object.content,
        ContentType: object.contentType,
        CacheControl: object.cacheControl,
        ...(object.contentEncoding === null ? {} : { ContentEncoding: object.contentEncoding }),
        ...when,
      }),
    );
    return bare(answer.ETag);
  }

  /** All keys below the prefix in the store's order, that of their UTF-8 bytes; a request for every 1,000. */
  async *list(prefix: string): AsyncIterable<string> {
    let token: string | undefined;
    do {
      const command = new ListObjectsV2Command({
        Bucket: this.bucket,
        Prefix: prefix,
        ...(token === undefined ? {} : { ContinuationToken: token }),
      });
      const page = await this.client.send(command).catch((error: unknown) => {
        throw failureFrom(error, `listing ${this.name} failed`);
      });
      for (const { Key: key } of page.Contents ?? []) if (key !== undefined) yield key;
      token = page.IsTruncated === true ? page.NextContinuationToken : undefined;
    } while (token !== undefined);
  }

  /** Deletes objects, 1,000 with each request, or one by one where the store knows only that; absent ones are no error. */
  async remove(keys: readonly string[]): Promise<void> {
    try {
      for (let at = 0; at < keys.length; at += batchSize)
        await this.removeBatch(keys.slice(at, at + batchSize));
    } catch (error) {
      throw failureFrom(error, `deleting from ${this.name} failed`);
    }
  }

  private async removeBatch(keys: readonly string[]): Promise<void> {
    const batch = { Objects: keys.map((Key) => ({ Key })), Quiet: true };
    const answer = await this.client
      .send(new DeleteObjectsCommand({ Bucket: this.bucket, Delete: batch }))
      .catch((error: unknown) => {
        if (![405, 501].includes(statusOf(error) ?? 0)) throw error;
        return null;
      });
    if (answer === null) return this.removeSingly(keys);
    const [wrong] = answer.Errors ?? [];
    if (wrong !== undefined) {
      const message = `${wrong.Key} of ${this.name} was not deleted: ${wrong.Code} ${wrong.Message}`;
      throw new Failure('TARGET_DENIED', message, {
        hint: 'The site is published; what is left over will be tried again by the next publish. Check s3:DeleteObject.',
      });
    }
  }

  private async removeSingly(keys: readonly string[]): Promise<void> {
    for (let at = 0; at < keys.length; at += singlesAtOnce) {
      const some = keys.slice(at, at + singlesAtOnce);
      await Promise.all(
        some.map((Key) => this.client.send(new DeleteObjectCommand({ Bucket: this.bucket, Key }))),
      );
    }
  }

  /** Lets go of the connections. */
  close(): void {
    this.client.destroy();
  }
}

class BrokenBody extends Error {
  override readonly name = 'BrokenBody';

  constructor(cause: unknown) {
    super('the answer broke off', { cause });
  }
}

function bare(etag: string | undefined): string {
  return (etag ?? '').replace(/^W\//, '').replaceAll('"', '');
}
