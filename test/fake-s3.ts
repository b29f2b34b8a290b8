import http from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  answerFromBucket,
  fault,
  type FakeAnswer,
  type FakeBucket,
  type FakeRequest,
} from './fake-s3-bucket.ts';

/**
 * Something that goes wrong with a request. `on` is matched against "PUT /bucket/key?search"; `times` is how often
 * (once if not given). "after" means that the store does what it was asked before the mishap hides it.
 */
export type S3Mishap = { readonly on?: RegExp; times?: number } & (
  | { readonly kind: 'status'; readonly status: number; readonly code: string; readonly after?: boolean }
  | { readonly kind: 'hang-up'; readonly after?: boolean }
  /** Half of the answer's body, then the connection is gone. */
  | { readonly kind: 'cut' }
  /** No answer for so long, and then none. */
  | { readonly kind: 'slow'; readonly ms: number }
);

/** A store of our own on this machine. */
export interface FakeS3 {
  readonly endpoint: string;
  readonly buckets: Map<string, FakeBucket>;
  readonly mishaps: S3Mishap[];
  /** "PUT /bucket/key" of every request, in the order of arrival. */
  readonly received: string[];
  /** The store's clock, in milliseconds since 1970; tests move it. */
  now: () => number;
  /** False: conditions are ignored, as some stores do. */
  keepsConditions: boolean;
  /** Called with every request before it is answered: another publisher can act in between. */
  meanwhile: (line: string) => Promise<void> | void;
  readonly close: () => Promise<void>;
}

/** Starts a store without buckets on a free port of the loopback address. */
export async function startFakeS3(): Promise<FakeS3> {
  const server = http.createServer((request, response) => {
    void readBody(request).then(async (body) => {
      if (body !== null) await answer(store, { request, response, body });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const store: FakeS3 = {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    buckets: new Map(),
    mishaps: [],
    received: [],
    now: Date.now,
    keepsConditions: true,
    meanwhile: () => undefined,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return store;
}

interface Exchange {
  readonly request: http.IncomingMessage;
  readonly response: http.ServerResponse;
  readonly body: Buffer;
}

async function answer(store: FakeS3, { request, response, body }: Exchange): Promise<void> {
  // The SDK names its operation in every address (x-id), which stores ignore.
  const line = `${request.method} ${decodeURIComponent(request.url ?? '')}`.replace(/[?&]x-id=\w+$/, '');
  store.received.push(line);
  await store.meanwhile(line);
  const mishap = takeMishap(store, line);
  const isDone = mishap === null || mishap.kind === 'cut' || ('after' in mishap && mishap.after === true);
  const answered = isDone ? answerRequest(store, request, body) : null;
  if (mishap?.kind === 'hang-up') return void response.socket?.destroy();
  if (mishap?.kind === 'slow') return void setTimeout(() => response.socket?.destroy(), mishap.ms).unref();
  const shown = mishap?.kind === 'status' ? fault(mishap.status, mishap.code) : answered!;
  const content = Buffer.from(shown.body ?? '');
  response.writeHead(shown.status, {
    ...shown.headers,
    date: new Date(store.now()).toUTCString(),
    'content-length': content.length,
    'x-amz-request-id': String(store.received.length),
  });
  if (mishap?.kind === 'cut')
    response.write(content.subarray(0, content.length / 2), () => response.socket?.destroy());
  else response.end(request.method === 'HEAD' ? undefined : content);
}

function takeMishap(store: FakeS3, line: string): S3Mishap | null {
  const at = store.mishaps.findIndex(({ on }) => on === undefined || on.test(line));
  const mishap = store.mishaps[at];
  if (mishap === undefined) return null;
  mishap.times = (mishap.times ?? 1) - 1;
  if (mishap.times <= 0) store.mishaps.splice(at, 1);
  return mishap;
}

/** Who asks is not verified, only that it is signed: any key of any user opens everything. */
function answerRequest(store: FakeS3, request: http.IncomingMessage, body: Buffer): FakeAnswer {
  const { method = '' } = request;
  const headers = { ...request.headers };
  if (!store.keepsConditions) for (const name of ['if-match', 'if-none-match']) delete headers[name];
  if (!String(headers.authorization).startsWith('AWS4-HMAC-SHA256 Credential='))
    return fault(403, 'AccessDenied');
  const url = new URL(request.url ?? '/', store.endpoint);
  const [, name = '', key = ''] = /^\/([^/]+)\/?(.*)$/.exec(decodeURIComponent(url.pathname)) ?? [];
  if (method === 'PUT' && key === '') {
    if (store.buckets.has(name)) return fault(409, 'BucketAlreadyOwnedByYou');
    store.buckets.set(name, new Map());
    return { status: 200 };
  }
  const bucket = store.buckets.get(name);
  if (bucket === undefined) return fault(404, 'NoSuchBucket', name);
  const asked: FakeRequest = { method, key, search: url.searchParams, headers, body, now: store.now() };
  return answerFromBucket(bucket, asked);
}

/** Null when the client went away, or sent less than it announced. */
async function readBody(request: http.IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of request) chunks.push(chunk as Buffer);
  } catch {
    return null;
  }
  const body = Buffer.concat(chunks);
  const announced = request.headers['content-length'];
  if (announced === undefined) return body;
  return body.length === Number(announced) ? body : null;
}
