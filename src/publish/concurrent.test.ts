import { describe, expect, it } from 'vitest';
import { forEachAtOnce } from './concurrent.ts';

const nothing = () => Promise.resolve();

/** Keeps this thread busy. */
function toil(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end);
}

describe('forEachAtOnce', () => {
  it('begins no item after a failure, waits for those under way, and throws the first', async () => {
    const begun: number[] = [];
    let ended = false;
    const slow = async () => {
      await new Promise((resolve) => setImmediate(resolve));
      ended = true;
    };
    const work = (item: number) => {
      begun.push(item);
      return item === 1 ? slow() : Promise.reject(new Error(`item ${item}`));
    };
    await expect(forEachAtOnce([1, 2, 3, 4], 2, work)).rejects.toThrow('item 2');
    expect([begun, ended]).toEqual([[1, 2], true]);
  });

  it('lets a timer have its turn though the work never waits', async () => {
    let rings = 0;
    const timer = setInterval(() => rings++, 1);
    await forEachAtOnce(Array.from({ length: 40 }), 4, () => {
      toil(5);
      return nothing();
    });
    clearInterval(timer);
    expect(rings).toBeGreaterThan(2);
  });
});
