import fs from 'node:fs';
import { Failure } from '../failure.ts';

/** Both tables as they came, nothing understood yet, and what is known about them. */
export interface Haul {
  readonly schedule: readonly unknown[];
  readonly permits: readonly unknown[];
  /** Why they may not be the whole tables. */
  readonly doubts: readonly string[];
  /** ISO 8601; when the city last changed the schedule, null when it does not say. */
  readonly rowsUpdatedAt: string | null;
  readonly requests: number;
}

/** The two tables from files in the shape of the API's answers. Fails with `file-unreadable`. */
export function readTables(files: { readonly schedule: string; readonly permits: string }): Haul {
  const [schedule, permits] = [readTable(files.schedule), readTable(files.permits)];
  return { schedule, permits, doubts: [], rowsUpdatedAt: null, requests: 0 };
}

function readTable(file: string): unknown[] {
  const hint = "Give a file in the shape of the city's answers: a JSON array of rows.";
  let json: unknown;
  try {
    json = JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new Failure('file-unreadable', `The table ${file} cannot be read.`, { hint, cause });
  }
  if (!Array.isArray(json)) throw new Failure('file-unreadable', `The table ${file} is no array.`, { hint });
  return json as unknown[];
}
