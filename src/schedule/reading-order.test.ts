import { describe, expect, it } from 'vitest';
import { byCodeUnit, inReadingOrder } from './reading-order.ts';

describe('inReadingOrder', () => {
  it('sorts without case and accents, numbers by value, ties by the next text and by code unit', () => {
    const items = [['b'], ['Á', '10'], ['a', '9'], ['a 10'], ['a 9'], ['A', '9']];
    expect(inReadingOrder(items, (texts) => texts)).toEqual([
      ['A', '9'],
      ['a', '9'],
      ['Á', '10'],
      ['a 9'],
      ['a 10'],
      ['b'],
    ]);
  });
});

describe('byCodeUnit', () => {
  it('puts capitals before small letters', () =>
    expect(['a', 'B', 'b'].sort(byCodeUnit)).toEqual(['B', 'a', 'b']));
});
