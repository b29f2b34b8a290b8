import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { row, snapshot } from '../../test/schedule-rows.ts';
import { countEntries, indexWeek, listingOf } from './open.ts';
import { readCity } from './read-city.ts';
import type { SnapshotRow } from './snapshot.ts';
import { weekdays } from './week.ts';
import { isOpenAt, overlapsHour } from './overlap.ts';
import type { Weekday } from './week.ts';

const anyRow = fc
  .record({
    permit: fc.string({ minLength: 1 }),
    weekday: fc.constantFrom(...weekdays),
    start24: fc.constantFrom('00:00', '06:00', '10:00', '20:00', '23:00'),
    end24: fc.constantFrom('00:00', '02:00', '11:00', '20:00', '24:00'),
    text: fc.constantFrom('', '10:05am-10:10am', '9:40am-11:20am & 10pm-3am', '1am-2am (Sat)'),
    standing: fc.constantFrom('permitted', 'renewing', 'unknown', 'lapsed'),
  })
  .map((parts) => row(parts));

function indexOf(...rows: Partial<SnapshotRow>[]): ReturnType<typeof indexWeek> {
  return indexWeek(readCity(snapshot(rows.map((parts, index) => row({ permit: `P${index}`, ...parts })))));
}

describe('indexWeek', () => {
  it('lists an entry in an hour exactly when a window overlaps it, in one list', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 6 }), (rows) => {
        const city = readCity(snapshot(rows));
        const index = indexWeek(city);
        for (const weekday of weekdays) {
          for (let hour = 0; hour < 24; hour += 1) {
            const at = { weekday, hour };
            const lists = index.at(at);
            for (const listing of ['open', 'conflict', 'lapsed'] as const) {
              const expected = city.entries.filter((entry) => {
                const touches = entry.windows.some((window) => overlapsHour(window, entry.weekday, at));
                return touches && listingOf(entry) === listing;
              });
              expect(lists[listing].map(({ key }) => key).sort()).toEqual(expected.map(({ key }) => key));
            }
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  it('lists an entry as open in an hour iff it is open at some minute of the hour', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 4 }), fc.constantFrom(...weekdays), (rows, weekday) => {
        const index = indexWeek(readCity(snapshot(rows)));
        for (let hour = 0; hour < 24; hour += 1) {
          const minutes = Array.from({ length: 60 }, (_, minute) => ({
            weekday,
            minute: hour * 60 + minute,
          }));
          const open = new Set(minutes.flatMap((minute) => index.openAt(minute)));
          expect(new Set(index.at({ weekday, hour }).open)).toEqual(open);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('parts what is open from the disagreements of the city and from lapsed permits', () => {
    const lists = indexOf(
      {},
      { text: '7am-8am' },
      { standing: 'lapsed' },
      { standing: 'lapsed', text: '7am-8am' },
    ).at({
      weekday: 'friday',
      hour: 12,
    });
    expect(lists.open.map(({ permit }) => permit)).toEqual(['P0']);
    expect(lists.conflict.map(({ permit }) => permit)).toEqual(['P1']);
    expect(lists.lapsed.map(({ permit }) => permit)).toEqual(['P2', 'P3']);
  });

  it('lists by truck, then place, whatever the keys are', () => {
    const lists = indexOf(
      { applicant: 'b' },
      { applicant: 'A', address: '10 Z' },
      { applicant: 'A', address: '9 Z' },
    );
    const { open } = lists.at({ weekday: 'friday', hour: 12 });
    expect(open.map(({ permit }) => permit)).toEqual(['P2', 'P1', 'P0']);
  });

  it('wraps Saturday night into Sunday', () => {
    const index = indexOf({ weekday: 'saturday', start24: '20:00', end24: '02:00' });
    const open = (weekday: Weekday, hour: number): number => index.at({ weekday, hour }).open.length;
    expect([open('saturday', 23), open('sunday', 1), open('sunday', 2)]).toEqual([1, 1, 0]);
    expect(index.openAt({ weekday: 'sunday', minute: 119 }).length).toBe(1);
    expect(index.openAt({ weekday: 'sunday', minute: 120 }).length).toBe(0);
  });
});

describe('countEntries', () => {
  it('counts trucks and stops apart', () => {
    const { entries } = readCity(
      snapshot([row({ locationId: '1' }), row({ locationId: '2', address: '1 MAIN ST' })]),
    );
    expect(countEntries(entries)).toEqual({ trucks: 1, stops: 2 });
    expect(isOpenAt(entries[0]?.windows ?? [], 'friday', { weekday: 'friday', minute: 600 })).toBe(true);
  });
});
