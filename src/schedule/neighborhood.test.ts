import { describe, expect, it } from 'vitest';
import { row, snapshot } from '../../test/schedule-rows.ts';
import { sharedData } from '../../test/shared-data.ts';
import { areaFinder, neighborhoodsOf, type Area, type Position } from './neighborhood.ts';
import { readCity } from './read-city.ts';

/** A square of a hundredth of a degree, by its south-west corner. */
function square(name: string, [west, south]: Position): Area {
  const [east, north] = [west + 0.01, south + 0.01];
  const ring: Position[] = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return { name, polygons: [[ring]] };
}

const west = square('West Bank', [-122.42, 37.77]);
const east = square('East Bank', [-122.41, 37.77]);

describe('areaFinder', () => {
  const at = areaFinder([west, east]);

  it.each([
    ['inside', [37.775, -122.415], 'West Bank'],
    ['inside the other', [37.775, -122.405], 'East Bank'],
    ['90 m off the shore', [37.775, -122.39898], 'East Bank'],
    ['90 m beyond a corner', [37.78057, -122.39929], 'East Bank'],
    ['110 m off the shore', [37.775, -122.39875], null],
    ['far away', [37.7, -122.5], null],
    ['nowhere', [null, null], null],
  ])('says where a point lies that is %s', (_, [latitude = null, longitude = null], name) => {
    expect(at(latitude, longitude)).toBe(name);
  });

  it('gives a point on a common border to the area named first', () => {
    expect(at(37.775, -122.41)).toBe('West Bank');
  });

  it('knows holes', () => {
    const [outline = []] = west.polygons[0] ?? [];
    const hole: Position[] = [
      [-122.418, 37.772],
      [-122.412, 37.772],
      [-122.412, 37.778],
      [-122.418, 37.778],
      [-122.418, 37.772],
    ];
    expect(areaFinder([{ name: 'Ring', polygons: [[outline, hole]] }])(37.775, -122.415)).toBeNull();
  });
});

describe('neighborhoodsOf', () => {
  it('orders them for readers and gives each a slug of its own', () => {
    const names = ['Seacliff', 'Castro/Upper Market', 'castro upper market', 'Seacliff'];
    const found = neighborhoodsOf(names.map((name) => square(name, [0, 0])));
    expect(found.map(({ name }) => name)).toEqual(['castro upper market', 'Castro/Upper Market', 'Seacliff']);
    expect(new Set(found.map(({ slug }) => slug)).size).toBe(3);
  });
});

describe('readCity', () => {
  const rows = [
    row({ permit: 'A', address: '200 CLAY ST', latitude: 37.775, longitude: -122.405 }),
    row({ permit: 'B', address: '100 CLAY ST', latitude: 37.776, longitude: -122.405 }),
    row({ permit: 'C', address: '300 CLAY ST', latitude: null, longitude: null }),
  ];

  it('gives each place its neighbourhood, and each neighbourhood its places in reading order', () => {
    const { places, neighborhoods } = readCity(snapshot(rows), [west, east]);
    expect(places.map((place) => place.neighborhood?.slug ?? null)).toEqual(['east-bank', 'east-bank', null]);
    expect(neighborhoods.map(({ slug, places }) => [slug, places.map(({ address }) => address)])).toEqual([
      ['east-bank', ['100 Clay St', '200 Clay St']],
      ['west-bank', []],
    ]);
  });

  it('knows none without borders', () => {
    const { places, neighborhoods } = readCity(snapshot(rows));
    expect(neighborhoods).toEqual([]);
    expect(places.map(({ neighborhood }) => neighborhood)).toEqual([null, null, null]);
  });
});

const real = sharedData('geo/neighborhoods-j2bu-swwd.geojson');
const schedule = sharedData('schedule-2022-01-19.json');

describe.skipIf(real === null || schedule === null)('the borders of San Francisco', () => {
  it('hold every spot of the real schedule that has coordinates', () => {
    const { features } = JSON.parse(real ?? '{"features":[]}') as {
      features: { properties: { nhood: string }; geometry: { coordinates: Area['polygons'] } }[];
    };
    const at = areaFinder(
      features.map(({ properties, geometry }) => ({
        name: properties.nhood,
        polygons: geometry.coordinates,
      })),
    );
    const rows = JSON.parse(schedule ?? '[]') as { latitude: string; longitude: string }[];
    const points = [...new Set(rows.map(({ latitude, longitude }) => `${latitude},${longitude}`))].map(
      (text) => text.split(',').map(Number),
    );
    const outside = points.filter(
      ([latitude = 0, longitude = 0]) => latitude > 37 && at(latitude, longitude) === null,
    );
    expect(at(37.7592, -122.4188)).toBe('Mission');
    expect(outside).toEqual([]);
  });
});
