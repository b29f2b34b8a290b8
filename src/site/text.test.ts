import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countText, cutText, groupDigits } from './text.ts';

describe('cutText', () => {
  it('cuts between words and says that it did', () => {
    expect(cutText('tacos, burritos, tortas', 17)).toBe('tacos, burritos…');
    expect(cutText('tacos', 5)).toBe('tacos');
    expect(cutText('x'.repeat(50), 10)).toBe(`${'x'.repeat(10)}…`);
  });

  it('stays within its bound and never leaves half a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 40 }), (text, length) => {
        const cut = cutText(text, length);
        expect(cut.length).toBeLessThanOrEqual(Math.max(length + 1, 0));
        if (text.isWellFormed()) expect(cut.isWellFormed()).toBe(true);
      }),
    );
  });
});

describe('countText', () => {
  it('groups digits without asking the machine', () => {
    expect([countText(1, 'truck'), countText(2809, 'row'), groupDigits(1234567)]).toEqual([
      '1 truck',
      '2,809 rows',
      '1,234,567',
    ]);
  });
});
