import { describe, expect, it } from 'vitest';
import { row } from '../../test/schedule-rows.ts';
import { siteCity } from '../../test/site-city.ts';
import type { Problem } from '../schedule/problem.ts';
import { problemsListed } from './problem-kinds.ts';
import { cityStatusPages } from './status-view.ts';

const problem = (code: Problem['code'], index: number): Problem => {
  return { code, row: `#${index}`, column: 'latitude', value: 'x'.repeat(5000), message: 'Not a number.' };
};

describe('cityStatusPages', () => {
  it('counts every hour of the week, each leading to its page', () => {
    const { week } = cityStatusPages(siteCity([row({ start24: '12:00', end24: '14:00' })]))[0]!.props.view();
    const hours = week.flatMap((day) => day.hours);
    expect(hours).toHaveLength(168);
    expect(hours.filter(({ trucks }) => trucks > 0)).toEqual([
      expect.objectContaining({ href: '/sf/friday/12/', title: 'Friday, noon to 1: 1 truck', level: 9 }),
      expect.objectContaining({ href: '/sf/friday/13/' }),
    ]);
  });

  it('lists every fault by kind, the commonest first, its text bounded', () => {
    const faults = [
      problem('status-unknown', 1),
      problem('coordinates-missing', 2),
      problem('coordinates-missing', 3),
    ];
    const view = cityStatusPages(siteCity([row()], { problems: faults }))[0]!.props.view();
    expect(view.kinds.map(({ code, count, share }) => [code, count, share])).toEqual([
      ['coordinates-missing', 2, 100],
      ['status-unknown', 1, 50],
    ]);
    expect(view.kinds[0]?.listed.map((one) => one.row)).toEqual(['#2', '#3']);
    expect(view.kinds[0]?.listed[0]?.value.length).toBeLessThan(210);
  });

  it('leaves what is too much for a page to the file of all faults', () => {
    const faults = Array.from({ length: problemsListed + 1 }, (_, index) => problem('row-malformed', index));
    const [kind] = cityStatusPages(siteCity([row()], { problems: faults }))[0]!.props.view().kinds;
    expect([kind?.count, kind?.listed.length]).toEqual([problemsListed + 1, problemsListed]);
  });
});
