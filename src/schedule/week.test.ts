import { describe, expect, it } from 'vitest';
import { isWeekday, weekdayAfter } from './week.ts';

describe('weekdayAfter', () => {
  it('wraps both ways', () => {
    expect(weekdayAfter('saturday', 1)).toBe('sunday');
    expect(weekdayAfter('sunday', -1)).toBe('saturday');
    expect(weekdayAfter('monday', 700)).toBe('monday');
  });
});

describe('isWeekday', () => {
  it('knows our spelling only', () => {
    expect(isWeekday('friday')).toBe(true);
    expect(isWeekday('Friday')).toBe(false);
  });
});
