import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyWish, queryFromWish, wishFromQuery, type Wish } from './wish.ts';

const text = fc.string({ unit: 'grapheme', maxLength: 20 }).map((one) => one.trim().toWellFormed());
const wishes: fc.Arbitrary<Wish> = fc.record({
  at: fc.option(fc.integer({ min: 0, max: 10_079 })),
  food: text,
  area: text,
  near: text,
  hot: fc.boolean(),
  permitted: fc.boolean(),
  followed: fc.boolean(),
});

describe('wishFromQuery', () => {
  it('reads every wish back from its query', () => {
    fc.assert(
      fc.property(wishes, (wish) => {
        expect(wishFromQuery(queryFromWish(wish))).toEqual(wish);
      }),
    );
  });

  it('takes any text for a query', () => {
    fc.assert(
      fc.property(fc.string(), (query) => {
        const { at } = wishFromQuery(query);
        expect(at === null || (at >= 0 && at < 10_080)).toBe(true);
      }),
    );
  });

  it.each([
    ['', anyWish],
    ['?at=friday-18:30', { ...anyWish, at: 5 * 1440 + 1110 }],
    ['?at=friday-24:00', anyWish],
    ['?at=someday-12:00', anyWish],
    ['?food=tacos&cold=no&permit=yes', { ...anyWish, food: 'tacos', hot: true, permitted: true }],
    ['?cold=perhaps', anyWish],
  ])('reads %s', (query, wish) => {
    expect(wishFromQuery(query)).toEqual(wish);
  });
});

describe('queryFromWish', () => {
  it('is empty when nothing is asked, and readable when something is', () => {
    expect(queryFromWish(anyWish)).toBe('');
    expect(queryFromWish({ ...anyWish, at: 6 * 1440 + 1439, area: 'mission' })).toBe(
      '?at=saturday-23:59&area=mission',
    );
  });
});
