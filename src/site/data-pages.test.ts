import { describe, expect, it } from 'vitest';
import { row } from '../../test/schedule-rows.ts';
import { siteCity } from '../../test/site-city.ts';
import { weekdays } from '../schedule/week.ts';
import { overlapsHour } from '../schedule/overlap.ts';
import { hourData, placeFiles, truckFiles, type HourData } from './data-pages.ts';
import { windowFrom } from './time-range.ts';

const anzu = row({
  applicant: 'Datam SF LLC dba Anzu To You',
  permit: '21MFF-00106',
  locationId: '1569152',
  text: 'Set-up: 10:30am-2:30pm',
  food: 'Asian Fusion',
});

function hoursOf(rows: Parameters<typeof siteCity>[0]): HourData[] {
  return hourData(siteCity(rows)).map((page) => page.props.view());
}

describe('hourData', () => {
  it('writes the contract, field by field and in order', () => {
    const friday = weekdays.indexOf('friday') * 24 + 12;
    expect(JSON.stringify(hoursOf([anzu])[friday], null, 1)).toMatchInlineSnapshot(`
      "{
       "city": "sf",
       "day": "friday",
       "hour": 12,
       "trucks": 1,
       "stops": 1,
       "open": [
        {
         "truck": {
          "name": "Anzu To You",
          "legalName": "Datam SF LLC dba Anzu To You",
          "slug": "anzu-to-you"
         },
         "place": {
          "address": "2535 Taylor St",
          "slug": "2535-taylor-st",
          "latitude": 37.80589,
          "longitude": -122.41594
         },
         "permit": "21MFF-00106",
         "locationid": "1569152",
         "day": "friday",
         "hours": [
          "10:00",
          "15:00"
         ],
         "windows": [
          [
           "10:30",
           "14:30"
          ]
         ],
         "certainty": "stated",
         "standing": "permitted",
         "status": "APPROVED",
         "cold": false,
         "food": "Asian Fusion",
         "note": "Set-up: 10:30am-2:30pm"
        }
       ],
       "conflict": [],
       "lapsed": []
      }"
    `);
  });

  it('has one file for each of the 168 hours', () => {
    const names = hourData(siteCity([anzu])).map(({ params }) => `${params['day']}/${params['hour']}`);
    expect(new Set(names).size).toBe(168);
    expect([names[0], names.at(-1)]).toEqual(['sunday/00', 'saturday/23']);
  });

  it('lists every row in each hour it touches and in no other, under the right heading', () => {
    const rows = [
      anzu,
      row({ locationId: '2', weekday: 'saturday', start24: '20:00', end24: '02:00' }),
      row({ locationId: '3', start24: '08:00', end24: '08:00' }),
      row({ locationId: '4', text: '5am-6am', start24: '10:00', end24: '12:00' }),
      row({ locationId: '5', standing: 'lapsed', status: 'EXPIRED' }),
      row({ locationId: '6', standing: 'lapsed', status: 'SUSPEND', text: '5am-6am' }),
      row({ locationId: '7', standing: 'unknown', status: null }),
      row({ locationId: '8', latitude: null, longitude: null, start24: '00:00', end24: '24:00' }),
    ];
    const hours = hoursOf(rows);
    const seen = new Set<string>();
    for (const [index, hour] of hours.entries()) {
      const at = { weekday: weekdays[Math.floor(index / 24)] ?? 'sunday', hour: index % 24 };
      for (const section of ['open', 'conflict', 'lapsed'] as const) {
        for (const entry of hour[section]) {
          seen.add(entry.locationid);
          expect(entry.standing === 'lapsed').toBe(section === 'lapsed');
          if (section !== 'lapsed') expect(entry.certainty === 'conflict').toBe(section === 'conflict');
          const ranges = entry.certainty === 'conflict' ? [entry.hours] : entry.windows;
          expect(ranges.some((range) => overlapsHour(windowFrom(range), entry.day, at))).toBe(true);
        }
      }
      expect(hour.stops).toBe(hour.open.length);
      expect(hour.trucks).toBe(new Set(hour.open.map((entry) => entry.truck.slug)).size);
    }
    expect([...seen].sort()).toEqual(['1569152', '2', '3', '4', '5', '6', '7', '8']);
    const count = (id: string) =>
      hours.filter((hour) =>
        [...hour.open, ...hour.conflict, ...hour.lapsed].some((entry) => entry.locationid === id),
      ).length;
    expect(['1569152', '2', '3', '4', '5', '8'].map(count)).toEqual([5, 6, 1, 2, 5, 24]);
  });

  it('gives null, and never zero, for unusable coordinates', () => {
    const [hour] = hoursOf([row({ latitude: null, longitude: null, start24: '00:00', weekday: 'sunday' })]);
    expect(hour?.open[0]?.place).toMatchObject({ latitude: null, longitude: null });
  });

  it('keys an hour by what it shows: another row elsewhere in the week changes nothing here', () => {
    const keys = (rows: Parameters<typeof siteCity>[0]) =>
      hourData(siteCity(rows)).map((page) => page.cacheKey);
    const [one, other] = [
      keys([anzu]),
      keys([
        anzu,
        row({ locationId: '9', applicant: 'Other', weekday: 'monday', start24: '08:00', end24: '09:00' }),
      ]),
    ];
    expect(one.flatMap((key, index) => (key === other[index] ? [] : [index]))).toEqual([24 + 8]);
  });
});

describe('truckFiles and placeFiles', () => {
  it('hold every row exactly once', () => {
    const rows = [
      anzu,
      row({ locationId: '2', applicant: 'Other', address: '1 CLAY ST' }),
      row({ locationId: '3' }),
    ];
    for (const files of [truckFiles(siteCity(rows)), placeFiles(siteCity(rows))]) {
      const ids = files.flatMap((file) => file.props.view().entries.map((entry) => entry.locationid));
      expect(ids.sort()).toEqual(['1569152', '2', '3']);
    }
  });
});
