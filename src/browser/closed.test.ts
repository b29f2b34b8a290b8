import { describe, expect, it } from 'vitest';
import { instantOf } from '../schedule/clock.ts';
import { dateAfter, fallsOn, rangesFrom, withoutClosed } from './closed.ts';
import type { Visit } from './week.ts';

const zone = 'America/Los_Angeles';
const at = (date: string, hour: number) => instantOf(zone, date, hour * 60);
const day = (weekday: number, from: number, to: number) => {
  return { start: weekday * 1440 + from * 60, end: weekday * 1440 + to * 60 };
};
const visit = (windows: Visit['windows'], slug = 'anzu'): Visit => {
  return { truck: { name: slug, slug }, place: { address: 'A', slug: 'a' }, windows, about: false };
};

/** The weekday and hour at which the windows left begin, as seen from an hour of a date on which `closed` holds. */
function left(windows: Visit['windows'], closed: readonly [string, string], from: readonly [string, number]) {
  const week = { trucks: { name: [], slug: ['beta', 'anzu'], foods: [] }, timeZone: zone };
  const instant = at(...from);
  const minute = new Date(`${from[0]}T00:00:00Z`).getUTCDay() * 1440 + from[1] * 60;
  const seen = withoutClosed(
    { ...week, closed: [[1, ...closed]] },
    [visit(windows), visit(windows, 'beta')],
    { minute, instant },
  );
  expect(seen[1]?.windows).toEqual(windows);
  return seen[0]?.windows.map(({ start }) => [Math.floor(start / 1440), (start % 1440) / 60]);
}

describe('withoutClosed', () => {
  const noons = [1, 3, 5].map((weekday) => day(weekday, 11, 14));

  it('leaves a truck out on the days on which it is closed, in the city’s calendar', () => {
    // 2026-12-25 is a Friday.
    expect(left(noons, ['2026-12-25', '2026-12-25'], ['2026-12-25', 12])).toEqual([
      [1, 11],
      [3, 11],
    ]);
    expect(left(noons, ['2026-12-25', '2026-12-25'], ['2026-12-24', 23])).toEqual([
      [1, 11],
      [3, 11],
    ]);
    expect(left(noons, ['2026-12-25', '2026-12-25'], ['2026-12-26', 0])).toHaveLength(3);
    expect(left(noons, ['2026-12-21', '2027-01-03'], ['2026-12-23', 9])).toEqual([]);
  });

  it('takes the next one of a window that is over today', () => {
    expect(left(noons, ['2026-12-25', '2026-12-25'], ['2026-12-25', 20])).toHaveLength(3);
    expect(left(noons, ['2027-01-01', '2027-01-01'], ['2026-12-25', 12])).toHaveLength(3);
    expect(left(noons, ['2027-01-01', '2027-01-01'], ['2026-12-25', 20])).toEqual([
      [1, 11],
      [3, 11],
    ]);
  });

  it('counts a night to the day on which it begins, also over the end of the week', () => {
    const night = [day(6, 22, 26)]; // Saturday to Sunday
    expect(left(night, ['2026-12-27', '2026-12-27'], ['2026-12-27', 1])).toHaveLength(1);
    expect(left(night, ['2026-12-26', '2026-12-26'], ['2026-12-27', 1])).toEqual([]);
  });

  it('sees the week from a minute that is still to come', () => {
    const instant = at('2026-12-24', 12); // a Thursday
    const week = { trucks: { name: [], slug: ['anzu'], foods: [] }, timeZone: zone };
    const seen = (closed: string, minute: number) =>
      withoutClosed({ ...week, closed: [[0, closed, closed]] }, [visit([day(5, 11, 14)])], {
        minute,
        instant,
      })[0]?.windows.length;
    expect([seen('2026-12-25', 5 * 1440 + 720), seen('2027-01-01', 5 * 1440 + 720)]).toEqual([0, 1]);
    // Friday evening is asked for: the next noon is that of the Friday after.
    expect([seen('2026-12-25', 5 * 1440 + 1200), seen('2027-01-01', 5 * 1440 + 1200)]).toEqual([1, 0]);
  });

  it('holds on the days on which clocks change', () => {
    const sundays = [day(0, 1, 3), day(0, 11, 14)]; // 2026-11-01 has 25 hours, 2026-03-08 has 23
    for (const date of ['2026-11-01', '2026-03-08'])
      for (const hour of [0, 4, 12])
        expect(left(sundays, [date, date], [date, hour])?.length).toBeLessThan(2);
  });
});

describe('dateAfter and fallsOn', () => {
  it('count days of the city, not of the device', () => {
    const instant = at('2026-12-31', 23);
    expect([0, 59, 60, -1440].map((minutes) => dateAfter(zone, instant, minutes))).toEqual([
      '2026-12-31',
      '2026-12-31',
      '2027-01-01',
      '2026-12-30',
    ]);
    const ranges = rangesFrom('2027-01-01/2027-01-01 2027-07-04/2027-07-05');
    expect(ranges).toHaveLength(2);
    expect([59, 60].map(fallsOn(ranges, zone, instant))).toEqual([false, true]);
    expect(rangesFrom('')).toEqual([]);
  });
});
