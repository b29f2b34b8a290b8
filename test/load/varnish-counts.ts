import path from 'node:path';
import { runProgram } from '../server-process.ts';

/** How a Varnish answered so far. */
export interface Counts {
  /** From its memory, fresh or old. */
  readonly hits: number;
  /** By asking the origin while the reader waited. */
  readonly misses: number;
  /** Pages fetched behind the reader's back, since they were no longer fresh. */
  readonly refreshed: number;
}

/** The counters of the Varnish that runs from a folder. */
export async function varnishCounts(folder: string): Promise<Counts> {
  const text = await runProgram(['varnishstat', '-1', '-j', '-n', path.join(folder, 'varnish')]);
  const { counters } = JSON.parse(text) as { counters: Record<string, { value: number }> };
  const sum = (...names: string[]) =>
    names.reduce((total, name) => total + counters[`MAIN.${name}`]!.value, 0);
  return {
    hits: sum('cache_hit'),
    misses: sum('cache_miss', 'cache_hitpass', 'cache_hitmiss', 's_pass'),
    refreshed: sum('s_bgfetch'),
  };
}
