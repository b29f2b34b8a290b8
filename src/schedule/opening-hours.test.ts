import fc from 'fast-check';
import OpeningHours from 'opening_hours';
import { describe, expect, it } from 'vitest';
import { row, snapshot } from '../../test/schedule-rows.ts';
import { indexWeek } from './open.ts';
import { openingHours, type WeeklyWindow } from './opening-hours.ts';
import { readCity } from './read-city.ts';
import { staysOf } from './stays.ts';
import { weekdays, type Weekday } from './week.ts';

const weekdaysOnly: readonly Weekday[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'];

describe('openingHours', () => {
  function check(expected: string, windows: readonly WeeklyWindow[]): void {
    it(`writes "${expected}"`, () => expect(openingHours(windows)).toBe(expected));
  }
  const lunch = { start: 660, end: 840 };
  check('', []);
  check('Mo-Fr 11:00-14:00', [{ days: weekdaysOnly, window: lunch }]);
  check('Mo-Th 11:00-14:00, Fr 11:00-14:00,20:00-26:00', [
    { days: weekdaysOnly, window: lunch },
    { days: ['friday'], window: { start: 1200, end: 1560 } },
  ]);
  check('Mo-Th 11:00-14:00; Sa,Su 11:00-14:00,16:00-17:00', [
    { days: [...weekdaysOnly.slice(0, 4), 'saturday', 'sunday'], window: lunch },
    { days: ['saturday', 'sunday'], window: { start: 960, end: 1020 } },
  ]);
  check('Mo,We,Sa,Su 11:00-14:00', [{ days: ['sunday', 'monday', 'wednesday', 'saturday'], window: lunch }]);
  check('Mo 00:00-24:00', [{ days: ['monday'], window: { start: 0, end: 1440 } }]);

  it('means to opening_hours.js what the hours of the week mean to us, at every quarter of an hour', () => {
    const rows = fc.array(
      fc.record({
        weekday: fc.constantFrom(...weekdays),
        start24: fc.constantFrom('00:00', '07:00', '11:00', '20:00', '22:00'),
        end24: fc.constantFrom('02:00', '05:00', '12:00', '21:00', '24:00'),
        text: fc.constantFrom('', '', '11:10am-11:50am, 8:30pm-9:15pm', '10pm-1am'),
      }),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(rows, (parts) => {
        const city = readCity(snapshot(parts.map((part) => row(part))));
        const stays = staysOf(city.entries).filter(({ listing }) => listing === 'open');
        const text = openingHours(stays.map(({ weekday, window }) => ({ days: [weekday], window })));
        const reader = text === '' ? null : new OpeningHours(text);
        const index = indexWeek(city);
        for (let quarter = 0; quarter < 7 * 96; quarter += 1) {
          const at = { weekday: weekdays[Math.floor(quarter / 96)]!, minute: (quarter % 96) * 15 };
          // A week without a change of clocks anywhere; the reader takes the machine's zone, and so do these parts.
          const date = new Date(2022, 0, 23, 0, at.minute + Math.floor(quarter / 96) * 1440);
          expect([text, at, reader?.getState(date) ?? false]).toEqual([
            text,
            at,
            index.openAt(at).length > 0,
          ]);
        }
      }),
      { numRuns: 60 },
    );
  });
});
