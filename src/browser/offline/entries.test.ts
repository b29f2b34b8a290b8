import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { row } from '../../../test/schedule-rows.ts';
import { siteCity } from '../../../test/site-city.ts';
import { clockFromMinutes } from '../../schedule/clock-text.ts';
import { weekdays } from '../../schedule/week.ts';
import type { EntryView } from '../../site/entry-view.ts';
import { openEntries } from '../../site/hours.ts';
import { weekData } from '../../site/week-file.ts';
import { entriesOf } from './entries.ts';

const anyRow = fc
  .record({
    weekday: fc.constantFrom(...weekdays),
    start: fc.integer({ min: 0, max: 23 }),
    end: fc.integer({ min: 0, max: 24 }),
    locationId: fc.constantFrom('1', '2', '3'),
    applicant: fc.constantFrom('A', 'B', 'C'),
    standing: fc.constantFrom('permitted', 'renewing', 'unknown', 'lapsed'),
    cold: fc.boolean(),
    latitude: fc.constantFrom(null, 37.79, 37.81234),
    text: fc.constantFrom('', '10:05am-10:20am', '11pm-11:30pm, 9am-9:01am'),
  })
  .map(({ start, end, locationId, latitude, ...rest }) =>
    row({
      ...rest,
      locationId,
      latitude,
      longitude: latitude === null ? null : -122.4,
      address: `${locationId}00 CLAY ST`,
      start24: clockFromMinutes(start * 60),
      end24: clockFromMinutes(end * 60),
    }),
  );

/** What a page says of a row, as text; equal rows are one visit of the week file. */
function facts(entries: readonly EntryView[]): string[] {
  const texts = entries.map(({ truck, place, day, windows, certainty, standing, cold }) =>
    JSON.stringify([truck.name, truck.slug, place, day, windows, certainty, standing, cold]),
  );
  return [...new Set(texts)].sort();
}

describe('entriesOf', () => {
  it('gives back from the week file the rows that the pages are made of', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 12 }), (rows) => {
        const site = siteCity(rows);
        expect(facts(entriesOf(weekData(site)))).toEqual(facts(openEntries(site)));
      }),
    );
  });
});
