import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { leaseFile } from '../src/publish/pointer.ts';
import { codeOf, Clock, file, startFakeCase, type FakeCase } from './fake-s3-publisher.ts';

let store: FakeCase;
beforeEach(async () => {
  store = await startFakeCase();
});
afterEach(() => store.server.close());

const stored = () => [...store.bucket.keys()].filter((key) => key !== leaseFile);

describe('the lease of a bucket', () => {
  it('refuses a second publisher before it sends anything', async () => {
    await store.publisher().lease();
    store.server.received.length = 0;
    expect(await codeOf(store.publisher().lease())).toBe('TARGET_BUSY');
    expect(store.server.received).toEqual([`GET /curbside-fake/${leaseFile}`]);
  });

  it('goes to one of two that both found none', async () => {
    let second: Promise<unknown> | null = null;
    store.server.meanwhile = async (line) => {
      if (!line.startsWith('PUT') || second !== null) return;
      await (second = store.publisher().lease());
    };
    expect(await codeOf(store.publisher().lease())).toBe('TARGET_BUSY');
    expect(await codeOf(Promise.resolve(second))).toBe('none');
  });

  it('goes to one of two that both found an old one', async () => {
    await store.publisher().lease();
    store.clock.pass(61);
    let second: Promise<unknown> | null = null;
    store.server.meanwhile = async (line) => {
      if (!line.startsWith('PUT') || second !== null) return;
      await (second = store.publisher().lease());
    };
    expect(await codeOf(store.publisher().lease())).toBe('TARGET_BUSY');
    expect(await codeOf(Promise.resolve(second))).toBe('none');
  });

  it('is free once it was let go', async () => {
    const first = await store.publisher().lease();
    await first.release();
    expect(store.clock.rings).toBe(0);
    expect(await codeOf(store.publisher().lease())).toBe('none');
    expect(await codeOf(first.put(...file('index.html')))).toBe('TARGET_LOST');
  });

  it('is taken over when its holder was silent for a minute, who can change nothing from then on', async () => {
    const dead = await store.publisher().lease();
    store.clock.pass(59);
    expect(await codeOf(store.publisher().lease())).toBe('TARGET_BUSY');
    store.clock.pass(2);
    await store.publisher().lease();
    expect(await codeOf(dead.put(...file('index.html')))).toBe('TARGET_LOST');
    expect(await codeOf(dead.remove(['index.html']))).toBe('TARGET_LOST');
    expect(stored()).toEqual([]);
    await dead.release();
    expect(await codeOf(store.publisher().lease())).toBe('TARGET_BUSY');
  });

  it('stays with a holder that renews it', async () => {
    const lease = await store.publisher().lease();
    for (let minute = 0; minute < 3; minute++) {
      store.clock.pass(50);
      store.server.received.length = 0;
      store.clock.ring();
      await lease.read('waits for no renewal.html');
      await expect.poll(() => store.server.received).toContain(`PUT /curbside-fake/${leaseFile}`);
      expect(await codeOf(store.publisher().lease())).toBe('TARGET_BUSY');
    }
  });

  it('stays with a silent holder whom nobody replaced', async () => {
    const lease = await store.publisher().lease();
    store.clock.pass(600);
    await lease.put(...file('index.html'));
    expect(stored()).toEqual(['index.html']);
  });

  it('is not lost to a publisher whose clock is a day ahead', async () => {
    await store.publisher().lease();
    const ahead = new Clock();
    ahead.pass(86_400);
    expect(await codeOf(store.publisher(ahead).lease())).toBe('TARGET_BUSY');
  });

  it('is held for a minute when its record cannot be read', async () => {
    const lease = await store.publisher().lease();
    await lease.release();
    const record = store.bucket.get(leaseFile)!;
    store.bucket.set(leaseFile, { ...record, content: Buffer.from('null') });
    expect(await codeOf(store.publisher().lease())).toBe('TARGET_BUSY');
    store.clock.pass(60);
    expect(await codeOf(store.publisher().lease())).toBe('none');
  });

  it('is refused by a store that ignores conditions', async () => {
    store.server.keepsConditions = false;
    await expect(store.publisher().lease()).rejects.toMatchObject({
      code: 'TARGET_REFUSED',
      message: expect.stringContaining('overwrites') as string,
    });
  });

  it.each([
    ['500 though it was written', { kind: 'status', status: 500, code: 'InternalError', after: true }],
    ['500 and nothing written', { kind: 'status', status: 500, code: 'InternalError' }],
    ['409 of a race that nobody won', { kind: 'status', status: 409, code: 'ConditionalRequestConflict' }],
    ['a lost answer', { kind: 'hang-up', after: true }],
    ['a lost request', { kind: 'hang-up' }],
  ] as const)('is taken and renewed in spite of %s', async (_, mishap) => {
    store.server.mishaps.push({ on: /^PUT/, times: 4, ...mishap });
    const lease = await store.publisher().lease();
    store.server.mishaps.push({ on: /^PUT/, times: 4, ...mishap });
    store.clock.pass(120);
    await lease.put(...file('index.html'));
    expect(stored()).toEqual(['index.html']);
    expect(await codeOf(store.publisher().lease())).toBe('TARGET_BUSY');
  });
});
