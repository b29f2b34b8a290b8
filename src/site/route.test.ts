import { describe, expect, it } from 'vitest';
import { row } from '../../test/schedule-rows.ts';
import { siteCity } from '../../test/site-city.ts';
import type { SnapshotRow } from '../schedule/snapshot.ts';
import { placePages } from './place-view.ts';
import { linePath } from './route.ts';
import { truckPages } from './truck-view.ts';

function truckView(...rows: SnapshotRow[]) {
  const [page] = truckPages(siteCity(rows));
  if (page === undefined) throw new Error('no truck');
  return page.props.view();
}

const week = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const;

describe('truckPages', () => {
  it('says days with the same stops once, in time order', () => {
    const rows = week.flatMap((weekday) => [
      row({ weekday, locationId: '1', text: '12pm-12:10pm', start24: '12:00', end24: '13:00' }),
      row({
        weekday,
        locationId: '2',
        text: '7am-7:05am',
        start24: '07:00',
        end24: '08:00',
        address: '400 CLAY ST',
      }),
    ]);
    const { route } = truckView(...rows, row({ weekday: 'sunday', start24: '10:00', end24: '14:00' }));
    expect(
      route.map(({ days, stops }) => [days, ...stops.map(({ time, label }) => `${time} ${label}`)]),
    ).toEqual([
      ['Monday to Friday', '7–7:05 am 400 Clay St', '12–12:10 pm 2535 Taylor St'],
      ['Sunday', '10 am–2 pm 2535 Taylor St'],
    ]);
  });

  it('says a night on the evening it begins, and not again', () => {
    const { route } = truckView(
      row({ start24: '20:00', end24: '24:00' }),
      row({ weekday: 'saturday', start24: '00:00', end24: '02:00' }),
    );
    expect(route.map(({ days, stops }) => [days, stops.map(({ time }) => time)])).toEqual([
      ['Friday', ['8 pm–2 am']],
    ]);
  });

  it('keeps lapsed and disagreeing entries apart, none lost', () => {
    const view = truckView(
      row({ standing: 'lapsed', status: 'EXPIRED' }),
      row({ standing: 'lapsed', status: 'EXPIRED', weekday: 'monday' }),
      row({ locationId: '2', text: '5am-6am' }),
    );
    expect(view.route).toEqual([]);
    expect(view.lapsed.map(({ status, stops }) => [status, stops])).toMatchObject([
      ['expired', [{ time: 'Mon, Fri 10 am–3 pm', rows: 2 }]],
    ]);
    expect(view.conflict[0]?.stops).toMatchObject([{ text: '5am-6am', rows: 1 }]);
  });

  it('gives long texts whole, and a long name cut in the heading and whole below', () => {
    const [name, food, text] = ['N', 'F', 'T'].map((letter) => `${letter}ame `.repeat(2000).trim());
    const view = truckView(row({ applicant: name!, food: food!, text: text! }));
    expect(view.heading.length).toBeLessThan(90);
    expect(view.fullName).toBe(name);
    expect(view.foodTexts).toEqual([food]);
    expect(view.route[0]?.stops[0]?.note).toBe(text);
  });

  it('says a badge once when it holds for every stop', () => {
    expect(
      truckView(row({ standing: 'renewing' }), row({ standing: 'renewing', locationId: '2' })).badge,
    ).toBe('permit renewing');
    expect(truckView(row({ standing: 'renewing' }), row({ locationId: '2' })).badge).toBeNull();
  });
});

describe('placePages', () => {
  it('says who comes when', () => {
    const [page] = placePages(
      siteCity([row(), row({ applicant: 'Early Bird', locationId: '2', start24: '06:00', end24: '09:00' })]),
    );
    const { route, summary } = page!.props.view();
    expect(route[0]?.stops.map(({ time, label }) => `${time} ${label}`)).toEqual([
      '6–9 am Early Bird',
      '10 am–3 pm Anzu To You',
    ]);
    expect(summary).toBe('2 trucks, 1 day a week.');
  });

  it('bounds a note of ten thousand characters', () => {
    const [page] = placePages(siteCity([row({ text: 'word '.repeat(2000) })]));
    expect(page!.props.view().route[0]?.stops[0]?.note.length).toBeLessThan(210);
  });
});

describe('linePath', () => {
  it('draws windows that touch as one stroke', () => {
    expect(
      linePath([
        { start: 420, end: 430 },
        { start: 600, end: 610 },
        { start: 430, end: 440 },
      ]),
    ).toBe('M420 5h20m160 0h10');
    expect(linePath([])).toBe('');
  });
});
