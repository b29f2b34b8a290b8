import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { delayAfter, isWorthRetrying } from './retry.ts';

const now = () => Date.parse('2026-11-22T12:00:00Z');
const clock = (random: number) => ({ random: () => random, now });

describe('delayAfter', () => {
  const cases: [string, number, number | null, string | null, number][] = [
    ['half of a second at first', 1, 500, null, 500],
    ['twice as long each time', 4, 500, null, 4000],
    ['never more than a minute', 12, 500, null, 30_000],
    ['five seconds while the city works on it', 1, 202, null, 5000],
    ['as long as the city asks', 1, 429, '12', 12_000],
    ['until the time the city names', 1, 503, 'Sun, 22 Nov 2026 12:00:20 GMT', 20_000],
    ['a minute when the city asks for more', 1, 429, '86400', 60_000],
    ['not at all until a time that is past', 1, 429, 'Sun, 22 Nov 2026 11:00:00 GMT', 0],
    ['its own time when the city asks for nonsense', 1, 429, 'soon', 500],
  ];
  for (const [what, attempt, status, retryAfter, expected] of cases) {
    it(`waits ${what}`, () => expect(delayAfter(attempt, { status, retryAfter }, clock(0.5))).toBe(expected));
  }

  it('is between nothing and a minute, whatever comes', () => {
    const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    const header = fc.option(fc.oneof(fc.string(), fc.nat().map(String), fc.date().map(String)));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), header, random, (attempt, retryAfter, chance) => {
        const waitMs = delayAfter(attempt, { status: null, retryAfter }, clock(chance));
        expect(waitMs >= 0 && waitMs <= 60_000).toBe(true);
      }),
    );
  });
});

describe('isWorthRetrying', () => {
  it('holds for what passes, and for nothing that stays as it is', () => {
    expect([202, 408, 429, 500, 502, 503, 504].every(isWorthRetrying)).toBe(true);
    expect([200, 304, 400, 401, 403, 404, 410].some(isWorthRetrying)).toBe(false);
  });
});
