/** Whether the permit behind an entry still counts on the as-of date. */
export type Standing = 'permitted' | 'renewing' | 'unknown' | 'lapsed';

/** What a standing is read from; dates are "YYYY-MM-DD". */
export interface PermitState {
  readonly status: string | null;
  readonly expiresOn: string | null;
}

/** Days for which a permit past its expiration is taken as being renewed: the city refills its table through the winter. */
export const renewalDays = 120;

const valid = new Set(['APPROVED', 'ISSUED', 'POSTAPPROVED']);
const named = new Set([...valid, 'REQUESTED', 'EXPIRED', 'SUSPEND', 'INACTIVE', 'ONHOLD']);

/** Standing of a permit on a date ("YYYY-MM-DD"); null is a row without a permit. A status the city never named is `lapsed`. */
export function standingOf(permit: PermitState | null, asOf: string): Standing {
  if (permit === null) return 'unknown';
  const status = canonicalStatus(permit.status);
  const age = permit.expiresOn === null ? null : daysBetween(permit.expiresOn, asOf);
  if (valid.has(status) && (age === null || age <= 0)) return 'permitted';
  if (status === 'REQUESTED') return age === null || age <= renewalDays ? 'renewing' : 'lapsed';
  const mayRenew = valid.has(status) || status === 'EXPIRED';
  return mayRenew && age !== null && age >= 0 && age <= renewalDays ? 'renewing' : 'lapsed';
}

/** Whether the city's documentation names a status; one it does not is kept as `lapsed` and recorded as a problem. */
export function isKnownStatus(status: string | null): boolean {
  return named.has(canonicalStatus(status));
}

function canonicalStatus(status: string | null): string {
  return (status ?? '').trim().toUpperCase();
}

/** Whole days from one date to a later one; null when either is no date. UTC, so no daylight-saving day is 23 hours long. */
function daysBetween(from: string, to: string): number | null {
  const days = (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000;
  return Number.isFinite(days) ? days : null;
}
