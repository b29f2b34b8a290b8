import { expect, it, describe } from 'vitest';
import { entryKey } from './entry-key.ts';

describe('entryKey', () => {
  it('joins what tells a row from all others', () => {
    const parts = { permit: '21MFF-00106', locationId: '1569152', start24: '10:00', end24: '15:00' } as const;
    expect(entryKey({ ...parts, weekday: 'friday' })).toBe('21MFF-00106/1569152/5/10:00/15:00');
    expect(entryKey({ ...parts, weekday: 'sunday' })).toBe('21MFF-00106/1569152/0/10:00/15:00');
  });
});
