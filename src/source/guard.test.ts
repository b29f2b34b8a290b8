import { describe, expect, it } from 'vitest';
import { permitRow, scheduleRows } from '../../test/soda-rows.ts';
import type { SodaRow } from '../../test/soda-tables.ts';
import type { Snapshot } from '../schedule/snapshot.ts';
import { assembleSnapshot } from './assemble.ts';
import { findCity } from './cities.ts';
import { reasonsToRefuse } from './guard.ts';

const { box } = findCity('sf');

/** A snapshot of as many rows, the first `faulty` of them with these differences. */
function snapshot(count: number, faulty = 0, differences: SodaRow = {}): Snapshot {
  const schedule = scheduleRows(count).map((row, index) =>
    index < faulty ? { ...row, ...differences } : row,
  );
  return assembleSnapshot({ schedule, permits: [permitRow()], asOf: '2022-01-19', box });
}

function check(previous: Snapshot | null, next: Snapshot): string[] {
  return reasonsToRefuse(previous, { snapshot: next, permitRows: 1, doubts: [] });
}

describe('reasonsToRefuse', () => {
  it('finds none in a first snapshot without faults', () => {
    expect(check(null, snapshot(3))).toEqual([]);
  });

  it('allows a fall by 30 % and refuses a deeper one', () => {
    expect(check(snapshot(100), snapshot(70))).toEqual([]);
    expect(check(snapshot(100), snapshot(69))).toEqual(['the rows fell from 100 to 69, by 31.0 %']);
  });

  it('allows problems in 5 % of the rows and refuses more, with or without a previous snapshot', () => {
    expect(check(null, snapshot(100, 5, { dayorder: '0' }))).toEqual([]);
    expect(check(null, snapshot(100, 6, { dayorder: '0' }))).toEqual(['6 of 100 rows have problems, 6.0 %']);
  });

  it('counts rows that cannot be listed among all rows, each once', () => {
    expect(check(null, snapshot(100, 6, { start24: 'x', dayofweekstr: 'y' }))).toEqual([
      '6 of 100 rows have problems, 6.0 %',
    ]);
  });

  it('refuses rows outside the city beyond 5 %', () => {
    expect(check(null, snapshot(100, 6, { latitude: '40.7' }))).toEqual([
      '6 of 100 rows have problems, 6.0 %',
      '6 of 100 rows lie outside the city, 6.0 %',
    ]);
  });

  it('refuses when a column in use before is empty now', () => {
    expect(check(snapshot(30), snapshot(30, 30, { locationdesc: '' }))).toEqual([
      'the column text vanished: in use before, empty now',
    ]);
  });

  it('does not miss a column that was hardly ever filled', () => {
    expect(check(snapshot(30, 19, { coldtruck: 'Y' }), snapshot(30))).toEqual([]);
  });

  it('refuses an empty snapshot, an empty permit table and doubted answers, all at once', () => {
    const reasons = reasonsToRefuse(null, {
      snapshot: snapshot(0),
      permitRows: 0,
      doubts: ['the city counts 3'],
    });
    expect(reasons).toEqual([
      'the city counts 3',
      'no row of the schedule can be listed',
      'the permit table is empty',
    ]);
  });
});
