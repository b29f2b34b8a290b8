import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { weekdays } from '../schedule/week.ts';
import { isOpenAt } from '../schedule/overlap.ts';
import { turnAt, type When } from './turn.ts';

const [sunday, friday, saturday, weekdaysOnly] = [1, 32, 64, 62];
const at = (day: number, hour: number, minute = 0) => day * 1440 + hour * 60 + minute;

describe('turnAt', () => {
  it('tells the wait for the stop that comes first', () => {
    const stops = [
      { days: weekdaysOnly, start: 720, length: 10 },
      { days: friday, start: 705, length: 5 },
    ];
    expect(turnAt(stops, at(5, 11, 20))).toEqual({ on: [], next: { stop: stops[1], wait: 25 } });
    expect(turnAt(stops, at(5, 13)).next).toEqual({ stop: stops[0], wait: at(3, 0) - 60 });
  });

  it('leaves out what is not held, by when it begins', () => {
    const stops = [{ days: weekdaysOnly, start: 720, length: 60 }];
    const waits: number[] = [];
    const { on, next } = turnAt(stops, at(5, 12, 30), (_, wait) => waits.push(wait) > 0 && wait > 0);
    expect([on, next?.wait]).toEqual([[], 3 * 1440 - 30]);
    expect(Math.min(...waits)).toBe(-30);
  });

  it('holds from the first minute to the one before the last', () => {
    const stops = [{ days: friday, start: 705, length: 5 }];
    expect(turnAt(stops, at(5, 11, 45)).on[0]?.left).toBe(5);
    expect(turnAt(stops, at(5, 11, 49)).on[0]?.left).toBe(1);
    expect(turnAt(stops, at(5, 11, 50)).on).toEqual([]);
  });

  it('runs over midnight, and from Saturday into Sunday', () => {
    const night = [{ days: saturday, start: 1200, length: 360 }];
    expect(turnAt(night, at(6, 23, 59)).on[0]?.left).toBe(121);
    expect(turnAt(night, at(0, 1)).on[0]?.left).toBe(60);
    expect(turnAt(night, at(0, 2)).next?.wait).toBe(at(6, 18));
    expect(turnAt([{ days: sunday, start: 0, length: 60 }], at(6, 23, 59)).next?.wait).toBe(1);
  });

  it('names what stays longest first', () => {
    const stops = [
      { days: friday, start: 600, length: 120 },
      { days: friday, start: 660, length: 240 },
    ];
    expect(turnAt(stops, at(5, 11, 30)).on.map(({ left }) => left)).toEqual([210, 30]);
  });

  it('says the same as the schedule at any minute', () => {
    const when = fc.record({
      days: fc.integer({ min: 1, max: 127 }),
      start: fc.integer({ min: 0, max: 1439 }),
      length: fc.integer({ min: 1, max: 1440 }),
    });
    fc.assert(
      fc.property(when, fc.integer({ min: 0, max: 10_079 }), (stop: When, minute) => {
        const moment = { weekday: weekdays[Math.floor(minute / 1440)]!, minute: minute % 1440 };
        const window = { start: stop.start, end: stop.start + stop.length };
        const isOpen = weekdays.some(
          (weekday, day) => (stop.days & (1 << day)) !== 0 && isOpenAt([window], weekday, moment),
        );
        expect(turnAt([stop], minute).on.length > 0).toBe(isOpen);
      }),
    );
  });
});
