import { describe, expect, it } from 'vitest';
import { row } from '../../test/schedule-rows.ts';
import { siteCity } from '../../test/site-city.ts';
import type { SnapshotRow } from '../schedule/snapshot.ts';
import { cityAboutPages } from './about-view.ts';

const pageOf = (...rows: SnapshotRow[]) => cityAboutPages(siteCity(rows))[0]!;

describe('cityAboutPages', () => {
  it('explains by the first row that shows the thing', () => {
    const view = pageOf(
      row({ text: '12pm-12:10pm', start24: '12:00', end24: '13:00' }),
      row({ locationId: '2', applicant: 'Plain' }),
      row({ locationId: '3', applicant: 'Odd', text: '5am-6am' }),
      row({ locationId: '4', applicant: 'Gone', standing: 'lapsed', status: 'EXPIRED' }),
    ).props.view();
    expect(view.certainty.stated).toMatchObject({ hours: '12–1 pm', times: '12–12:10 pm' });
    expect(view.certainty.hours?.truck.label).toBe('Plain');
    expect(view.certainty.conflict?.truck.label).toBe('Odd');
    expect(view.standing.lapsed).toMatchObject({ status: 'expired' });
    expect(view.standing.unknown).toBeNull();
  });

  it('stays the same page while its examples do', () => {
    const first = row({ applicant: 'A first' });
    const other = row({ applicant: 'Z other', locationId: '2' });
    expect(pageOf(first, other).cacheKey).toBe(pageOf(first, { ...other, end24: '16:00' }).cacheKey);
    expect(pageOf(first, other).cacheKey).not.toBe(pageOf({ ...first, end24: '16:00' }, other).cacheKey);
  });
});
