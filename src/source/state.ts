import path from 'node:path';
import type { Digest } from '../digest.ts';
import type { Snapshot } from '../schedule/snapshot.ts';

/** The city as pages need it; the settings of its API stay in cities.ts. */
export interface CityInfo {
  /** First segment of its URLs: "sf". */
  readonly key: string;
  readonly name: string;
  /** IANA name. */
  readonly timeZone: string;
}

/** The pointer to a city's last good snapshot: `<state>/<key>/current.json`, the only file of the state that is ever replaced. */
export interface Current {
  readonly city: CityInfo;
  /** Digest of the snapshot's meaning; its file is `<state>/<key>/snapshot-<digest>.json`. */
  readonly digest: Digest;
  readonly source: 'live' | 'sample' | 'file';
  /** ISO 8601 instants; `rowsUpdatedAt` is the city's own word, null when it gives none. */
  readonly pulledAt: string;
  readonly rowsUpdatedAt: string | null;
  /** "YYYY-MM-DD" in the city's zone. */
  readonly asOf: string;
  readonly rows: number;
  readonly problems: number;
}
