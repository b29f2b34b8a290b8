import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseS3Address } from '../src/publish/s3-address.ts';
import { leaseFile, pointerFile } from '../src/publish/pointer.ts';
import { S3Store, type S3Object, type S3Settings } from '../src/publish/s3-store.ts';
import { s3Target } from '../src/publish/s3.ts';
import { Clock, codeOf, credentials, file, manifest } from './fake-s3-publisher.ts';
import { startFakeS3 } from './fake-s3.ts';
import { generation, publishTo, writeBuilt } from './publish-site.ts';
import { describeTarget } from './target-contract.ts';

/** A store to test against: where it is, who may enter, how to leave. */
interface Place {
  readonly endpoint: string;
  readonly settings: S3Settings;
  readonly close: () => Promise<void>;
}

const realEndpoint = process.env['S3_TEST_ENDPOINT'];
if (realEndpoint === undefined)
  console.info('skipped: no store at S3_TEST_ENDPOINT; scripts/radosgw.sh starts one');

const openFake = async (): Promise<Place> => {
  const { endpoint, close } = await startFakeS3();
  return { endpoint, close, settings: { credentials } };
};
const openReal = (): Promise<Place> =>
  Promise.resolve({ endpoint: realEndpoint ?? '', settings: {}, close: () => Promise.resolve() });

function jsonObject(key: string, text: string): S3Object {
  return {
    key,
    content: Buffer.from(text),
    contentType: 'application/json',
    cacheControl: 'no-store',
    contentEncoding: null,
  };
}

const stores = [
  { name: 'a fake store', open: openFake },
  ...(realEndpoint === undefined ? [] : [{ name: 'the store at S3_TEST_ENDPOINT', open: openReal }]),
];

describe.each(stores)('a bucket in $name', ({ open }) => {
  const bucket = `curbside-test-${randomUUID()}`;
  let place: Place;

  beforeAll(async () => {
    place = await open();
    const { endpoint, settings } = place;
    const client = new S3Client({ endpoint, ...settings, region: 'us-east-1', forcePathStyle: true });
    await client.send(new CreateBucketCommand({ Bucket: bucket }));
    client.destroy();
  });
  afterAll(() => place.close());

  /** A site of its own for every test; several publishers can go there. */
  const newSite = () => {
    const address = `s3://${bucket}/${randomUUID()}?endpoint=${encodeURIComponent(place.endpoint)}`;
    const parsed = parseS3Address(address);
    const raw = new S3Store(parsed, place.settings);
    return { address, target: () => s3Target(address, place.settings), raw, prefix: parsed.prefix };
  };

  it('stores a file with its headers, under its own name', async () => {
    const { target, raw, prefix } = newSite();
    const lease = await target().lease();
    const [page, content] = file('sf/café & co/index.html.br', 'péché');
    await lease.put(page, content);
    const stored = await raw.get(prefix + page.path);
    expect(brotliDecompressSync(stored!.content).toString()).toBe('péché');
    const answer = await lease.read(page.path);
    expect(Buffer.from(answer!.content).toString()).toBe('péché');
    expect(answer!.headers).toMatchObject({
      'content-type': page.contentType,
      'cache-control': page.cacheControl,
      'content-encoding': 'br',
    });
    expect(await lease.read('absent.html')).toBeNull();
    await lease.release();
  });

  describeTarget('a bucket', () => {
    const { address, raw, prefix } = newSite();
    const io = new Clock();
    const overwrite = async (path: string, text: string) => raw.put(jsonObject(prefix + path, text));
    return {
      open: () => s3Target(address, { ...place.settings, io }),
      expire: async () => {
        await overwrite(leaseFile, JSON.stringify({ holder: 'dead', turn: 1, leaseMs: 0 }));
        io.pass(61);
      },
      damage: () => overwrite(pointerFile, '{"version":1}'),
      everything: () => Array.fromAsync(raw.list(prefix)),
      remove: () => raw.close(),
    };
  });

  it.each(['', '&compress=br', '&compress=gzip'])(
    'takes whole publishes (%s), as the report says',
    async (options) => {
      const dist = fs.mkdtempSync(path.join(os.tmpdir(), 's3-dist-'));
      const { address } = newSite();
      const target = () => s3Target(address + options, place.settings);
      for (const n of [1, 2]) {
        const { pages, script } = generation(n, 10);
        const long = Object.entries(pages).map(([page, text]) => [page, text.repeat(100)] as const);
        writeBuilt(dist, { pages: Object.fromEntries(long), script });
        const { uploads, retired, check } = await publishTo(target(), dist);
        expect([uploads.length > 0, retired.length > 0, check.missing]).toEqual([true, n === 2, []]);
        expect(await publishTo(target(), dist)).toMatchObject({ uploads: [], comparedBy: 'manifest' });
      }
      fs.rmSync(dist, { recursive: true });
    },
  );

  it('lets one of eight publishers in', async () => {
    const { target } = newSite();
    const all = await Promise.allSettled(Array.from({ length: 8 }, () => target().lease()));
    const refusals = all.flatMap((one) =>
      one.status === 'rejected' ? [(one.reason as { code: string }).code] : [],
    );
    expect(refusals).toEqual(Array.from({ length: 7 }, () => 'TARGET_BUSY'));
  });

  it('lets one of eight take over the lease of a dead publisher, who loses it', async () => {
    const { target, raw, prefix } = newSite();
    const dead = await target().lease();
    const past = JSON.stringify({ holder: 'dead', turn: 1, leaseMs: 0 });
    await raw.put(jsonObject(prefix + leaseFile, past));
    const all = await Promise.allSettled(Array.from({ length: 8 }, () => target().lease()));
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await dead.release();
    expect(await codeOf(target().lease())).toBe('TARGET_BUSY');
  });

  it('swaps the manifest only for the one that was read', async () => {
    const { target, raw, prefix } = newSite();
    const [page] = file('index.html');
    const lease = await target().lease();
    expect(await lease.readManifest()).toBeNull();
    await lease.commit(manifest([page]));
    expect(await lease.readManifest()).toEqual(manifest([page]));
    await lease.commit(manifest([page], '2026-01-30T19:00:00.000Z'));
    await raw.put(jsonObject(prefix + pointerFile, '{}'));
    expect(await codeOf(lease.commit(manifest([page])))).toBe('TARGET_CHANGED');
    expect(await lease.readManifest()).toBe('damaged');
    await lease.release();
  });

  it('lists and deletes 2,100 files, in order, and no other site’s', async () => {
    const { target, raw, prefix } = newSite();
    const lease = await target().lease();
    const paths = Array.from({ length: 2100 }, (_, number) => `sf/truck/${number}/index.html`);
    for (let at = 0; at < paths.length; at += 50)
      await Promise.all(paths.slice(at, at + 50).map((path) => lease.put(...file(path))));
    const other = newSite();
    await (await other.target().lease()).put(...file('index.html'));
    expect((await Array.fromAsync(lease.list())).map(({ path }) => path)).toEqual([...paths].sort());
    await lease.remove([...paths, 'never-there.html']);
    expect(await Array.fromAsync(raw.list(prefix))).toEqual([prefix + leaseFile]);
    expect(await Array.fromAsync(other.raw.list(other.prefix))).toHaveLength(2);
    await lease.release();
  }, 60_000);

  it('says that a bucket is missing', async () => {
    const address = `s3://${bucket}-not?endpoint=${encodeURIComponent(place.endpoint)}`;
    expect(await codeOf(s3Target(address, place.settings).lease())).toBe('TARGET_MISSING');
  });
});
