import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { emptyLock, lockName, readLock, writeLock, type PaymentsLock } from './lock.ts';

function lockFile(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lock-'));
  onTestFinished(() => fs.rmSync(folder, { recursive: true }));
  return path.join(folder, lockName);
}

const money = { amount: 950, currency: 'usd' };
const link = { ...money, digest: 'd', url: 'https://buy.stripe.com/a' };
const lock: PaymentsLock = { version: 1, live: true, links: { b: link, a: link }, paid: {}, cursor: 7 };

describe('the lock file', () => {
  it('is read as it was written, whatever the order of its offers, and written only when it differs', () => {
    const file = lockFile();
    expect([writeLock(file, lock), writeLock(file, { ...lock, links: { a: link, b: link } })]).toEqual([
      true,
      false,
    ]);
    expect(readLock(file)).toEqual(lock);
    expect(Object.keys(readLock(file).links)).toEqual(['a', 'b']);
  });

  it('is empty when it is not there', () => {
    expect(readLock(lockFile())).toEqual(emptyLock);
  });

  it.each([
    ['no JSON', '{'],
    ['another version', JSON.stringify({ ...lock, version: 2 })],
    [
      'an address that is not encrypted',
      JSON.stringify({ ...lock, links: { a: { ...link, url: 'http://x.org' } } }),
    ],
    ['a script for an address', JSON.stringify({ ...lock, links: { a: { ...link, url: 'javascript:1' } } })],
    ['a fraction for an amount', JSON.stringify({ ...lock, links: { a: { ...link, amount: 9.5 } } })],
  ])('is refused with %s', (_, text) => {
    const file = lockFile();
    fs.writeFileSync(file, text);
    expect(() => readLock(file)).toThrow(expect.objectContaining({ code: 'PAYMENTS_LOCK_DAMAGED' }));
  });
});
