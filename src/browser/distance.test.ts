import { describe, expect, it } from 'vitest';
import { row } from '../../test/schedule-rows.ts';
import { siteCity } from '../../test/site-city.ts';
import { weekData } from '../site/week-file.ts';
import { formatDistance, metersBetween, placePoints } from './distance.ts';
import { metersFrom, pointsNear } from './whereabouts.ts';

describe('metersBetween', () => {
  it('agrees with the great circle across the city', () => {
    // Ferry Building to the Cliff House: 10.5 km by the haversine formula.
    expect(metersBetween([37.7955, -122.3937], [37.7785, -122.514])).toBeCloseTo(10_742, -2);
    expect(metersBetween([37.7955, -122.3937], [37.7955, -122.3937])).toBe(0);
  });
});

describe('formatDistance', () => {
  it.each([
    [0, '50 ft'],
    [100, '350 ft'],
    [161, '0.1 mi'],
    [650, '0.4 mi'],
    [15_990, '9.9 mi'],
    [16_093, '10 mi'],
  ])('says %i m as %s', (meters, text) => {
    expect(formatDistance(meters)).toBe(text);
  });
});

const week = weekData(
  siteCity([
    row({ address: '185 4TH ST', locationId: '1', latitude: 37.7835, longitude: -122.4035 }),
    row({ address: '700 MARKET ST', locationId: '2', latitude: null, longitude: null }),
    row({ address: '800 MISSION ST', locationId: '3', latitude: 37.7838, longitude: -122.405 }),
    row({ address: '2500 MISSION ST', locationId: '4', latitude: 37.756, longitude: -122.4188 }),
  ]),
);

describe('placePoints', () => {
  it('gives every place its own point again, and none to a place without', () => {
    const points = Object.fromEntries(week.places.slug.map((slug, at) => [slug, placePoints(week)[at]]));
    expect(points).toEqual({
      '185-4th-st': [37.7835, -122.4035],
      '700-market-st': null,
      '800-mission-st': [37.7838, -122.405],
      '2500-mission-st': [37.756, -122.4188],
    });
  });
});

describe('pointsNear', () => {
  it.each([
    ['mission', 2],
    ['2500 mission', 1],
    ['misson', 2],
    ['4th and mission', 1],
    ['4th & 2500 mission', 0],
    ['market', 0],
    ['nowhere', 0],
    ['', 0],
  ])('knows for “%s” %i points', (text, count) => {
    expect(pointsNear(week, text)).toHaveLength(count);
  });

  it('puts two streets where they come closest', () => {
    const meters = metersFrom(week, pointsNear(week, '4th and mission'));
    expect(meters.get('185-4th-st')).toBeLessThan(80);
    expect(meters.get('800-mission-st')).toBeLessThan(80);
    expect(meters.get('2500-mission-st')).toBeGreaterThan(3000);
    expect(meters.has('700-market-st')).toBe(false);
  });
});
