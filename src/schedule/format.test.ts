import { describe, expect, it } from 'vitest';
import * as format from './format.ts';

function table(write: (value: number) => string, cases: Readonly<Record<number, string>>): void {
  for (const [value, expected] of Object.entries(cases)) {
    it(`writes ${value} as "${expected}"`, () => expect(write(Number(value))).toBe(expected));
  }
}

describe('formatTime', () => {
  table(format.formatTime, {
    0: 'midnight',
    5: '12:05 am',
    360: '6 am',
    630: '10:30 am',
    720: 'noon',
    730: '12:10 pm',
    1080: '6 pm',
    1440: 'midnight',
    1560: '2 am',
    2160: 'noon',
  });
});

describe('formatMinutes', () => {
  table(format.formatMinutes, { 0: '0 min', 25: '25 min', 60: '1 h', 65: '1 h 5 min' });
});

describe('formatWindow', () => {
  it('writes both ends with their halves of the day', () => {
    expect(format.formatWindow({ start: 630, end: 870 })).toBe('10:30 am – 2:30 pm');
    expect(format.formatWindow({ start: 1200, end: 1560 })).toBe('8 pm – 2 am');
  });
});

describe('formatUntil', () => {
  it('names the closing time', () => expect(format.formatUntil(1080)).toBe('until 6 pm'));
});
