import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextStops, nextText } from './next-stop.ts';
import { windowAt, type Visit } from './week.ts';

const visit = (...windows: (readonly [number, number])[]): Visit => ({
  truck: { name: 'A', slug: 'a' },
  place: { address: '1 Clay St', slug: '1-clay-st' },
  windows: windows.map(([start, end]) => ({ start, end })),
  about: false,
});
const friday = 5 * 1440;

describe('nextStops', () => {
  it('begins with what is under way, and has each window once', () => {
    const stops = nextStops([visit([600, 660], [friday + 700, friday + 730])], friday + 725);
    expect(stops.map(({ start, end }) => [start, end])).toEqual([
      [-25, 5],
      [600 + 10_080 - friday - 725, 660 + 10_080 - friday - 725],
    ]);
  });

  it('is under way exactly when the visit is open, at every minute', () => {
    const windows = fc
      .tuple(fc.integer({ min: 0, max: 10_079 }), fc.integer({ min: 1, max: 1440 }))
      .map(([start, length]) => visit([start, start + length]));
    fc.assert(
      fc.property(windows, fc.integer({ min: 0, max: 10_079 }), (one, minute) => {
        expect(nextStops([one], minute)[0]!.start <= 0).toBe(windowAt(one, minute) !== null);
      }),
    );
  });
});

describe('nextText', () => {
  it.each([
    [friday + 725, [friday + 700, friday + 730], 'until 12:10 pm'],
    [friday + 675, [friday + 700, friday + 730], 'in 25 min'],
    [friday + 600, [friday + 700, friday + 730], 'today 11:40 am'],
    [friday - 100, [friday + 700, friday + 730], 'tomorrow 11:40 am'],
    [1440, [friday + 700, friday + 730], 'Friday 11:40 am'],
    [6 * 1440 + 1439, [0, 120], 'in 1 min'],
    [6 * 1440 + 1000, [60, 120], 'tomorrow 1 am'],
    [10, [6 * 1440 + 1200, 7 * 1440 + 120], 'until 2 am'],
  ] as const)('from minute %i, %j is said as %s', (minute, [start, end], text) => {
    expect(nextText(nextStops([visit([start, end])], minute)[0]!, minute)).toBe(text);
  });
});
