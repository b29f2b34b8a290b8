import { describe, expect, it } from 'vitest';
import { addDays, daysIn, isDate, isWithin, unitedRanges } from './dates.ts';

describe('isDate', () => {
  it('knows the calendar', () => {
    expect(['2024-02-29', '2026-12-31'].map(isDate)).toEqual([true, true]);
    expect(['2026-02-29', '2026-13-01', '2026-1-1', '20261224', 'today', ''].map(isDate)).toEqual(
      Array(6).fill(false),
    );
  });
});

describe('addDays and daysIn', () => {
  it('count over months, years and the days on which clocks change', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
    expect(daysIn({ from: '2026-03-07', to: '2026-03-09' })).toBe(3);
    expect(daysIn({ from: '2026-03-07', to: '2026-03-07' })).toBe(1);
  });
});

describe('unitedRanges', () => {
  it('sorts, and joins what overlaps or touches', () => {
    const day = (from: string, to = from) => ({ from, to });
    expect(
      unitedRanges([
        day('2027-02-01'),
        day('2026-12-26', '2026-12-31'),
        day('2026-12-24', '2026-12-28'),
        day('2027-01-01'),
      ]),
    ).toEqual([day('2026-12-24', '2027-01-01'), day('2027-02-01')]);
  });
});

describe('isWithin', () => {
  it('includes both ends', () => {
    const ranges = [{ from: '2026-12-24', to: '2026-12-26' }];
    const dates = ['2026-12-23', '2026-12-24', '2026-12-26', '2026-12-27'];
    expect(dates.map((date) => isWithin(ranges, date))).toEqual([false, true, true, false]);
  });
});
