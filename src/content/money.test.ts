import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountFrom, formatAmount } from './money.ts';

describe('amountFrom', () => {
  it.each([
    ['9.50', 'USD', 950],
    ['9', 'USD', 900],
    ['0.05', 'USD', 5],
    ['999999.99', 'USD', 99_999_999],
    ['950', 'JPY', 950],
  ] as const)('reads %s %s as %d', (text, currency, minor) => {
    expect(amountFrom(text, currency)).toEqual({ minor, currency });
  });

  it.each(['9.5', '9.505', '.50', '9.', '$9.50', '9,50', '-1.00', '1e3', '', ' 9', '1000000'])(
    'refuses "%s"',
    (text) => expect(amountFrom(text, 'USD')).toBeNull(),
  );

  it('refuses a fraction of a currency that has none', () => {
    expect(amountFrom('950.00', 'JPY')).toBeNull();
  });

  it('reads every amount to the last digit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (minor) => {
        const text = `${Math.floor(minor / 100)}.${String(minor % 100).padStart(2, '0')}`;
        expect(amountFrom(text, 'USD')).toEqual({ minor, currency: 'USD' });
      }),
    );
  });
});

describe('formatAmount', () => {
  it('writes what readers write', () => {
    expect(formatAmount({ minor: 950, currency: 'USD' })).toBe('$9.50');
    expect(formatAmount({ minor: 5, currency: 'USD' })).toBe('$0.05');
    expect(formatAmount({ minor: 950, currency: 'JPY' })).toBe('¥950');
  });
});
