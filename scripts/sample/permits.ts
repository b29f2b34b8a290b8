import type { PermitState } from './plan.ts';

/** What the columns of a permit say on the as-of date; dates as "YYYY-MM-DD". */
export interface PermitPapers {
  readonly status: string;
  readonly expiresOn: string | null;
  readonly receivedOn: string;
  readonly approvedOn: string | null;
}

/** The papers of a permit in that state, or null when the permit table does not know it. */
export function papersOf(state: PermitState, asOf: string): PermitPapers | null {
  if (state === 'missing') return null;
  const [status, expires] = columns[state];
  const expiresOn = expires && expiryOf(expires, asOf);
  const receivedOn = addDays(
    expiresOn && expires !== 'next' ? expiresOn : asOf,
    expires && expires !== 'next' ? -380 : -45,
  );
  return { status, expiresOn, receivedOn, approvedOn: approved.has(status) ? addDays(receivedOn, 20) : null };
}

const columns: Readonly<
  Record<Exclude<PermitState, 'missing'>, readonly [status: string, expires: Expiry | null]>
> = {
  approved: ['APPROVED', 'next'],
  issued: ['ISSUED', 'next'],
  'issued without a date': ['ISSUED', null],
  postapproved: ['POSTAPPROVED', 'next'],
  'approved until lately': ['APPROVED', 'lately'],
  'issued until lately': ['ISSUED', 'lately'],
  'expired lately': ['EXPIRED', 'lately'],
  'requested without a date': ['REQUESTED', null],
  'requested, expired lately': ['REQUESTED', 'lately'],
  'requested, expired long ago': ['REQUESTED', 'long ago'],
  'expired long ago': ['EXPIRED', 'long ago'],
  suspended: ['SUSPEND', 'next'],
  inactive: ['INACTIVE', 'long ago'],
  'on hold': ['ONHOLD', 'next'],
  'a status nobody knows': ['DEFERRED', 'next'],
};

const approved = new Set(['APPROVED', 'ISSUED', 'POSTAPPROVED', 'EXPIRED', 'SUSPEND', 'INACTIVE']);

type Expiry = 'next' | 'lately' | 'long ago';

/** All permits of a year expire on 15 November; when that day is too far back to be "lately", a month ago is. */
function expiryOf(expires: Expiry, asOf: string): string {
  const year = Number(asOf.slice(0, 4));
  const comingYear = asOf <= `${year}-11-15` ? year : year + 1;
  if (expires === 'next') return `${comingYear}-11-15`;
  if (expires === 'long ago') return `${comingYear - 3}-07-15`;
  const last = `${comingYear - 1}-11-15`;
  return last > addDays(asOf, -100) ? last : addDays(asOf, -30);
}

/** The date so many days later: addDays("2026-11-20", -5) is "2026-11-15". */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
