import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { permitRow, scheduleRow } from '../../test/soda-rows.ts';
import type { Snapshot, SnapshotRow } from '../schedule/snapshot.ts';
import { assembleSnapshot } from './assemble.ts';
import { findCity } from './cities.ts';
import { snapshotDigest } from './state.ts';

const { box } = findCity('sf');

function assemble(
  schedule: readonly unknown[],
  permits: readonly unknown[] = [permitRow()],
  asOf = '2022-01-19',
): Snapshot {
  return assembleSnapshot({ schedule, permits, asOf, box });
}

function firstRow(schedule: unknown, permits?: readonly unknown[]): SnapshotRow | undefined {
  return assemble([schedule], permits).rows[0];
}

function faults({ problems }: Snapshot): string[] {
  return problems.map(({ code, row, column, value }) => `${code} ${row} ${column} ${value}`);
}

const key = '21MFF-00106/1569152/5/10:00/15:00';

describe('assembleSnapshot', () => {
  it('puts a row into our own words, joined with its permit', () => {
    expect(assemble([scheduleRow({ applicant: '  Anzu To You ' })])).toEqual({
      rows: [
        {
          permit: '21MFF-00106',
          locationId: '1569152',
          weekday: 'friday',
          start24: '10:00',
          end24: '15:00',
          applicant: 'Anzu To You',
          address: '2535 TAYLOR ST',
          text: 'Set-up at 2535 Taylor St: 10:30am-10:35am',
          food: 'Japanese sandwiches',
          cold: false,
          latitude: 37.805885,
          longitude: -122.415945,
          standing: 'permitted',
          status: 'APPROVED',
          expiresOn: '2022-11-15',
          permitFood: 'Asian Fusion',
          facility: 'Truck',
          crossStreets: 'TAYLOR ST: BAY ST to NORTH POINT ST (2500 - 2599)',
          scheduleUrl: 'http://bsm.sfdpw.org/PermitsTracker/reports/report.aspx?params=permit=21MFF-00106',
        },
      ],
      problems: [],
    });
  });

  it('joins on the permit alone when no permit row has the location, and takes no cross streets from elsewhere', () => {
    const row = firstRow(scheduleRow({ locationid: '7' }));
    expect(row).toMatchObject({ status: 'APPROVED', standing: 'permitted', crossStreets: null });
  });

  it('takes the permit row that expires last when several could answer', () => {
    const permits = [
      permitRow({ objectid: '1', expirationdate: '2021-11-15' }),
      permitRow({ objectid: '2' }),
    ];
    expect(firstRow(scheduleRow(), permits)).toMatchObject({ expiresOn: '2022-11-15' });
    expect(firstRow(scheduleRow(), permits.toReversed())).toMatchObject({ expiresOn: '2022-11-15' });
  });

  it('leaves everything of the permit open when there is none', () => {
    expect(firstRow(scheduleRow(), [])).toMatchObject({ standing: 'unknown', status: null, expiresOn: null });
  });

  it('takes no address from a permit that is not one of the web', () => {
    expect(firstRow(scheduleRow(), [permitRow({ schedule: 'javascript:alert(1)' })])).toMatchObject({
      scheduleUrl: null,
    });
  });

  it('replaces half a surrogate pair and control characters', () => {
    expect(firstRow(scheduleRow({ optionaltext: 'taco\ud83c\u0000' }))).toMatchObject({ food: 'taco\ufffd' });
  });

  const unplaceable: [string, Record<string, unknown>, string][] = [
    ['no weekday', { dayofweekstr: null }, 'weekday-unknown #1 dayofweekstr '],
    ['a weekday nobody knows', { dayofweekstr: 'Someday' }, 'weekday-unknown #1 dayofweekstr Someday'],
    ['no start', { start24: null }, 'hours-unreadable #1 start24 -15:00'],
    ['hours in words', { end24: 'late' }, 'hours-unreadable #1 start24 10:00-late'],
    ['no permit number', { permit: null }, 'row-malformed #1 permit '],
    ['a location that is a record', { locationid: { id: 1 } }, 'row-malformed #1 locationid {"id":1}'],
  ];
  for (const [what, differences, fault] of unplaceable) {
    it(`records a problem and lists no row for ${what}`, () => {
      const snapshot = assemble([scheduleRow({ permit: '9' }), scheduleRow(differences)], []);
      expect(snapshot.rows).toHaveLength(1);
      expect(faults(snapshot)).toContain(fault.replace('#1', '#2'));
    });
  }

  const kept: [string, Record<string, unknown>, Partial<SnapshotRow>, string[]][] = [
    ['a short weekday', { dayofweekstr: 'Fri' }, { weekday: 'friday' }, []],
    ['a number for a text', { locationid: 1569152 }, { locationId: '1569152' }, []],
    ['a single digit hour', { start24: '9:00' }, { start24: '09:00' }, []],
    ['no note', { locationdesc: null }, { text: '' }, []],
    ['no address but the permit’s', { location: null }, { address: '2535 TAYLOR ST' }, []],
    [
      'a day number that disagrees',
      { dayorder: '3' },
      { weekday: 'friday' },
      [`weekday-disagrees ${key} dayorder 3`],
    ],
    [
      'no longitude',
      { longitude: null },
      { latitude: null, longitude: null },
      [`coordinates-missing ${key} longitude `],
    ],
    ['zero for a latitude', { latitude: '0' }, { latitude: null }, [`coordinates-missing ${key} latitude 0`]],
    [
      'a point elsewhere',
      { latitude: '40.7' },
      { latitude: null },
      [`coordinates-outside ${key} latitude 40.7,-122.415945`],
    ],
    [
      'a note that is a list',
      { locationdesc: ['a'] },
      { text: '' },
      [`row-malformed ${key} locationdesc ["a"]`],
    ],
  ];
  for (const [what, differences, expected, problems] of kept) {
    it(`keeps a row with ${what}`, () => {
      const snapshot = assemble([scheduleRow(differences), scheduleRow({ permit: '9' })]);
      expect(snapshot.rows[0]).toMatchObject(expected);
      expect(faults(snapshot)).toEqual(problems);
    });
  }

  it('takes a status the city never named as lapsed, with a problem', () => {
    const snapshot = assemble([scheduleRow()], [permitRow({ status: 'RENEWED' })]);
    expect(snapshot.rows[0]).toMatchObject({ standing: 'lapsed', status: 'RENEWED' });
    expect(faults(snapshot)).toEqual([`status-unknown ${key} status RENEWED`]);
  });

  it('lists the same row once and says so', () => {
    const snapshot = assemble([scheduleRow(), scheduleRow()]);
    expect(snapshot.rows).toHaveLength(1);
    expect(faults(snapshot)).toEqual([`key-repeated ${key} permit `]);
  });

  it('lists one of two rows for one entry, whichever comes first, and keeps what the other said', () => {
    const rows = [scheduleRow({ optionaltext: 'Tacos' }), scheduleRow({ optionaltext: 'Burritos' })];
    const snapshot = assemble(rows);
    expect(snapshot.rows).toMatchObject([{ food: 'Burritos' }]);
    expect(faults(snapshot)).toEqual([`key-repeated ${key} permit food: Tacos`]);
    expect(assemble(rows.toReversed())).toEqual(snapshot);
  });

  it('names a required column that is empty in the whole table', () => {
    const snapshot = assemble([scheduleRow({ start24: null }), scheduleRow({ start24: null, permit: '7' })]);
    expect(faults(snapshot)[0]).toBe('column-missing  start24 ');
  });

  it('survives whatever JSON comes, and gives the same snapshot each time', () => {
    const columns = fc.constantFrom(
      ...Object.keys(scheduleRow()),
      ...Object.keys(permitRow()),
      '__proto__',
      'constructor',
    );
    const cell = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.jsonValue({ stringUnit: 'binary' }),
      fc.constantFrom('Friday', '10:00', '37.8'),
    );
    const row = fc.oneof(
      fc.array(fc.tuple(columns, cell)).map((cells) => ({ ...scheduleRow(), ...Object.fromEntries(cells) })),
      fc.jsonValue(),
      fc.constant(JSON.parse('{"__proto__": {"permit": "1"}, "permit": "2"}') as unknown),
    );
    fc.assert(
      fc.property(fc.array(row), fc.array(row), (schedule, permits) => {
        const snapshot = assemble(schedule, permits);
        expect(assemble(schedule.toReversed(), permits.toReversed())).toEqual(snapshot);
        expect(snapshot.rows.length + snapshot.problems.length).toBeGreaterThanOrEqual(
          Math.min(schedule.length, 1),
        );
      }),
    );
  });
});

describe('snapshotDigest', () => {
  const anyRow = fc
    .record({
      permit: fc.constantFrom('21MFF-00106', '21MFF-00001', ''),
      locationid: fc.constantFrom('1', '2', '1569152'),
      dayofweekstr: fc.constantFrom('Monday', 'Friday', 'Never'),
      start24: fc.constantFrom('08:00', '10:00', 'soon'),
      latitude: fc.integer({ min: 37_700_000, max: 37_899_999 }).map((micro) => String(micro / 1e6)),
      optionaltext: fc.constantFrom('Tacos', 'Coffee'),
    })
    .map((differences) => scheduleRow(differences));
  const shuffledTwice = fc.array(anyRow).chain((rows) => {
    return fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length }));
  });

  it('does not depend on the order of the rows', () => {
    fc.assert(
      fc.property(shuffledTwice, ([rows, others]) => {
        expect(snapshotDigest(assemble(others))).toBe(snapshotDigest(assemble(rows)));
      }),
    );
  });

  it('does not depend on when the rows were written, nor on noise in the last digits of a coordinate', () => {
    fc.assert(
      fc.property(fc.array(anyRow), fc.double({ min: -1e-9, max: 1e-9, noNaN: true }), (rows, noise) => {
        const stamped = rows.map((row) => ({
          ...row,
          ':updated_at': '2026-11-20T00:00:00.000Z',
          addr_date_modified: '2026-11-20T00:00:00.000',
          latitude: String(Number(row['latitude']) + noise),
        }));
        expect(snapshotDigest(assemble(stamped))).toBe(snapshotDigest(assemble(rows)));
      }),
    );
  });

  it('depends on the as-of date only through standings', () => {
    const on = (asOf: string) => snapshotDigest(assemble([scheduleRow()], [permitRow()], asOf));
    expect(on('2022-02-20')).toBe(on('2022-01-19'));
    expect(on('2022-11-16')).not.toBe(on('2022-01-19'));
  });

  it('depends on every fact of a row and on its problems', () => {
    const base = snapshotDigest(assemble([scheduleRow()]));
    for (const differences of [
      { optionaltext: 'x' },
      { coldtruck: 'Y' },
      { latitude: '37.7' },
      { dayorder: '2' },
    ]) {
      expect(snapshotDigest(assemble([scheduleRow(differences)]))).not.toBe(base);
    }
  });
});
