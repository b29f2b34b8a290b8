import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';

/** One object with what was sent along. */
export interface FakeObject {
  readonly content: Buffer;
  readonly headers: Readonly<Record<string, string>>;
  /** Without quotes: MD5 in hex, as the real one has for a plain PUT. */
  readonly etag: string;
  /** Milliseconds since 1970. */
  readonly modifiedAt: number;
}

/** Key → object, of one bucket. */
export type FakeBucket = Map<string, FakeObject>;

/** A request as far as a bucket looks at it; header names in lower case. */
export interface FakeRequest {
  readonly method: string;
  readonly key: string;
  readonly search: URLSearchParams;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
  readonly now: number;
}

/** What is sent back. */
export interface FakeAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer | string;
}

const pageSize = 1000;
const keptHeaders = ['content-type', 'cache-control', 'content-encoding'];

/** Answers as AWS documents it, and stricter than most stores: what is not understood is refused. */
export function answerFromBucket(bucket: FakeBucket, request: FakeRequest): FakeAnswer {
  const spoiled = checkDigests(request);
  if (spoiled !== null) return spoiled;
  const { method, key, search } = request;
  if (method === 'PUT' && key !== '') return put(bucket, request);
  if ((method === 'GET' || method === 'HEAD') && key !== '') return get(bucket, key);
  if (method === 'GET' && search.get('list-type') === '2') return list(bucket, search);
  if (method === 'POST' && key === '' && search.has('delete')) return removeMany(bucket, request);
  if (method === 'DELETE' && key !== '') {
    bucket.delete(key);
    return { status: 204 };
  }
  return fault(501, 'NotImplemented', `${method} ${search.toString()}`);
}

/** An error document of the store. */
export function fault(status: number, code: string, message = 'scripted'): FakeAnswer {
  const body = `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${escape(message)}</Message></Error>`;
  return { status, headers: { 'content-type': 'application/xml' }, body };
}

function put(bucket: FakeBucket, { key, headers, body, now }: FakeRequest): FakeAnswer {
  const there = bucket.get(key);
  const ifMatch = headers['if-match'];
  const ifNoneMatch = headers['if-none-match'];
  if (ifNoneMatch !== undefined && ifNoneMatch !== '*') return fault(501, 'NotImplemented', 'If-None-Match');
  if (ifNoneMatch === '*' && there !== undefined) return fault(412, 'PreconditionFailed');
  if (ifMatch !== undefined && there === undefined) return fault(404, 'NoSuchKey');
  // Bare only, as Ceph's gateway has it; AWS takes both.
  if (ifMatch !== undefined && there?.etag !== ifMatch) return fault(412, 'PreconditionFailed');
  const etag = hash('md5', body).toString('hex');
  const kept = keptHeaders.flatMap((name) =>
    typeof headers[name] === 'string' ? [[name, headers[name]]] : [],
  );
  bucket.set(key, {
    content: body,
    headers: Object.fromEntries(kept) as Record<string, string>,
    etag,
    modifiedAt: now,
  });
  return { status: 200, headers: { etag: `"${etag}"` } };
}

function get(bucket: FakeBucket, key: string): FakeAnswer {
  const found = bucket.get(key);
  if (found === undefined) return fault(404, 'NoSuchKey', key);
  const headers = {
    ...found.headers,
    etag: `"${found.etag}"`,
    'last-modified': new Date(found.modifiedAt).toUTCString(),
  };
  return { status: 200, headers, body: found.content };
}

function list(bucket: FakeBucket, search: URLSearchParams): FakeAnswer {
  const prefix = search.get('prefix') ?? '';
  const most = Math.min(Number(search.get('max-keys') ?? pageSize), pageSize);
  const after = Buffer.from(search.get('continuation-token') ?? '', 'base64');
  const keys = [...bucket.keys()]
    .filter((key) => key.startsWith(prefix) && Buffer.compare(Buffer.from(key), after) > 0)
    .sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  const page = keys.slice(0, most);
  const contents = page.map((key) => {
    const { etag, content, modifiedAt } = bucket.get(key)!;
    const date = new Date(modifiedAt).toISOString();
    return `<Contents><Key>${escape(key)}</Key><LastModified>${date}</LastModified><ETag>&quot;${etag}&quot;</ETag><Size>${content.length}</Size></Contents>`;
  });
  const isTruncated = keys.length > most;
  const token = isTruncated
    ? `<NextContinuationToken>${Buffer.from(page.at(-1) ?? '').toString('base64')}</NextContinuationToken>`
    : '';
  const body = `<?xml version="1.0"?><ListBucketResult><Prefix>${escape(prefix)}</Prefix><KeyCount>${page.length}</KeyCount><MaxKeys>${most}</MaxKeys><IsTruncated>${isTruncated}</IsTruncated>${token}${contents.join('')}</ListBucketResult>`;
  return { status: 200, headers: { 'content-type': 'application/xml' }, body };
}

function removeMany(bucket: FakeBucket, { headers, body }: FakeRequest): FakeAnswer {
  const isSummed = Object.keys(headers).some(
    (name) => name === 'content-md5' || /^x-amz-checksum-/.test(name),
  );
  if (!isSummed) return fault(400, 'InvalidRequest', 'Missing required header: Content-MD5');
  const keys = [...body.toString('utf8').matchAll(/<Key>([^<]*)<\/Key>/g)].map(([, key]) =>
    unescape(key ?? ''),
  );
  if (keys.length === 0 || keys.length > pageSize) return fault(400, 'MalformedXML');
  for (const key of keys) bucket.delete(key);
  const text = '<?xml version="1.0"?><DeleteResult></DeleteResult>';
  return { status: 200, headers: { 'content-type': 'application/xml' }, body: text };
}

/** Every digest that was sent is compared; one that this store cannot compute is refused. */
function checkDigests({ headers, body }: FakeRequest): FakeAnswer | null {
  const expected: Record<string, () => string> = {
    'content-md5': () => hash('md5', body).toString('base64'),
    'x-amz-checksum-sha256': () => hash('sha256', body).toString('base64'),
    'x-amz-checksum-sha1': () => hash('sha1', body).toString('base64'),
    'x-amz-checksum-crc32': () => {
      const sum = Buffer.alloc(4);
      sum.writeUInt32BE(crc32(body));
      return sum.toString('base64');
    },
  };
  for (const [name, sent] of Object.entries(headers)) {
    if (name !== 'content-md5' && !name.startsWith('x-amz-checksum-')) continue;
    const compute = expected[name];
    if (compute === undefined) return fault(400, 'InvalidRequest', name);
    if (compute() !== sent) return fault(400, 'BadDigest', name);
  }
  const signed = String(headers['x-amz-content-sha256'] ?? '');
  if (signed.startsWith('STREAMING-')) return fault(501, 'NotImplemented', 'aws-chunked');
  if (signed !== 'UNSIGNED-PAYLOAD' && signed !== hash('sha256', body).toString('hex'))
    return fault(400, 'XAmzContentSHA256Mismatch', signed);
  return null;
}

function hash(name: string, body: Buffer): Buffer {
  return createHash(name).update(body).digest();
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function unescape(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}
