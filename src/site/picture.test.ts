import { describe, expect, it } from 'vitest';
import { row } from '../../test/schedule-rows.ts';
import { siteCity } from '../../test/site-city.ts';
import type { SnapshotRow } from '../schedule/snapshot.ts';
import { partsOf } from './entry-view.ts';
import { dayPicture, weekLine, weekPicture } from './picture.ts';

const entriesOf = (...rows: SnapshotRow[]) => partsOf(siteCity(rows).city).entry;

describe('dayPicture', () => {
  it('draws windows that touch as one bar, to scale', () => {
    const windows = [
      { start: 420, end: 450 },
      { start: 600, end: 660 },
      { start: 450, end: 480 },
    ];
    expect(dayPicture(windows)).toEqual({ bars: 'M42 5h6m12 0h6', dots: '' });
  });

  it('draws a short stop as a dot in its middle', () => {
    expect(dayPicture([{ start: 720, end: 730 }])).toEqual({ bars: '', dots: 'M73 5h0' });
  });

  it('is empty without windows', () => {
    expect(dayPicture([])).toEqual({ bars: '', dots: '' });
  });
});

describe('weekPicture', () => {
  it('draws a night on both its days, Sunday’s on Monday too', () => {
    const friday = row({ weekday: 'friday', start24: '20:00', end24: '02:00', text: '' });
    expect(weekPicture(entriesOf(friday)).bars).toBe('M120 45h24M0 55h12');
    expect(weekPicture(entriesOf({ ...friday, weekday: 'sunday' })).bars).toBe('M0 5h12M120 65h24');
  });
});

describe('weekLine', () => {
  it('draws the whole week on one line from Monday', () => {
    const days = (['monday', 'wednesday'] as const).map((weekday) => row({ weekday, text: '' }));
    expect(weekLine(entriesOf(...days)).bars).toBe('M60 5h30m258 0h30');
  });
});
