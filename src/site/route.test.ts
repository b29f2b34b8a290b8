import { describe, expect, it } from 'vitest';
import { row } from '../../test/schedule-rows.ts';
import { siteCity } from '../../test/site-city.ts';
import type { SnapshotRow } from '../schedule/snapshot.ts';
import { placePages } from './place-view.ts';
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
      ['expired', [{ time: '10 am–3 pm', rows: 2 }]],
    ]);
    expect(view.lapsed[0]?.days).toBe('Mon, Fri');
    expect(view.conflict[0]?.stops).toMatchObject([{ text: '5am-6am', rows: 1 }]);
  });

  it('says a place of the apart once a day group, with hours that follow each other as one', () => {
    const lapsed = (weekday: SnapshotRow['weekday'], start24: string, end24: string) =>
      row({ standing: 'lapsed', status: 'EXPIRED', weekday, start24, end24, text: '' });
    const view = truckView(
      ...week.flatMap((day) => [lapsed(day, '10:00', '11:00'), lapsed(day, '11:00', '12:00')]),
      lapsed('friday', '18:00', '19:00'),
    );
    expect(
      view.lapsed.flatMap(({ days, stops }) => stops.map(({ time, rows }) => [days, time, rows])),
    ).toEqual([
      ['Mon–Fri', '10 am–noon', 10],
      ['Fri', '6–7 pm', 1],
    ]);
  });

  it('tells the browser the days and minutes of each stop', () => {
    const rows = week.map((weekday) => row({ weekday, start24: '11:00', end24: '14:00' }));
    expect(truckView(...rows).route[0]?.stops[0]?.when).toBe('62 660 180');
  });

  it('gives long texts whole, and a long name cut in the heading and whole below', () => {
    const [name, food, text] = ['N', 'F', 'T'].map((letter) => `${letter}ame `.repeat(2000).trim());
    const view = truckView(row({ applicant: name!, food: food!, text: text! }));
    expect(view.heading.length).toBeLessThan(90);
    expect(view.fullName).toBe(name);
    expect(view.foodTexts).toEqual([[{ text: food }]]);
    expect(view.route[0]?.stops[0]?.note).toBe(text);
  });

  it('says a badge once when it holds for every stop', () => {
    expect(
      truckView(row({ standing: 'renewing' }), row({ standing: 'renewing', locationId: '2' })).badge,
    ).toBe('renewing');
    expect(truckView(row({ standing: 'renewing' }), row({ locationId: '2' })).badge).toBeNull();
  });
});

describe('placePages', () => {
  it('says who comes when', () => {
    const [page] = placePages(
      siteCity([row(), row({ applicant: 'Early Bird', locationId: '2', start24: '06:00', end24: '09:00' })]),
    );
    const { trucks, summary } = page!.props.view();
    expect(
      trucks.map(({ label, stays }) => [label, ...stays.map(({ days, time }) => `${days} ${time}`)]),
    ).toEqual([
      ['Anzu To You', 'Fri 10 am–3 pm'],
      ['Early Bird', 'Fri 6–9 am'],
    ]);
    expect(summary).toBe('2 trucks, 1 day a week.');
  });

  it('bounds a note of ten thousand characters', () => {
    const [page] = placePages(siteCity([row({ text: 'word '.repeat(2000) })]));
    expect(page!.props.view().trucks[0]?.stays[0]?.note.length).toBeLessThan(210);
  });
});
