import { describe, expect, it } from 'vitest';
import { cityDate, cityNow, instantOf } from './clock.ts';

describe('cityNow', () => {
  function check(zone: string, instant: string, expected: string): void {
    it(`shows ${expected} in ${zone} at ${instant}`, () => {
      const { weekday, minute } = cityNow(zone, new Date(instant));
      expect(`${weekday} ${Math.floor(minute / 60)}:${minute % 60}`).toBe(expected);
    });
  }
  check('America/Los_Angeles', '2022-01-19T20:10:59Z', 'wednesday 12:10');
  check('America/Los_Angeles', '2022-01-20T08:00:00Z', 'thursday 0:0');
  check('America/Los_Angeles', '2022-03-13T09:59:00Z', 'sunday 1:59');
  check('America/Los_Angeles', '2022-03-13T10:00:00Z', 'sunday 3:0');
  check('America/Los_Angeles', '2022-11-06T08:30:00Z', 'sunday 1:30');
  check('America/Los_Angeles', '2022-11-06T09:30:00Z', 'sunday 1:30');
  check('Asia/Kathmandu', '2022-01-19T20:10:00Z', 'thursday 1:55');

  it('refuses a zone that does not exist', () => {
    expect(() => cityNow('Mars/Olympus', new Date(0))).toThrow(RangeError);
  });
});

describe('cityDate', () => {
  it("gives the date of the city, not of the reader's device or of UTC", () => {
    expect(cityDate('America/Los_Angeles', new Date('2022-01-20T07:59:00Z'))).toBe('2022-01-19');
    expect(cityDate('Asia/Kathmandu', new Date('2022-01-19T18:15:00Z'))).toBe('2022-01-20');
  });
});

describe('instantOf', () => {
  function check(date: string, clock: string, expected: string): void {
    it(`finds ${date} ${clock} of San Francisco at ${expected}`, () => {
      const [hour = 0, minute = 0] = clock.split(':').map(Number);
      const instant = instantOf('America/Los_Angeles', date, hour * 60 + minute);
      expect(instant.toISOString()).toBe(`${expected}:00.000Z`);
    });
  }
  check('2022-01-19', '12:10', '2022-01-19T20:10');
  check('2022-07-19', '00:00', '2022-07-19T07:00');
  check('2022-07-19', '26:00', '2022-07-20T09:00');
  check('2022-03-13', '01:59', '2022-03-13T09:59');
  check('2022-03-13', '03:00', '2022-03-13T10:00');
  check('2022-03-13', '24:00', '2022-03-14T07:00');
  check('2022-11-06', '01:30', '2022-11-06T08:30');
  check('2022-11-06', '02:00', '2022-11-06T10:00');
  // Skipped by the clock: half an hour after two, had it not been set forward.
  check('2022-03-13', '02:30', '2022-03-13T10:30');
});
