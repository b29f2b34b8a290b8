import { weekdays } from './week.ts';
import type { Weekday } from './week.ts';

/** What tells one row of the schedule from all others. */
export interface EntryKeyParts {
  readonly permit: string;
  readonly locationId: string;
  readonly weekday: Weekday;
  readonly start24: string;
  readonly end24: string;
}

/**
 * The key of a row: "21MFF-00106/1569152/5/10:00/15:00", the weekday as its number (Sunday is 0). Unique in a snapshot.
 * Never part of a URL, since permits and locations change their numbers at every renewal.
 */
export function entryKey({ permit, locationId, weekday, start24, end24 }: EntryKeyParts): string {
  return `${permit}/${locationId}/${weekdays.indexOf(weekday)}/${start24}/${end24}`;
}
