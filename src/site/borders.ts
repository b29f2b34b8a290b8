import type { Area, Position } from '../schedule/neighborhood.ts';

/**
 * The borders that two areas share, as pieces of two points each. What only one area has is the city's edge, mostly
 * shore, which the land shows already.
 */
export function commonBorders(areas: readonly Area[]): (readonly [Position, Position])[] {
  const seen = new Map<string, readonly [Position, Position] | null>();
  const common: (readonly [Position, Position])[] = [];
  for (const ring of areas.flatMap(({ polygons }) => polygons.flat())) {
    for (const [index, to] of ring.entries()) {
      const from = ring[index - 1];
      if (from === undefined) continue;
      const key = [from.join(), to.join()].sort().join(' ');
      const known = seen.get(key);
      if (known === undefined) seen.set(key, [from, to]);
      else if (known !== null) {
        common.push(known);
        seen.set(key, null);
      }
    }
  }
  return common;
}
