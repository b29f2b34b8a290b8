import type { ShardManifest } from './manifest.ts';
import type { ListedPage, PagePath } from './page.ts';

/** What a build does with a page, and why; the reason is written down where it is decided. */
export interface Decision {
  readonly path: PagePath;
  readonly action: 'added' | 'changed' | 'unchanged' | 'removed';
  readonly reason: Reason;
}

export type Reason =
  | 'new page'
  | 'no longer listed'
  | 'data changed'
  | 'code changed'
  | 'input changed and the page names no cache key'
  | 'file missing'
  | 'file damaged'
  | 'full build asked for'
  | 'same data, same code';

export interface Situation {
  /** The shard as last built; null when nothing is known of it. */
  readonly previous: ShardManifest | null;
  readonly listed: readonly ListedPage[];
  readonly code: string;
  readonly input: string;
  readonly full: boolean;
  /** Pages whose file is not what the manifest says. */
  readonly faulty: ReadonlyMap<PagePath, 'file missing' | 'file damaged'>;
}

/**
 * One decision per page, listed or previously built: first the listed in their order, then the removed. A page
 * stays as it is only when all of this holds: it was built before, by the same code, from the same cache key (or
 * without one, from the same input), its file is whole, and no full build was asked for.
 */
export function decide(situation: Situation): Decision[] {
  const { previous, listed } = situation;
  const kept = new Set(listed.map((page) => page.path));
  const removed = [...(previous?.pages.keys() ?? [])].filter((path) => !kept.has(path)).sort();
  return [
    ...listed.map((page) => decidePage(page, situation)),
    ...removed.map((path): Decision => ({ path, action: 'removed', reason: 'no longer listed' })),
  ];
}

function decidePage({ path, cacheKey }: ListedPage, situation: Situation): Decision {
  const { previous, code, input, full, faulty } = situation;
  const record = previous?.pages.get(path);
  const changed = (reason: Reason): Decision => ({ path, action: 'changed', reason });
  if (previous === null || record === undefined) return { path, action: 'added', reason: 'new page' };
  if (full) return changed('full build asked for');
  if (previous.code !== code) return changed('code changed');
  if (record.cacheKey !== cacheKey) return changed('data changed');
  if (cacheKey === null && previous.input !== input)
    return changed('input changed and the page names no cache key');
  const fault = faulty.get(path);
  if (fault !== undefined) return changed(fault);
  return { path, action: 'unchanged', reason: 'same data, same code' };
}
