import { describe, expect, it } from 'vitest';
import { expandedByIcalJs, expandedByNodeIcal } from '../../test/calendar-reader.ts';
import { row } from '../../test/schedule-rows.ts';
import { sharedData } from '../../test/shared-data.ts';
import { contentWith, siteCity } from '../../test/site-city.ts';
import type { SnapshotRow } from '../schedule/snapshot.ts';
import { cityDate, instantOf } from '../schedule/clock.ts';
import { indexWeek } from '../schedule/open.ts';
import { weekdays } from '../schedule/week.ts';
import { assembleSnapshot } from '../source/assemble.ts';
import { cities } from '../source/cities.ts';
import { calendarText } from './calendar.ts';
import { placeCalendars, truckCalendars } from './calendar-files.ts';

const zone = 'America/Los_Angeles';
const addressOf = (page: string) => `https://curbside.example${page}`;

function calendars(rows: readonly SnapshotRow[], over: Parameters<typeof siteCity>[1] = {}): string[] {
  return truckCalendars(siteCity(rows, over)).map(({ props }) => calendarText(props.view(), addressOf));
}

/** The only truck's calendar. */
function calendar(...rows: readonly Partial<SnapshotRow>[]): string {
  return calendars(rows.map((parts) => row(parts)))[0]!;
}

function valuesOf(text: string, property: string): string[] {
  // The zone has rules and dates too.
  const lines = text
    .replaceAll('\r\n ', '')
    .replace(/BEGIN:VTIMEZONE.*END:VTIMEZONE/s, '')
    .split('\r\n');
  return lines.filter((line) => line.startsWith(property)).map((line) => line.slice(line.indexOf(':') + 1));
}

describe('calendarText', () => {
  it('makes one event of weekdays that are alike', () => {
    const text = calendar(
      { weekday: 'friday' },
      { weekday: 'monday' },
      { weekday: 'sunday', end24: '16:00' },
    );
    expect(valuesOf(text, 'RRULE').map((rule) => /BYDAY=([\w,]+)/.exec(rule)![1])).toEqual(['MO,FR', 'SU']);
  });

  it('makes one event of a night that the city splits at midnight', () => {
    const text = calendar(
      { weekday: 'friday', start24: '20:00', end24: '24:00' },
      { weekday: 'saturday', start24: '00:00', end24: '02:00' },
    );
    expect(valuesOf(text, 'DURATION')).toEqual(['PT6H']);
    expect(expandedByIcalJs(text, '2022-01-01', '2022-01-09').map(({ start }) => start)).toEqual([
      '2022-01-07T20:00',
    ]);
  });

  it('has no event on a day on which the owner is closed, in both readers, for the truck and for the place', () => {
    const rows = [
      row({ weekday: 'friday' }),
      row({ weekday: 'monday' }),
      row({ weekday: 'saturday', start24: '22:00', end24: '02:00' }),
      row({ weekday: 'friday', applicant: 'Beta', permit: 'B' }),
    ];
    const owner = { truck: 'anzu-to-you', closed: [{ from: '2022-01-21', to: '2022-01-24' }] };
    const site = siteCity(rows, { content: contentWith(owner) });
    const [from, to] = ['2022-01-14', '2022-02-01'];
    for (const [page] of [truckCalendars(site), placeCalendars(site)]) {
      const text = calendarText(page!.props.view(), addressOf);
      const own = expandedByIcalJs(text, from, to).filter(({ summary }) => summary.startsWith('Anzu'));
      expect(own.map(({ start }) => start.slice(5)).sort()).toEqual([
        '01-14T10:00',
        '01-15T22:00',
        '01-17T10:00',
        '01-28T10:00',
        '01-29T22:00',
        '01-31T10:00',
      ]);
      const others = expandedByIcalJs(text, from, to).filter(({ summary }) => summary.startsWith('Beta'));
      const instants = [...own, ...others].map(({ instant }) => instant.getTime()).sort();
      const read = expandedByNodeIcal(text, instantOf(zone, from, 0), instantOf(zone, to, 0));
      expect(read.map(({ instant }) => instant.getTime()).sort()).toEqual(instants);
    }
  });

  it('stays on the wall clock through both changes of daylight saving, in both readers', () => {
    const night = { weekday: 'saturday', start24: '22:00', end24: '02:00', expiresOn: '2022-12-31' } as const;
    const text = calendar(night, {
      weekday: 'sunday',
      start24: '11:00',
      end24: '14:00',
      expiresOn: '2022-12-31',
    });
    for (const [from, to, expected] of [
      ['2022-03-12', '2022-03-21', ['03-12T22:00', '03-13T11:00', '03-19T22:00', '03-20T11:00']],
      ['2022-11-05', '2022-11-14', ['11-05T22:00', '11-06T11:00', '11-12T22:00', '11-13T11:00']],
    ] as const) {
      const found = expandedByIcalJs(text, from, to).sort((a, b) => (a.start < b.start ? -1 : 1));
      expect(found.map(({ start }) => start.slice(5))).toEqual(expected);
      for (const { start, instant } of found) {
        const minutes = Number(start.slice(11, 13)) * 60;
        expect(instant.toISOString()).toBe(instantOf(zone, start.slice(0, 10), minutes).toISOString());
      }
      const other = expandedByNodeIcal(text, instantOf(zone, from, 0), instantOf(zone, to, 0));
      expect(other.map(({ instant }) => instant.toISOString()).sort()).toEqual(
        found.map(({ instant }) => instant.toISOString()),
      );
    }
  });

  it("knows the zone's offset in every month of thirty years as the machine does", () => {
    const text = calendar({ expiresOn: null, weekday: 'sunday', start24: '12:00', end24: '13:00' });
    const found = expandedByIcalJs(text, '2020-01-01', '2050-01-01');
    expect(found.length).toBeGreaterThan(1560);
    for (const { start, instant } of found) {
      expect(instant.getTime()).toBe(instantOf(zone, start.slice(0, 10), 720).getTime());
    }
  });

  it('begins with the year of the permit and ends on its last day', () => {
    const text = calendar({ weekday: 'friday', expiresOn: '2022-11-18' });
    const found = expandedByIcalJs(text, '2000-01-01', '2099-01-01');
    expect([found[0]!.start, found.at(-1)!.start]).toEqual(['2021-11-19T10:00', '2022-11-18T10:00']);
  });

  it('goes on for as long as a permit may be in renewal, and says so', () => {
    const text = calendar({ standing: 'renewing', status: 'EXPIRED', expiresOn: '2021-11-19' });
    expect(expandedByIcalJs(text, '2000-01-01', '2099-01-01').at(-1)!.start).toBe('2022-03-18T10:00');
    expect(valuesOf(text, 'DESCRIPTION')[0]).toContain('The permit is being renewed.');
  });

  it('never ends without a date, and begins at one that no build decides', () => {
    const text = calendar({ standing: 'unknown', status: null, expiresOn: null });
    expect(valuesOf(text, 'RRULE')).toEqual(['FREQ=WEEKLY;BYDAY=FR']);
    expect(valuesOf(text, 'DTSTART;')).toEqual(['20200103T100000']);
  });

  it('leaves out what is lapsed and what the city contradicts', () => {
    const conflict = { weekday: 'monday', start24: '10:00', end24: '11:00', text: '6:00pm-7:00pm' } as const;
    const text = calendar({ standing: 'lapsed' }, conflict);
    expect(text).not.toContain('VEVENT');
    expect(text).toContain('BEGIN:VTIMEZONE');
  });

  it('says "permitted", and never that a truck is there', () => {
    const text = calendar({});
    expect(valuesOf(text, 'SUMMARY')).toEqual(['Anzu To You\\, permitted at 2535 Taylor St']);
    expect(valuesOf(text, 'STATUS')).toEqual(['TENTATIVE']);
    expect(valuesOf(text, 'TRANSP')).toEqual(['TRANSPARENT']);
  });

  it('says in every event of a sample that it is made up', () => {
    const [text = ''] = calendars([row()], { sample: true });
    expect(valuesOf(text, 'SUMMARY')[0]).toMatch(/^Sample: /);
    expect(valuesOf(text, 'NAME')[0]).toMatch(/^Sample: /);
  });

  it('names an event alike after a renewal, with other weekdays, and in the calendar of its place', () => {
    const renewed = { permit: '22MFF-00009', locationId: '9', expiresOn: '2023-11-15' };
    const uid = valuesOf(calendar({}), 'UID');
    expect(valuesOf(calendar({ ...renewed, weekday: 'monday' }), 'UID')).toEqual(uid);
    const [place] = placeCalendars(siteCity([row()]));
    expect(valuesOf(calendarText(place!.props.view(), addressOf), 'UID')).toEqual(uid);
  });

  it('tells two permits of one stop apart by name, each with its own end', () => {
    const text = calendar(
      { weekday: 'monday', permit: '1', expiresOn: '2022-11-15' },
      { permit: '2', expiresOn: null },
    );
    expect(new Set(valuesOf(text, 'UID')).size).toBe(2);
    expect(valuesOf(text, 'RRULE')).toEqual([
      'FREQ=WEEKLY;BYDAY=FR',
      'FREQ=WEEKLY;BYDAY=MO;UNTIL=20221116T075900Z',
    ]);
  });

  it('tells a stop that two permits allow once, for the longer of them', () => {
    const text = calendar({ permit: '1', expiresOn: '2021-11-15' }, { permit: '2', expiresOn: '2022-11-15' });
    expect(valuesOf(text, 'RRULE')).toEqual(['FREQ=WEEKLY;BYDAY=FR;UNTIL=20221116T075900Z']);
  });

  it('carries any text of the city, in lines that no reader refuses', () => {
    const name = 'Bad;Food,\\ "Truck" 🌮🌮🌮🌮🌮🌮🌮🌮🌮🌮🌮🌮\u0007';
    const food = 'one\r\nEND:VCALENDAR\ntwo, three; \\four \u2028 \ud800';
    const text = calendar({ applicant: name, food });
    const lines = text.split('\r\n');
    expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
    expect(lines.filter((line) => line === 'END:VCALENDAR')).toHaveLength(1);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/\p{Cc}/u);
    const [first] = expandedByIcalJs(text, '2022-01-01', '2022-02-01');
    expect(first!.summary).toBe('Bad;Food,\\ "Truck" 🌮🌮🌮🌮🌮🌮🌮🌮🌮🌮🌮🌮, permitted at 2535 Taylor St');
  });
});

const schedule = sharedData('schedule-2022-01-19.json');
const permits = sharedData('permits-2022-01-17.json');

describe.skipIf(schedule === null || permits === null)('the calendars of a whole city', () => {
  it('hold exactly what the hours of a week list, minute by minute, trucks and places alike', () => {
    const tables = {
      schedule: JSON.parse(schedule!) as unknown[],
      permits: JSON.parse(permits!) as unknown[],
    };
    const snapshot = assembleSnapshot({ ...tables, asOf: '2022-01-19', box: cities[0]!.box });
    const site = siteCity(snapshot.rows);
    const index = indexWeek(site.city);
    const wanted = new Set(
      [...Array(7 * 96).keys()].flatMap((quarter) => {
        const at = { weekday: weekdays[Math.floor(quarter / 96)]!, minute: (quarter % 96) * 15 };
        return index.openAt(at).map(({ truck, place }) => `${quarter} ${truck.name} ${place.address}`);
      }),
    );
    for (const files of [truckCalendars(site), placeCalendars(site)]) {
      const found = new Set<string>();
      for (const { props } of files) {
        const text = calendarText(props.view(), addressOf);
        // From the Saturday before: its night reaches into the week.
        for (const { summary, start, minutes } of expandedByIcalJs(text, '2022-01-29', '2022-02-06')) {
          const first = (Date.parse(`${start}Z`) - Date.parse('2022-01-30T00:00Z')) / 60_000;
          const [truck, address] = summary.split(', permitted at ');
          for (
            let quarter = Math.max(0, Math.ceil(first / 15));
            quarter * 15 < first + minutes;
            quarter += 1
          ) {
            if (quarter < 7 * 96) found.add(`${quarter} ${truck!} ${address!}`);
          }
        }
      }
      expect(found.size).toBeGreaterThan(5000);
      expect(found.symmetricDifference(wanted)).toEqual(new Set());
    }
  });

  it('are the same bytes on another day', () => {
    expect(cityDate(zone, new Date())).not.toBe('2022-01-19');
    expect(calendar({})).toMatch(/DTSTAMP:20211116T000000Z/);
  });
});
