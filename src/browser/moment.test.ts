import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { momentOf, trucksAmong } from './moment.ts';
import { opensIn, windowAt, type Visit } from './week.ts';

const visit = (slug: string, ...windows: (readonly [number, number])[]): Visit => ({
  truck: { name: slug.toUpperCase(), slug },
  place: { address: '1 Clay St', slug: '1-clay-st' },
  windows: windows.map(([start, end]) => ({ start, end })),
  about: false,
});
const noon = 5 * 1440 + 720;
const saturdayEnd = 6 * 1440 + 1439;

describe('momentOf', () => {
  it.each([
    ['open', noon, [noon - 60, noon + 60]],
    ['open', noon, [noon, noon + 16]],
    ['closing', noon, [noon - 60, noon + 15]],
    ['closing', noon, [noon - 60, noon + 1]],
    ['left', noon, [noon - 60, noon]],
    ['left', noon, [noon - 60, noon - 30]],
    ['none', noon, [noon - 60, noon - 31]],
    ['soon', noon, [noon + 1, noon + 5]],
    ['soon', noon, [noon + 60, noon + 65]],
    ['none', noon, [noon + 61, noon + 65]],
    ['soon', saturdayEnd, [0, 60]],
    ['open', saturdayEnd, [saturdayEnd - 9, saturdayEnd + 60]],
    ['open', 30, [saturdayEnd - 9, saturdayEnd + 60]],
    ['left', 5, [saturdayEnd - 60, saturdayEnd + 1]],
  ] as const)('says %s at minute %i of %j', (list, minute, window) => {
    const moment = momentOf([visit('a', window)], minute);
    const found = Object.entries<readonly unknown[]>({ ...moment }).filter(([, stops]) => stops.length > 0);
    expect(found.map(([name]) => name)).toEqual(list === 'none' ? [] : [list]);
  });

  it('tells of a truck that comes back within the hour that it comes, not that it left', () => {
    const { soon, left } = momentOf([visit('a', [noon - 20, noon - 10], [noon + 25, noon + 35])], noon);
    expect([soon.map(({ start }) => start), left]).toEqual([[25], []]);
  });

  it('puts first what closes first, opens first, closed last', () => {
    const at = (start: number, end: number) => visit(`${start} ${end}`, [noon + start, noon + end]);
    const moment = momentOf([at(-9, 9), at(-9, 3), at(30, 90), at(5, 90), at(-30, -20), at(-30, -2)], noon);
    const order = (stops: (typeof moment)['left']) => [...trucksAmong(stops)];
    expect([moment.closing, moment.soon, moment.left].map(order)).toEqual([
      ['-9 3', '-9 9'],
      ['5 90', '30 90'],
      ['-30 -2', '-30 -20'],
    ]);
  });

  it('agrees with the schedule on who is open and who opens, at every minute', () => {
    const windows = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 10_079 }), fc.integer({ min: 1, max: 1440 })),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(windows, fc.integer({ min: 0, max: 10_079 }), (parts, minute) => {
        const one = visit('a', ...parts.map(([start, length]) => [start, start + length] as const));
        const { open, closing, soon } = momentOf([one], minute);
        expect(open.length + closing.length).toBe(windowAt(one, minute) === null ? 0 : 1);
        expect(soon[0]?.start ?? null).toBe(opensIn(one, minute, 60));
      }),
    );
  });
});
