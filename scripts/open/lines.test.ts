import { describe, expect, it } from 'vitest';
import { readCity } from '../../src/schedule/read-city.ts';
import type { SnapshotRow } from '../../src/schedule/snapshot.ts';
import { linesOf, plainText } from './lines.ts';
import { sightingsAt } from './sightings.ts';

function row(changes: Partial<SnapshotRow> = {}): SnapshotRow {
  return {
    permit: '26MFF-00001', locationId: '1', weekday: 'friday', start24: '11:00', end24: '14:00', applicant: 'Anchor Soups',
    address: '401 CLAY ST', text: '', food: 'Soup', cold: false, latitude: 37.79, longitude: -122.4, standing: 'permitted',
    status: 'APPROVED', expiresOn: null, permitFood: null, facility: null, crossStreets: null, scheduleUrl: null, ...changes,
  }; // prettier-ignore
}

const fridayNoon = { weekday: 'friday', minute: 720 } as const;

function linesAt(
  at: Parameters<typeof sightingsAt>[1],
  columns: number | null,
  ...rows: SnapshotRow[]
): string[] {
  return linesOf(sightingsAt(readCity({ rows, problems: [] }), at), at, columns);
}

describe('the list', () => {
  it('names truck, place and closing time, A–Z, and marks times that are whole hours only', () => {
    const lines = linesAt(
      fridayNoon,
      null,
      row({ applicant: 'Willet Tea', locationId: '2', text: '11:30am-2:30pm' }),
      row(),
      row({ applicant: 'anchor 2', locationId: '3', address: '1 MARKET ST', end24: '13:00' }),
    );
    expect(lines).toEqual([
      'anchor 2      1 Market St  ≈ until 1 pm',
      'Anchor Soups  401 Clay St  ≈ until 2 pm',
      'Willet Tea    401 Clay St    until 2:30 pm',
    ]);
  });

  it('lists the same truck at every place, and once at each', () => {
    const lines = linesAt(
      fridayNoon,
      null,
      row(),
      row({ locationId: '2', end24: '15:00' }),
      row({ locationId: '3', address: '2 PINE ST' }),
    );
    expect(lines).toEqual([
      'Anchor Soups  2 Pine St    ≈ until 2 pm',
      'Anchor Soups  401 Clay St  ≈ until 3 pm',
    ]);
  });

  it('leaves out lapsed permits, conflicts, and who has just closed or not yet opened', () => {
    const other = [
      row({ standing: 'lapsed', locationId: '2' }),
      row({ text: '7:00am-7:10am', locationId: '3' }),
      row({ end24: '12:00', locationId: '4' }),
      row({ text: '12:05pm-12:10pm', locationId: '5' }),
      row({ weekday: 'saturday', locationId: '6' }),
    ];
    expect(linesAt(fridayNoon, null, ...other)).toEqual([]);
  });

  it('keeps renewing and unknown permits', () => {
    const rows = [
      row({ standing: 'renewing' }),
      row({ standing: 'unknown', applicant: 'Zephyr', locationId: '2' }),
    ];
    expect(linesAt(fridayNoon, null, ...rows)).toHaveLength(2);
  });

  it('joins rows that meet at midnight, from Saturday into Sunday too', () => {
    const rows = [
      row({ weekday: 'saturday', start24: '20:00', end24: '24:00' }),
      row({ weekday: 'sunday', start24: '00:00', end24: '02:00' }),
    ];
    expect(linesAt({ weekday: 'saturday', minute: 1380 }, null, ...rows)).toEqual([
      'Anchor Soups  401 Clay St  ≈ until 2 am',
    ]);
    const night = row({ weekday: 'saturday', start24: '20:00', end24: '02:00' });
    expect(linesAt({ weekday: 'sunday', minute: 60 }, null, night)).toEqual([
      'Anchor Soups  401 Clay St  ≈ until 2 am',
    ]);
  });

  it('says so when a truck never closes', () => {
    const always = (['friday', 'saturday'] as const).map((weekday) =>
      row({ weekday, start24: '00:00', end24: '24:00' }),
    );
    expect(linesAt(fridayNoon, null, ...always)).toEqual(['Anchor Soups  401 Clay St  ≈ around the clock']);
  });

  it.each([20, 40, 60, 80, 200])('fits into %i columns', (columns) => {
    const rows = [
      row({ applicant: `${'Very '.repeat(20)}Long`, address: `1 ${'VERY '.repeat(20)}LONG ST` }),
      row({ applicant: '夜市夜市夜市夜市夜市', locationId: '2' }),
    ];
    for (const line of linesAt(fridayNoon, columns, ...rows)) {
      const wide = line.match(/[\u3000-\u9fff]/g)?.length ?? 0;
      expect(line.length + wide).toBeLessThanOrEqual(columns);
    }
  });

  it('lets no control character, escape sequence or direction mark through', () => {
    expect(plainText('a\u001b[31mred\u001b[0m\u0007\r\nb\u009b2Jc \u202etxt\u2066 \u200f!\ud800')).toBe(
      'ared bc txt !\ufffd',
    );
    const hostile = row({
      applicant: '\u001b]0;title\u0007Bobby \u202eburgers',
      address: '1 \u001b[2JMARKET ST',
    });
    expect(linesAt(fridayNoon, null, hostile).join('')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });
});
