import { describe, expect, it } from 'vitest';
import { row, snapshot } from '../../test/schedule-rows.ts';
import { formatWindow } from './format.ts';
import { readCity } from './read-city.ts';
import type { SnapshotRow } from './snapshot.ts';
import { staysByEntry, staysOf } from './stays.ts';
import type { Weekday } from './week.ts';

type Hours = readonly [Weekday, string, string];

function rowsOf(hours: readonly Hours[], parts: Partial<SnapshotRow> = {}): SnapshotRow[] {
  return hours.map(([weekday, start24, end24]) => row({ weekday, start24, end24, ...parts }));
}

function written(rows: readonly SnapshotRow[]): readonly string[] {
  return staysOf(readCity(snapshot(rows)).entries).map(
    ({ weekday, window }) => `${weekday} ${formatWindow(window)}`,
  );
}

describe('staysOf', () => {
  function check(title: string, hours: readonly Hours[], expected: readonly string[]): void {
    it(title, () => expect(written(rowsOf(hours))).toEqual(expected));
  }
  const friday: Hours = ['friday', '20:00', '24:00'];
  const saturday: Hours = ['saturday', '00:00', '02:00'];
  check('joins two rows that meet at midnight', [friday, saturday], ['friday 8 pm – 2 am']);
  check(
    'joins Saturday night with Sunday',
    [
      ['saturday', '20:00', '24:00'],
      ['sunday', '00:00', '02:00'],
    ],
    ['saturday 8 pm – 2 am'],
  );
  it('lets a stop after midnight of a late row begin on the day it does', () => {
    const late = row({ start24: '20:00', end24: '02:00', text: '12:30am-1:30am' });
    expect(written([late])).toEqual(['saturday 12:30 am – 1:30 am']);
  });
  check('keeps a morning without an evening', [saturday], ['saturday midnight – 2 am']);
  check(
    'keeps an evening that ends before',
    [['friday', '20:00', '23:00'], saturday],
    ['friday 8 pm – 11 pm', 'saturday midnight – 2 am'],
  );
  check(
    'unites rows of one day that touch',
    [
      ['friday', '10:00', '12:00'],
      ['friday', '12:00', '15:00'],
    ],
    ['friday 10 am – 3 pm'],
  );
  check(
    'does not run whole days together',
    [
      ['friday', '00:00', '24:00'],
      ['saturday', '00:00', '24:00'],
    ],
    ['friday midnight – midnight', 'saturday midnight – midnight'],
  );

  it('keeps places, trucks and listings apart', () => {
    const others = [{ address: '1 MAIN ST' }, { applicant: 'Other' }, { standing: 'lapsed' }] as const;
    for (const parts of others) {
      expect(written([...rowsOf([friday]), ...rowsOf([saturday], parts)])).toHaveLength(2);
    }
  });
});

describe('staysByEntry', () => {
  it('gives both rows of a night the same stay', () => {
    const city = readCity(
      snapshot(
        rowsOf([
          ['friday', '20:00', '24:00'],
          ['saturday', '00:00', '02:00'],
        ]),
      ),
    );
    const stays = staysByEntry(city);
    const [evening, morning] = city.entries.map((entry) => stays.get(entry));
    expect(evening).toHaveLength(1);
    expect(morning).toEqual(evening);
  });
});
