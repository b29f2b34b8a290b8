import type { Problem } from './problem.ts';
import type { Standing } from './standing.ts';
import type { Weekday } from './week.ts';

/**
 * One row of the city's schedule joined with its permit, in our own words: one permit may vend at one
 * location, on one weekday, between two times. Texts are trimmed and otherwise as the city wrote them.
 */
export interface SnapshotRow {
  readonly permit: string;
  readonly locationId: string;
  readonly weekday: Weekday;
  /** Recorded hours, "HH:MM", 00:00 to 24:00, meaning as in `rowHours`. */
  readonly start24: string;
  readonly end24: string;
  readonly applicant: string;
  readonly address: string;
  /** The free text that may hold stops to the minute; empty when the city gives none. */
  readonly text: string;
  readonly food: string;
  readonly cold: boolean;
  /** Degrees, WGS 84, rounded to 6 decimals; null when missing, zero, not a number, or outside the city. */
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly standing: Standing;
  /** The fields below come from the permit; null when no permit row matches. */
  readonly status: string | null;
  /** "YYYY-MM-DD". */
  readonly expiresOn: string | null;
  readonly permitFood: string | null;
  readonly facility: string | null;
  readonly crossStreets: string | null;
  readonly scheduleUrl: string | null;
}

/** A city's whole schedule at one pull: rows in canonical order (by entry key, code units), and every fault found. */
export interface Snapshot {
  readonly rows: readonly SnapshotRow[];
  /** Digest of each row's content, in the order of the rows; made once, when the snapshot is written. */
  readonly digests?: readonly string[];
  readonly problems: readonly Problem[];
}
