import { describe, expect, it } from 'vitest';
import { expandedByIcalJs } from '../../test/calendar-reader.ts';
import { row } from '../../test/schedule-rows.ts';
import { siteCity } from '../../test/site-city.ts';
import { placeCalendars, truckCalendars } from '../site/calendar-files.ts';
import { calendarText } from '../site/calendar.ts';
import { mergeCalendars } from './merge-calendars.ts';

const site = siteCity([
  row({ applicant: 'A', address: '100 CLAY ST', locationId: '1', weekday: 'friday' }),
  row({ applicant: 'B', address: '100 CLAY ST', locationId: '1', weekday: 'monday', permit: '21MFF-00002' }),
  row({ applicant: 'B', address: '300 CLAY ST', locationId: '3', weekday: 'sunday', permit: '21MFF-00002' }),
]);
const texts = [...truckCalendars(site), ...placeCalendars(site)].map(({ props }) =>
  calendarText(props.view(), (page) => `https://curbside.example${page}`),
);
const events = (text: string) => expandedByIcalJs(text, '2022-01-01', '2022-01-15').map(({ uid }) => uid);

describe('mergeCalendars', () => {
  it('holds the events of all, each once, also when a truck and its place are both followed', () => {
    const merged = mergeCalendars(texts, 'Following');
    expect(new Set(events(merged))).toEqual(new Set(texts.flatMap(events)));
    expect(merged.match(/BEGIN:VEVENT/g)).toHaveLength(new Set(texts.flatMap(events)).size);
    expect(merged.match(/BEGIN:VTIMEZONE/g)).toHaveLength(1);
  });

  it('is an empty calendar when there is none', () => {
    expect(events(mergeCalendars([], 'Following'))).toEqual([]);
  });
});
