import { readFileIfAny, writeFileAtomic } from '../disk.ts';
import { Failure } from '../failure.ts';
import type { Money } from './offer.ts';

/** The link of one offer, as pages carry it. */
export interface LockedLink extends Money {
  /** Digest of the offer that the link is for: a page shows no link of another price than its own. */
  readonly digest: string;
  readonly url: string;
}

/** A payment that made a slot active. The session can be looked up by whoever has the account; it names nobody. */
export interface LockedPayment extends Money {
  readonly session: string;
  /** When it was opened, in seconds since 1970. */
  readonly openedAt: number;
}

/** `content/payments.lock.json`: what the account held after the last run. Public: it stands in the repository. */
export interface PaymentsLock {
  readonly version: 1;
  /** False when its links take play money. */
  readonly live: boolean;
  /** By offer. */
  readonly links: Readonly<Record<string, LockedLink>>;
  /** By offer: what was paid for, once and for good. */
  readonly paid: Readonly<Record<string, LockedPayment>>;
  /** When the last payment that was read had been opened, in seconds since 1970; 0 for none. */
  readonly cursor: number;
}

/** The name of the lock file, beside what it is made from. */
export const lockName = 'payments.lock.json';

/** A lock with nothing in it: no link, no payment. */
export const emptyLock: PaymentsLock = { version: 1, live: false, links: {}, paid: {}, cursor: 0 };

/** The lock in a file; the empty one when there is none. Fails with `PAYMENTS_LOCK_DAMAGED`. */
export function readLock(file: string): PaymentsLock {
  const text = readFileIfAny(file);
  if (text === null) return emptyLock;
  try {
    const lock = JSON.parse(text) as PaymentsLock;
    const isWhole = lock.version === 1 && Number.isSafeInteger(lock.cursor) && typeof lock.live === 'boolean';
    if (isWhole && Object.values(lock.links).every(isSafe) && Object.values(lock.paid).every(isMoney))
      return lock;
    throw new Error('a field is missing or of another kind');
  } catch (cause) {
    const hint =
      'Take the last good version of the file, or delete it: npm run payments makes it anew from the account.';
    throw new Failure('PAYMENTS_LOCK_DAMAGED', `${file} is not a lock of payments.`, { hint, cause });
  }
}

/** Writes the lock with its offers in order of their keys; true if the file is another than before. */
export function writeLock(file: string, lock: PaymentsLock): boolean {
  const text = lockText(lock);
  if (readFileIfAny(file) === text) return false;
  writeFileAtomic(file, text);
  return true;
}

function lockText({ version, live, links, paid, cursor }: PaymentsLock): string {
  return `${JSON.stringify({ version, live, links: sorted(links), paid: sorted(paid), cursor }, null, 2)}\n`;
}

function sorted<Value>(record: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Its address becomes one of our pages', so it may lead to nothing but a page that is encrypted. */
function isSafe(link: LockedLink): boolean {
  return isMoney(link) && typeof link.digest === 'string' && /^https:\/\/[^\s"'<>]+$/.test(link.url);
}

function isMoney({ amount, currency }: Money): boolean {
  return Number.isSafeInteger(amount) && /^[a-z]{3}$/.test(currency);
}
