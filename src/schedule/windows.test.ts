import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Window } from './week.ts';
import { uniteWindows } from './windows.ts';

const anyWindow: fc.Arbitrary<Window> = fc
  .record({ start: fc.integer({ min: 0, max: 1439 }), length: fc.integer({ min: 1, max: 1440 }) })
  .map(({ start, length }) => ({ start, end: start + length }));

describe('uniteWindows', () => {
  function check(title: string, windows: Window[], united: Window[]): void {
    it(title, () => expect(uniteWindows(windows)).toEqual(united));
  }
  check(
    'joins windows that touch',
    [
      { start: 60, end: 90 },
      { start: 0, end: 60 },
    ],
    [{ start: 0, end: 90 }],
  );
  check(
    'joins a window inside another',
    [
      { start: 0, end: 90 },
      { start: 10, end: 20 },
    ],
    [{ start: 0, end: 90 }],
  );
  check(
    'keeps a gap of a minute',
    [
      { start: 0, end: 9 },
      { start: 10, end: 20 },
    ],
    [
      { start: 0, end: 9 },
      { start: 10, end: 20 },
    ],
  );
  check('gives nothing for nothing', [], []);

  it('changes nothing the second time, and no minute the first time', () => {
    fc.assert(
      fc.property(fc.array(anyWindow), (windows) => {
        const united = uniteWindows(windows);
        expect(uniteWindows(united)).toEqual(united);
        for (const minute of windows.flatMap(({ start, end }) => [start - 1, start, end - 1, end])) {
          const holds = ({ start, end }: Window): boolean => start <= minute && minute < end;
          expect(united.some(holds)).toBe(windows.some(holds));
        }
      }),
    );
  });
});
