import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { weekdays, type Weekday, type Window } from './week.ts';
import { isOpenAt, overlapsHour } from './overlap.ts';

const anyWeekday = fc.constantFrom(...weekdays);
const anyWindow: fc.Arbitrary<Window> = fc
  .record({ start: fc.integer({ min: 0, max: 1439 }), length: fc.integer({ min: 1, max: 1440 }) })
  .map(({ start, length }) => ({ start, end: start + length }));

describe('overlapsHour', () => {
  function check(window: [Weekday, number, number], at: [Weekday, number], expected: boolean): void {
    it(`says ${expected} of ${window.join(' ')} and ${at.join(' ')}`, () => {
      const [entry, start, end] = window;
      expect(overlapsHour({ start, end }, entry, { weekday: at[0], hour: at[1] })).toBe(expected);
    });
  }
  check(['friday', 720, 725], ['friday', 12], true);
  check(['friday', 660, 720], ['friday', 12], false);
  check(['friday', 1200, 1560], ['saturday', 1], true);
  check(['friday', 1200, 1560], ['saturday', 2], false);
  check(['saturday', 1200, 1560], ['sunday', 1], true);
  check(['saturday', 0, 2880], ['sunday', 23], true);
  check(['saturday', 0, 2880], ['monday', 0], false);

  it('is true exactly when some minute of the hour is open', () => {
    const anyHour = fc.record({ weekday: anyWeekday, hour: fc.integer({ min: 0, max: 23 }) });
    fc.assert(
      fc.property(anyWindow, anyWeekday, anyHour, (...[window, entry, at]) => {
        const minutes = Array.from({ length: 60 }, (_, minute) => at.hour * 60 + minute);
        const open = minutes.some((minute) => isOpenAt([window], entry, { weekday: at.weekday, minute }));
        return overlapsHour(window, entry, at) === open;
      }),
    );
  });
});
