import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { row } from '../../test/schedule-rows.ts';
import { siteCity } from '../../test/site-city.ts';
import { indexWeek } from '../schedule/open.ts';
import type { SnapshotRow } from '../schedule/snapshot.ts';
import { weekdays } from '../schedule/week.ts';
import { clockFromMinutes } from '../schedule/clock-text.ts';
import { weekData } from '../site/week-file.ts';
import { openVisits, opensIn, windowAt } from './week.ts';

const visitsOf = (rows: readonly SnapshotRow[]) => openVisits(weekData(siteCity(rows)));
const minuteOf = (day: (typeof weekdays)[number], hour: number, minute = 0) =>
  weekdays.indexOf(day) * 1440 + hour * 60 + minute;

const anyRow = fc
  .record({
    weekday: fc.constantFrom(...weekdays),
    start: fc.integer({ min: 0, max: 23 }),
    end: fc.integer({ min: 0, max: 24 }),
    locationId: fc.constantFrom('1', '2', '3'),
    applicant: fc.constantFrom('A', 'B', 'C'),
    standing: fc.constantFrom('permitted', 'renewing', 'unknown', 'lapsed'),
    text: fc.constantFrom('', '10:05am-10:20am', '11pm-11:30pm, 9am-9:01am'),
  })
  .map(({ start, end, locationId, ...rest }) => {
    const address = `${locationId}00 CLAY ST`;
    return row({
      ...rest,
      locationId,
      address,
      start24: clockFromMinutes(start * 60),
      end24: clockFromMinutes(end * 60),
    });
  });
const anyRows = fc.uniqueArray(anyRow, {
  maxLength: 12,
  selector: ({ locationId, weekday, start24, end24 }) => [locationId, weekday, start24, end24].join(),
});

describe('openVisits', () => {
  it('knows who is open at every minute, as the schedule does', () => {
    fc.assert(
      fc.property(anyRows, fc.integer({ min: 0, max: 10_079 }), (rows, minute) => {
        const weekday = weekdays[Math.floor(minute / 1440)] ?? 'sunday';
        const open = indexWeek(siteCity(rows).city).openAt({ weekday, minute: minute % 1440 });
        const expected = new Set(open.map((entry) => `${entry.truck.slug} ${entry.place.slug}`));
        const found = visitsOf(rows).filter((visit) => windowAt(visit, minute) !== null);
        expect(new Set(found.map((visit) => `${visit.truck.slug} ${visit.place.slug}`))).toEqual(expected);
      }),
    );
  });

  it('joins a night that the city splits at midnight, also at the end of the week', () => {
    for (const [evening, morning] of [
      ['friday', 'saturday'],
      ['saturday', 'sunday'],
    ] as const) {
      const visits = visitsOf([
        row({ weekday: evening, start24: '20:00', end24: '24:00' }),
        row({ weekday: morning, start24: '00:00', end24: '02:00' }),
      ]);
      expect(visits).toHaveLength(1);
      expect(windowAt(visits[0]!, minuteOf(evening, 23))?.end).toBe(180);
    }
  });
});

describe('opensIn', () => {
  it('counts the minutes until the next opening, within a limit and over the end of the week', () => {
    const [visit] = visitsOf([row({ weekday: 'sunday', start24: '00:00', end24: '02:00' })]);
    expect(opensIn(visit!, minuteOf('saturday', 23, 40), 60)).toBe(20);
    expect(opensIn(visit!, minuteOf('saturday', 22), 60)).toBeNull();
    expect(opensIn(visit!, minuteOf('sunday', 1), 60)).toBeNull();
  });
});
