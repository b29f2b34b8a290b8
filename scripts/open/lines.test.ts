import { describe, expect, it } from 'vitest';
import { readCity } from '../../src/schedule/read-city.ts';
import type { SnapshotRow } from '../../src/schedule/snapshot.ts';
import { row, snapshot } from '../../test/schedule-rows.ts';
import { linesOf, plainText } from './lines.ts';
import { sightingsAt } from './sightings.ts';

function soups(changes: Partial<SnapshotRow> = {}): SnapshotRow {
  return row({
    applicant: 'Anchor Soups',
    address: '401 CLAY ST',
    start24: '11:00',
    end24: '14:00',
    ...changes,
  });
}

const fridayNoon = { weekday: 'friday', minute: 720 } as const;

function linesAt(
  at: Parameters<typeof sightingsAt>[1],
  columns: number | null,
  ...rows: SnapshotRow[]
): string[] {
  return linesOf(sightingsAt(readCity(snapshot(rows)), at), columns);
}

describe('the list', () => {
  it('names truck, place and closing time, A–Z, and marks times that are whole hours only', () => {
    const lines = linesAt(
      fridayNoon,
      null,
      soups({ applicant: 'Willet Tea', locationId: '2', text: '11:30am-2:30pm' }),
      soups(),
      soups({ applicant: 'anchor 2', locationId: '3', address: '1 MARKET ST', end24: '13:00' }),
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
      soups(),
      soups({ locationId: '2', end24: '15:00' }),
      soups({ locationId: '3', address: '2 PINE ST' }),
    );
    expect(lines).toEqual([
      'Anchor Soups  2 Pine St    ≈ until 2 pm',
      'Anchor Soups  401 Clay St  ≈ until 3 pm',
    ]);
  });

  it('leaves out lapsed permits, conflicts, and who has just closed or not yet opened', () => {
    const other = [
      soups({ standing: 'lapsed', locationId: '2' }),
      soups({ text: '7:00am-7:10am', locationId: '3' }),
      soups({ end24: '12:00', locationId: '4' }),
      soups({ text: '12:05pm-12:10pm', locationId: '5' }),
      soups({ weekday: 'saturday', locationId: '6' }),
    ];
    expect(linesAt(fridayNoon, null, ...other)).toEqual([]);
  });

  it('keeps renewing and unknown permits', () => {
    const rows = [
      soups({ standing: 'renewing' }),
      soups({ standing: 'unknown', applicant: 'Zephyr', locationId: '2' }),
    ];
    expect(linesAt(fridayNoon, null, ...rows)).toHaveLength(2);
  });

  it('joins rows that meet at midnight, from Saturday into Sunday too', () => {
    const rows = [
      soups({ weekday: 'saturday', start24: '20:00', end24: '24:00' }),
      soups({ weekday: 'sunday', start24: '00:00', end24: '02:00' }),
    ];
    expect(linesAt({ weekday: 'saturday', minute: 1380 }, null, ...rows)).toEqual([
      'Anchor Soups  401 Clay St  ≈ until 2 am',
    ]);
    const night = soups({ weekday: 'saturday', start24: '20:00', end24: '02:00' });
    expect(linesAt({ weekday: 'sunday', minute: 60 }, null, night)).toEqual([
      'Anchor Soups  401 Clay St  ≈ until 2 am',
    ]);
  });

  it.each([20, 40, 60, 80, 200])('fits into %i columns', (columns) => {
    const rows = [
      soups({ applicant: `${'Very '.repeat(20)}Long`, address: `1 ${'VERY '.repeat(20)}LONG ST` }),
      soups({ applicant: '夜市夜市夜市夜市夜市', locationId: '2' }),
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
    const hostile = soups({
      applicant: '\u001b]0;title\u0007Bobby \u202eburgers',
      address: '1 \u001b[2JMARKET ST',
    });
    expect(linesAt(fridayNoon, null, hostile).join('')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });
});
