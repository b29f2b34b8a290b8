import { describe, expect, it } from 'vitest';
import { row } from '../../test/schedule-rows.ts';
import { siteCity } from '../../test/site-city.ts';
import type { SnapshotRow } from '../schedule/snapshot.ts';
import { weekdays, type Weekday } from '../schedule/week.ts';
import { hourPages, type HourView } from './hour-view.ts';

function hourView(rows: readonly SnapshotRow[], day: Weekday, hour: number): HourView {
  const page = hourPages(siteCity(rows))[weekdays.indexOf(day) * 24 + hour];
  if (page === undefined) throw new Error('no such hour');
  return page.props.view();
}

function timesAt(parts: Partial<SnapshotRow>, day: Weekday, hour: number): string[] {
  return hourView([row(parts)], day, hour).open.flatMap((truck) => truck.stops.map((stop) => stop.time));
}

describe('hourPages', () => {
  it('says until when for whoever is there already, and the times of who comes within the hour', () => {
    expect(timesAt({}, 'friday', 12)).toEqual(['until 3 pm']);
    expect(
      timesAt({ text: '12:07pm-12:11pm, 12:40pm-12:50pm', start24: '12:00', end24: '13:00' }, 'friday', 12),
    ).toEqual(['12:07–12:11 pm, 12:40–12:50 pm']);
    expect(timesAt({ text: '11:50am-12:10pm', start24: '11:00', end24: '13:00' }, 'friday', 11)).toEqual([
      '11:50 am–12:10 pm',
    ]);
  });

  it('says a night once: two rows that meet at midnight are one window', () => {
    const rows = [
      row({ start24: '20:00', end24: '24:00' }),
      row({ weekday: 'saturday', start24: '00:00', end24: '02:00' }),
    ];
    expect(hourView(rows, 'friday', 22).open[0]?.stops[0]?.time).toBe('until 2 am');
    expect(hourView(rows, 'saturday', 1).open[0]?.stops[0]?.time).toBe('until 2 am');
  });

  it('wraps Saturday night into Sunday', () => {
    expect(timesAt({ weekday: 'saturday', start24: '20:00', end24: '02:00' }, 'sunday', 1)).toEqual([
      'until 2 am',
    ]);
  });

  it('draws the part of the hour that is covered, and nothing when it is all of it', () => {
    const bars = (parts: Partial<SnapshotRow>) => hourView([row(parts)], 'friday', 12).open[0]?.stops[0]?.bar;
    expect(bars({})).toBeNull();
    expect(bars({ text: '12:07pm-12:11pm', start24: '12:00', end24: '13:00' })).toBe('M7 4h4');
  });

  it('lists a place without coordinates and draws no dot for it', () => {
    const view = hourView([row({ latitude: null, longitude: null })], 'friday', 12);
    expect(view.open[0]?.stops[0]).toMatchObject({ label: '2535 Taylor St', at: null });
    expect(view.map.dots).toBe('');
  });

  it('marks hours that are not to the minute, and permits that are not in force', () => {
    const view = hourView(
      [
        row({ standing: 'renewing' }),
        row({ locationId: '2', applicant: 'B', standing: 'unknown', text: '12pm-1pm' }),
      ],
      'friday',
      12,
    );
    expect(view.open.map(({ badge, stops }) => [badge, stops[0]?.about])).toEqual([
      ['renewing', true],
      ['unknown', false],
    ]);
  });

  it('says food once for a truck, cut at a word', () => {
    const food = 'Tacos, '.repeat(60);
    const view = hourView(
      [row({ food }), row({ food, locationId: '2', address: '1 CLAY ST' })],
      'friday',
      12,
    );
    expect(view.open).toHaveLength(1);
    expect(view.open[0]?.food[0]?.text).toMatch(/^(Tacos, )+Tacos…$/);
  });

  it('leads to the hours before and after, over midnight and over the end of the week', () => {
    expect(hourView([row()], 'friday', 0).before).toMatchObject({
      href: '/sf/thursday/23/',
      label: 'Thursday 11 pm',
    });
    expect(hourView([row()], 'saturday', 23).after).toMatchObject({ href: '/sf/sunday/00/' });
  });

  it('shows both versions where the city disagrees with itself', () => {
    const { conflict, open } = hourView(
      [row({ text: '5am-6am', start24: '12:00', end24: '13:00' })],
      'friday',
      12,
    );
    expect(open).toEqual([]);
    expect(conflict[0]?.stops[0]).toMatchObject({ time: '12–1 pm', text: '5am-6am' });
  });

  it('carries the sample mark in the view and in the key', () => {
    const [real] = hourPages(siteCity([row()]));
    const [sample] = hourPages(siteCity([row()], { sample: true }));
    expect(sample?.props.view().frame.sample).toBe(true);
    expect(sample?.cacheKey).not.toBe(real?.cacheKey);
  });
});
