import { describe, expect, it } from 'vitest';
import { row } from '../../test/schedule-rows.ts';
import { siteCity } from '../../test/site-city.ts';
import type { SnapshotRow } from '../schedule/snapshot.ts';
import type { Weekday } from '../schedule/week.ts';
import { truckDataOf } from '../site/truck-view.ts';
import { wordsAt } from './embed-now.ts';

function check(
  rows: readonly Partial<SnapshotRow>[],
  [weekday, minute]: readonly [Weekday, number],
  words: string,
): void {
  it(`says "${words}" on ${weekday} at minute ${minute}`, () => {
    const { entries } = truckDataOf(siteCity(rows.map((parts) => row(parts))))[0]!;
    expect(wordsAt(entries, { weekday, minute })).toBe(words);
  });
}

describe('wordsAt', () => {
  it('leaves out what begins on a closed day', () => {
    const { entries } = truckDataOf(siteCity([row(), row({ weekday: 'monday' })]))[0]!;
    const now = { weekday: 'friday', minute: 660 } as const;
    const next = 'Next: Monday, 10 am, 2535 Taylor St';
    expect(wordsAt(entries, now, (wait) => wait < 0)).toBe(next);
    expect(wordsAt(entries, now, (wait) => wait < 1440)).toBe(next);
    expect(wordsAt(entries, now, () => true)).toBe('');
  });

  const friday = [{}];
  check(friday, ['friday', 600], 'Permitted now: 2535 Taylor St, until 3 pm');
  check(friday, ['friday', 899], 'Permitted now: 2535 Taylor St, until 3 pm');
  check(friday, ['friday', 900], 'Next: Friday, 10 am, 2535 Taylor St');
  check(friday, ['friday', 599], 'Next: today, 10 am, 2535 Taylor St');
  check(friday, ['saturday', 0], 'Next: Friday, 10 am, 2535 Taylor St');
  const night = [{ weekday: 'saturday', start24: '20:00', end24: '02:00' }] as const;
  check(night, ['saturday', 1439], 'Permitted now: 2535 Taylor St, until 2 am');
  check(night, ['sunday', 119], 'Permitted now: 2535 Taylor St, until 2 am');
  check(night, ['sunday', 120], 'Next: Saturday, 8 pm, 2535 Taylor St');
  check([{ standing: 'lapsed' }], ['friday', 600], '');
});
