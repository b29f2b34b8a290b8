import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { leaseFile, pointerFile } from '../src/publish/pointer.ts';
import type { S3Mishap } from './fake-s3.ts';
import { codeOf, file, manifest, startFakeCase, type FakeCase } from './fake-s3-publisher.ts';

let store: FakeCase;
beforeEach(async () => {
  store = await startFakeCase('site');
});
afterEach(() => store.server.close());

const pointer = `site/${pointerFile}`;
const page = file('index.html');
const slowDown: S3Mishap = { on: /index.html/, kind: 'status', status: 503, code: 'SlowDown' };

describe('a publish to a bucket', () => {
  it('reads two objects, writes what it must, and neither lists nor asks for heads', async () => {
    for (const text of ['first', 'second']) {
      store.server.received.length = 0;
      const lease = await store.publisher().lease();
      await lease.readManifest();
      await lease.put(...file('index.html', text));
      await lease.commit(manifest([file('index.html', text)[0]]));
      await lease.release();
    }
    expect(store.server.received.map((line) => line.replace('/curbside-fake/site/', ''))).toEqual([
      `GET ${leaseFile}`,
      `PUT ${leaseFile}`,
      `GET ${pointerFile}`,
      'PUT index.html',
      `PUT ${pointerFile}`,
      `PUT ${leaseFile}`,
    ]);
  });

  it.each<S3Mishap>([
    slowDown,
    { on: /index.html/, kind: 'hang-up' },
    { on: /index.html/, kind: 'slow', ms: 30 },
  ])('goes on after $kind $code', async (mishap) => {
    store.server.mishaps.push({ ...mishap, times: 2 });
    const lease = await store.publisher().lease();
    await lease.put(...page);
    expect(Buffer.from((await lease.read('index.html'))?.content ?? []).toString()).toBe('index.html');
  });

  it('fails with a code that allows another try when the store stays away', async () => {
    store.server.mishaps.push({ ...slowDown, times: 9 });
    const lease = await store.publisher().lease();
    expect(await codeOf(lease.put(...page))).toBe('TARGET_UNAVAILABLE');
  });

  it('reads again what broke off', async () => {
    const lease = await store.publisher().lease();
    await lease.put(...file('index.html', 'x'.repeat(100_000)));
    store.server.mishaps.push({ on: /^GET .*index.html/, kind: 'cut', times: 2 });
    expect((await lease.read('index.html'))?.content.length).toBe(100_000);
  });

  it.each([
    ['TARGET_CREDENTIALS', 403, 'InvalidAccessKeyId'],
    ['TARGET_DENIED', 403, 'AccessDenied'],
    ['TARGET_MISSING', 404, 'NoSuchBucket'],
    ['TARGET_REFUSED', 400, 'EntityTooLarge'],
  ])('fails with %s when the answer is %i %s', async (expected, status, code) => {
    store.server.mishaps.push({ kind: 'status', status, code });
    expect(await codeOf(store.publisher().lease())).toBe(expected);
  });

  it('deletes one by one where the store knows no batches', async () => {
    const lease = await store.publisher().lease();
    await lease.put(...page);
    store.server.mishaps.push({ on: /^POST/, kind: 'status', status: 501, code: 'NotImplemented' });
    await lease.remove(['index.html', 'never-there.html']);
    expect([...store.bucket.keys()]).toEqual([`site/${leaseFile}`]);
  });
});

describe('the manifest in a bucket', () => {
  const ours = manifest([page[0]]);

  it.each<[string, S3Mishap]>([
    ['500 though it was written', { kind: 'status', status: 500, code: 'InternalError', after: true }],
    ['500 and nothing written', { kind: 'status', status: 500, code: 'InternalError' }],
    ['412 though it was written', { kind: 'status', status: 412, code: 'PreconditionFailed', after: true }],
    ['409 of a race that nobody won', { kind: 'status', status: 409, code: 'ConditionalRequestConflict' }],
    ['a lost answer', { kind: 'hang-up', after: true }],
  ])('is swapped in spite of %s', async (_, mishap) => {
    const lease = await store.publisher().lease();
    expect(await lease.readManifest()).toBeNull();
    store.server.mishaps.push({ ...mishap, on: /^PUT .*published/, times: 3 });
    await lease.commit(ours);
    store.server.mishaps.length = 0;
    await lease.commit({ ...ours, publishedAt: '2026-01-30T19:00:00.000Z' });
    expect(await lease.readManifest()).toMatchObject({ publishedAt: '2026-01-30T19:00:00.000Z' });
  });

  it.each([
    ['first', false],
    ['next', true],
  ])('stays as another publisher left it in the meantime (the %s one)', async (_, isNext) => {
    const lease = await store.publisher().lease();
    if (isNext) await lease.commit(ours);
    await lease.readManifest();
    const foreign = { content: Buffer.from('{}'), headers: {}, etag: 'foreign', modifiedAt: 0 };
    store.server.meanwhile = () => void store.bucket.set(pointer, foreign);
    expect(await codeOf(lease.commit({ ...ours, publishedAt: 'later' }))).toBe('TARGET_CHANGED');
    expect(store.bucket.get(pointer)).toBe(foreign);
  });

  it('is not believed when it is damaged, and can be replaced', async () => {
    const lease = await store.publisher().lease();
    await lease.commit(ours);
    const whole = store.bucket.get(pointer)!;
    for (const content of [whole.content.subarray(0, 40), Buffer.from('{}'), Buffer.alloc(0)]) {
      store.bucket.set(pointer, { ...whole, content });
      expect(await lease.readManifest()).toBe('damaged');
    }
    await lease.commit(ours);
    expect(await lease.readManifest()).toEqual(ours);
  });
});
