import { setImmediate as turn } from 'node:timers/promises';

const longestBusyMs = 20;

/**
 * Does `work` for every item, at most `limit` at a time, starting in the given order. After a failure no further item is
 * begun; those under way are waited for, then the first failure is thrown. Timers and signals get their turn, also when
 * the work never waits for anything: the lease of a folder is renewed by a timer.
 */
export async function forEachAtOnce<T>(
  items: readonly T[],
  limit: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  let next = 0;
  let fault: { readonly error: unknown } | null = null;
  let turnedAt = performance.now();
  const lane = async () => {
    while (next < items.length && fault === null) {
      try {
        await work(items[next++]!);
      } catch (error) {
        fault ??= { error };
      }
      if (performance.now() - turnedAt < longestBusyMs) continue;
      await turn();
      turnedAt = performance.now();
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, lane));
  const first = fault as { readonly error: unknown } | null;
  if (first !== null) throw first.error;
}
