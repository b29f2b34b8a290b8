import { describe, expect, it } from 'vitest';
import { formatHour, formatShortWeekday, formatWeekHour } from './format-hour.ts';

describe('formatHour', () => {
  it.each(
    Object.entries({
      0: 'midnight to 1 am',
      9: '9 to 10 am',
      11: '11 am to noon',
      12: 'noon to 1',
      13: '1 to 2 pm',
      23: '11 pm to midnight',
    }),
  )('writes %s as "%s"', (hour, written) => expect(formatHour(Number(hour))).toBe(written));
});

describe('formatWeekHour', () => {
  it('names day and hour', () => {
    expect(formatWeekHour({ weekday: 'friday', hour: 12 })).toBe('Friday, noon to 1');
  });
});

describe('formatShortWeekday', () => {
  it('keeps three letters', () => expect(formatShortWeekday('thursday')).toBe('Thu'));
});
