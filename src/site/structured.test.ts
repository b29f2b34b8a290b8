import { describe, expect, it } from 'vitest';
import { row } from '../../test/schedule-rows.ts';
import { siteCity } from '../../test/site-city.ts';
import type { SnapshotRow } from '../schedule/snapshot.ts';
import { breadcrumbs, foodEstablishment, linkedData } from './structured.ts';
import { sitemap } from './sitemap.ts';
import { truckPages } from './truck-view.ts';

const addressOf = (path: string) => `https://curbside.example${path}`;

function business(...rows: readonly Partial<SnapshotRow>[]) {
  const city = siteCity(rows.map((parts) => row(parts)));
  const { truck, frame } = truckPages(city)[0]!.props.view();
  return foodEstablishment(truck, frame, addressOf) as {
    address: object;
    openingHoursSpecification?: { dayOfWeek: string[]; opens: string; closes: string }[];
  };
}

function hours(...rows: readonly Partial<SnapshotRow>[]): string[] {
  const told = business(...rows).openingHoursSpecification ?? [];
  return told.map(({ dayOfWeek, opens, closes }) => `${dayOfWeek.join()} ${opens}–${closes}`);
}

describe('foodEstablishment', () => {
  it('joins days that are alike', () => {
    expect(hours({}, { weekday: 'monday' }, { weekday: 'sunday', end24: '16:00' })).toEqual([
      'Monday,Friday 10:00–15:00',
      'Sunday 10:00–16:00',
    ]);
  });

  it('closes a night on the next morning, and midnight a minute before', () => {
    const night = [
      { start24: '20:00', end24: '24:00' },
      { weekday: 'saturday', start24: '00:00', end24: '02:00' },
    ] as const;
    expect(hours(...night)).toEqual(['Friday 20:00–02:00']);
    expect(hours(night[0])).toEqual(['Friday 20:00–23:59']);
    expect(hours({ start24: '00:00', end24: '24:00' })).toEqual(['Friday 00:00–23:59']);
  });

  it('takes places at one time together, and tells a street only if there is no other', () => {
    const clay = { address: '1 CLAY ST', start24: '14:00', end24: '18:00', latitude: null } as const;
    expect(hours({}, clay)).toEqual(['Friday 10:00–18:00']);
    expect(business({}, clay).address).not.toHaveProperty('streetAddress');
    expect(business({}).address).toHaveProperty('streetAddress', '2535 Taylor St');
  });

  it('leaves out what is lapsed, and hours that are a route', () => {
    expect(hours({}, { standing: 'lapsed', weekday: 'monday' })).toEqual(['Friday 10:00–15:00']);
    const stops = Array.from({ length: 15 }, (_, hour) => {
      return {
        start24: `${String(hour + 5).padStart(2, '0')}:00`,
        end24: `${String(hour + 5).padStart(2, '0')}:30`,
      };
    });
    expect(business(...stops)).not.toHaveProperty('openingHoursSpecification');
  });

  it('tells nothing of a sample', () => {
    const { truck, frame } = truckPages(siteCity([row()], { sample: true }))[0]!.props.view();
    expect([foodEstablishment(truck, frame, addressOf), breadcrumbs(frame, addressOf)]).toEqual([null, null]);
  });
});

describe('linkedData', () => {
  it('lets no text end the script', () => {
    const [page] = truckPages(siteCity([row({ applicant: '</script><script>alert(1)//' })]));
    const { truck, frame } = page!.props.view();
    const text = linkedData([breadcrumbs(frame, addressOf), foodEstablishment(truck, frame, addressOf)])!;
    expect(text).not.toContain('<');
    expect(JSON.parse(text)).toMatchObject({ '@graph': [{}, { name: truck.name }] });
  });

  it('is nothing without parts', () => expect(linkedData([null, null])).toBeNull());
});

describe('sitemap', () => {
  it('gives each page the day on which what it says last changed', () => {
    const changed = new Map([
      ['truck/anzu', '2022-01-19'],
      ['friday/11', '2022-01-20'],
      ['friday/12', '2022-01-21'],
      ['monday/12', '2022-02-01'],
    ]);
    const pages = ['/sf/', '/sf/friday/', '/sf/friday/11/', '/sf/sunday/', '/sf/search/'];
    pages.push('/sf/truck/anzu/', '/sf/truck/anzu.json');
    const text = sitemap(new URL('https://curbside.example'), { pages, changed });
    expect(
      [...text.matchAll(/example(.*?)<\/loc>(?:<lastmod>(.*?)<)?/g)].map(([, page, date]) => [page, date]),
    ).toEqual([
      ['/sf/', '2022-02-01'],
      ['/sf/friday/', '2022-01-21'],
      ['/sf/friday/11/', '2022-01-20'],
      ['/sf/search/', undefined],
      ['/sf/sunday/', undefined],
      ['/sf/truck/anzu/', '2022-01-19'],
    ]);
  });

  it('lists no data, nothing made for frames and no address that only leads on', () => {
    const pages = ['/404/', '/sf/week.json', '/sf/embed/truck/anzu/', '/sf/truck/old/', '/es/sf/truck/old/'];
    expect(sitemap(new URL('https://curbside.example'), { pages })).not.toContain('<url>');
  });
});
