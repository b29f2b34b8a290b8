import { entryKey } from '../schedule/entry-key.ts';
import type { Snapshot, SnapshotRow } from '../schedule/snapshot.ts';

/** How a snapshot differs from the one before it, counted in rows. */
export interface Changes {
  readonly added: number;
  readonly removed: number;
  /** Same entry, other facts; those whose standing changed are counted apart. */
  readonly edited: number;
  readonly restated: number;
  /** True when so much moved at once that it can only be the yearly renewal of permits: worth a line, no reason to refuse. */
  readonly renewal: boolean;
}

/** Daily life moves less than one row in a hundred; a tenth of the table moves only at renewal. */
const renewalShare = 0.1;

/** The differences between two snapshots; against none, every row is added. Linear. */
export function compareSnapshots(previous: Snapshot | null, next: Snapshot): Changes {
  const before = new Map((previous?.rows ?? []).map((row) => [entryKey(row), row]));
  let [added, edited, restated] = [0, 0, 0];
  for (const row of next.rows) {
    const old = before.get(entryKey(row));
    before.delete(entryKey(row));
    if (old === undefined) added += 1;
    else if (old.standing !== row.standing) restated += 1;
    else if (!sameFacts(old, row)) edited += 1;
  }
  const removed = before.size;
  const renewal = previous !== null && Math.max(removed, restated) > previous.rows.length * renewalShare;
  return { added, removed, edited, restated, renewal };
}

function sameFacts(a: SnapshotRow, b: SnapshotRow): boolean {
  return (Object.keys(b) as (keyof SnapshotRow)[]).every((name) => a[name] === b[name]);
}
