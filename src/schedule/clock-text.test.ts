import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockFromMinutes, minutesFromClock } from './clock-text.ts';

describe('minutesFromClock', () => {
  function check(text: string, minutes: number | null): void {
    it(`reads ${JSON.stringify(text)} as ${minutes}`, () => expect(minutesFromClock(text)).toBe(minutes));
  }
  check('00:00', 0);
  check('7:05', 425);
  check('24:00', 1440);
  check('26:00', 1560);
  check('48:00', 2880);
  check('48:01', null);
  check('10:60', null);
  check('10', null);
  check(' 10:00', null);
  check('', null);

  it('gives back what clockFromMinutes writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2880 }), (n) => minutesFromClock(clockFromMinutes(n)) === n),
    );
  });
});
