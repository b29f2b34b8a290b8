import { describe, expect, it } from 'vitest';
import { row } from './schedule-rows.ts';
import { siteCity } from './site-city.ts';
import { weekData } from '../src/site/week-file.ts';
import { nearby } from '../src/browser/nearby.ts';

const [latitude, longitude] = [37.8, -122.4];
/** A hundred thousandth of a degree of latitude is 1.11 m. */
const north = (meters: number) => latitude + meters / 111_195;

const truck = row({ applicant: 'Own', address: '1 A ST', latitude, longitude });
const other = row({
  applicant: 'Other',
  address: '2 B ST',
  locationId: '2',
  latitude: north(100),
  longitude,
});
const find = (...rows: ReturnType<typeof row>[]) =>
  nearby(weekData(siteCity([truck, ...rows])), 'own').map(({ truck: { name }, meters }) => [
    name,
    Math.round(meters / 10) * 10,
  ]);

describe('nearby', () => {
  it('finds who is within 150 m in the same hours', () => {
    expect(find(other)).toEqual([['Other', 100]]);
    expect(find({ ...other, latitude: north(160) })).toEqual([]);
    expect(find({ ...other, start24: '15:00', end24: '18:00' })).toEqual([]);
    expect(find({ ...other, weekday: 'saturday' })).toEqual([]);
  });

  it('leaves out who is not open: conflicts and lapsed permits', () => {
    expect(find({ ...other, text: '5am-6am' }, { ...other, locationId: '3', standing: 'lapsed' })).toEqual(
      [],
    );
  });

  it('names each once, at its nearest, the nearest first', () => {
    const near = { ...other, applicant: 'Near', locationId: '4', address: '3 C ST', latitude: north(50) };
    const far = { ...near, locationId: '5', address: '4 D ST', latitude: north(140) };
    expect(find(other, near, far)).toEqual([
      ['Near', 50],
      ['Other', 100],
    ]);
  });

  it('knows no distance to a place without coordinates', () => {
    expect(find({ ...other, latitude: null, longitude: null })).toEqual([]);
  });
});
