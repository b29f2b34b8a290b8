import { describe, expect, it } from 'vitest';
import { viewDifferences } from './view-difference.ts';

const check = (before: unknown, after: unknown, lines: string[]) =>
  expect(viewDifferences(before, after, 3).map((one) => `${one.at}: ${one.before} → ${one.after}`)).toEqual(
    lines,
  );

describe('viewDifferences', () => {
  it('finds none in equal views', () => check({ a: [1] }, { a: [1] }, []));
  it('names the leaf that changed', () => check({ a: [{ b: 1 }] }, { a: [{ b: 2 }] }, ['a.0.b: 1 → 2']));
  it('names what appeared and what went', () =>
    check({ a: 1 }, { b: 2 }, ['a: 1 → nothing', 'b: nothing → 2']));
  it('stops at the limit', () => expect(viewDifferences([1, 2, 3, 4], [5, 6, 7, 8], 3)).toHaveLength(3));
});
