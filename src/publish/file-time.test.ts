import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileTime } from './file-time.ts';

const start = Date.parse('2026-11-22T12:00:00Z');
const ms = fc.integer({ min: start, max: start + 3_600_000 });
const number = fc.integer({ min: 1, max: 999_999 });

describe('fileTime', () => {
  it('differs between any two of 256 publishes in a row, whatever the clock says', () =>
    fc.assert(
      fc.property(number, fc.tuple(fc.integer({ min: 1, max: 255 }), ms, ms), (first, [later, at, then]) => {
        expect(fileTime(first, at)).not.toBe(fileTime(first + later, then));
      }),
    ));

  it('is a whole second of the last nine minutes', () =>
    fc.assert(
      fc.property(number, ms, (publish, at) => {
        const age = at / 1000 - fileTime(publish, at);
        expect(Number.isInteger(fileTime(publish, at))).toBe(true);
        expect(age).toBeGreaterThan(0);
        expect(age).toBeLessThan(9 * 60);
      }),
    ));
});
