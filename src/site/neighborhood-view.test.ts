import { describe, expect, it } from 'vitest';
import { row, snapshot } from '../../test/schedule-rows.ts';
import { siteCity } from '../../test/site-city.ts';
import type { Area, Position } from '../schedule/neighborhood.ts';
import { readCity } from '../schedule/read-city.ts';
import type { SnapshotRow } from '../schedule/snapshot.ts';
import { neighborhoodPages, neighborhoodsPages } from './neighborhood-view.ts';
import { placePages } from './place-view.ts';
import { searchRecords } from './search-records.ts';
import { weekData } from './week-file.ts';

function area(name: string, [west, east]: Position): Area {
  const ring: Position[] = [[west, 37.7], [east, 37.7], [east, 37.8], [west, 37.8], [west, 37.7]]; // prettier-ignore
  return { name, polygons: [[ring]] };
}

const areas = [area('West Bank', [-122.5, -122.42]), area('East Bank', [-122.42, -122.38])];
const siteOf = (rows: readonly SnapshotRow[], known = areas) =>
  siteCity(rows, { city: readCity(snapshot(rows), known) });
const east = { address: '1 EAST ST', latitude: 37.75, longitude: -122.4 };
const west = { address: '1 WEST ST', latitude: 37.75, longitude: -122.45 };

const rows = [
  row({ ...east, permit: 'A', applicant: 'Zebra', weekday: 'friday', start24: '10:00', end24: '15:00' }),
  row({ ...east, permit: 'B', applicant: 'Ant', weekday: 'friday', start24: '20:00', end24: '24:00' }),
  row({ ...east, permit: 'B', applicant: 'Ant', weekday: 'saturday', start24: '00:00', end24: '02:00' }),
  row({ ...west, permit: 'C', applicant: 'Cat', weekday: 'monday', start24: '09:00', end24: '10:00' }),
];
const viewOf = (slug: string, site = siteOf(rows)) =>
  neighborhoodPages(site)
    .find(({ params }) => params['slug'] === slug)!
    .props.view();

describe('neighborhoodPages', () => {
  it('says who comes on which day, a night once', () => {
    const { trucks, places, summary } = viewOf('east-bank');
    expect(summary).toBe('2 trucks at 1 spot.');
    const said = trucks.map(({ label, stays }) => [
      label,
      ...stays.map(({ days, time }) => `${days} ${time}`),
    ]);
    expect(said).toEqual([
      ['Ant', 'Fri 8 pm–2 am'],
      ['Zebra', 'Fri 10 am–3 pm'],
    ]);
    expect(places).toMatchObject([{ label: '1 East St', trucks: 2 }]);
  });

  it('changes the key of its own neighbourhood only when a row changes', () => {
    const keys = (site: ReturnType<typeof siteOf>) => neighborhoodPages(site).map(({ cacheKey }) => cacheKey);
    const [eastKey, westKey] = keys(siteOf(rows));
    const other = rows.map((one) => (one.permit === 'C' ? { ...one, end24: '11:00' } : one));
    expect(keys(siteOf(other))[0]).toBe(eastKey);
    expect(keys(siteOf(other))[1]).not.toBe(westKey);
  });

  it('can be found by name, with the food that comes there', () => {
    const found = searchRecords(siteOf(rows)).filter(({ kind }) => kind === 'Neighborhood');
    expect(
      found.map(({ title, url, about, neighborhoods }) => ({ title, url, about, neighborhoods })),
    ).toEqual([
      {
        title: 'East Bank',
        url: '/sf/neighborhood/east-bank/',
        about: 'Ant, Zebra',
        neighborhoods: ['East Bank'],
      },
      { title: 'West Bank', url: '/sf/neighborhood/west-bank/', about: 'Cat', neighborhoods: ['West Bank'] },
    ]);
  });

  it('is none without borders', () => {
    expect(neighborhoodPages(siteOf(rows, []))).toEqual([]);
    expect(neighborhoodsPages(siteOf(rows, []))).toEqual([]);
  });
});

describe('neighborhoodsPages', () => {
  it('counts the trucks of each', () => {
    const [page] = neighborhoodsPages(siteOf(rows));
    expect(page!.props.view().neighborhoods).toEqual([
      { label: 'East Bank', href: '/sf/neighborhood/east-bank/', trucks: 2 },
      { label: 'West Bank', href: '/sf/neighborhood/west-bank/', trucks: 1 },
    ]);
  });
});

describe('placePages', () => {
  it('names the neighbourhood', () => {
    const names = placePages(siteOf(rows)).map(({ props }) => props.view().neighborhood?.label);
    expect(names).toEqual(['East Bank', 'West Bank']);
  });
});

describe('weekData', () => {
  it('has a table of neighbourhoods, and where each place lies in it', () => {
    const { neighborhoods, places } = weekData(siteOf(rows));
    expect(neighborhoods).toEqual({ name: ['East Bank', 'West Bank'], slug: ['east-bank', 'west-bank'] });
    expect(places.neighborhood).toEqual([0, 1]);
    expect(weekData(siteOf(rows, [])).places.neighborhood).toEqual([null, null]);
  });
});
