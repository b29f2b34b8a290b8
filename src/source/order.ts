import type { SnapshotRow } from '../schedule/snapshot.ts';

/** Negative, zero or positive as `a` sorts before, with or after `b` by code unit: the order of everything that reaches a digest. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The key of an entry, unique in a snapshot: `permit/locationId/weekday/start24/end24`. */
export function entryKey({ permit, locationId, weekday, start24, end24 }: SnapshotRow): string {
  return [permit, locationId, weekday, start24, end24].join('/');
}
