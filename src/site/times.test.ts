import { describe, expect, it } from 'vitest';
import { daysText, shortDaysText, shortWindow } from './times.ts';

describe('shortWindow', () => {
  it.each([
    [727, 731, '12:07–12:11 pm'],
    [720, 726, '12–12:06 pm'],
    [690, 720, '11:30 am–noon'],
    [630, 870, '10:30 am–2:30 pm'],
    [1200, 1560, '8 pm–2 am'],
    [1080, 1440, '6 pm–midnight'],
    [0, 120, 'midnight–2 am'],
    [540, 1979, '9 am–8:59 am'],
  ])('says %i to %i as %s', (start, end, words) => {
    expect(shortWindow({ start, end })).toBe(words);
  });
});

describe('daysText', () => {
  it('joins runs of three and more', () => {
    expect(daysText(['monday', 'tuesday', 'wednesday', 'thursday', 'friday'])).toBe('Monday to Friday');
    expect(daysText(['monday', 'tuesday'])).toBe('Monday and Tuesday');
    expect(daysText(['monday', 'wednesday', 'thursday', 'friday', 'sunday'])).toBe(
      'Monday, Wednesday to Friday and Sunday',
    );
    expect(daysText(['sunday'])).toBe('Sunday');
    expect(shortDaysText(['monday', 'tuesday', 'wednesday'])).toBe('Mon–Wed');
    expect(shortDaysText(['monday', 'friday'])).toBe('Mon, Fri');
  });
});
