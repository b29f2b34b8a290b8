import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { row, snapshot } from '../../test/schedule-rows.ts';
import type { City } from './city.ts';
import { readCity } from './read-city.ts';
import type { SnapshotRow } from './snapshot.ts';
import { weekdays } from './week.ts';

/** A city as plain data: references become slugs, so that two cities can be compared. */
function plain(city: City): unknown {
  return {
    entries: city.entries.map((entry) => ({ ...entry, truck: entry.truck.slug, place: entry.place.slug })),
    trucks: city.trucks.map((truck) => ({
      ...truck,
      foods: truck.foods.map(({ slug }) => slug),
      entries: truck.entries.map(({ key }) => key),
    })),
    places: city.places.map((place) => ({ ...place, entries: place.entries.map(({ key }) => key) })),
    foods: city.foods.map((food) => ({ ...food, trucks: food.trucks.map(({ slug }) => slug) })),
  };
}

function cityOf(...rows: Partial<SnapshotRow>[]): City {
  return readCity(snapshot(rows.map((parts, index) => row({ permit: `P${index}`, ...parts }))));
}

const anyRow = fc
  .record({
    permit: fc.constantFrom('A', 'B', 'C'),
    locationId: fc.constantFrom('1', '2', '3'),
    weekday: fc.constantFrom(...weekdays),
    start24: fc.constantFrom('00:00', '10:00', '20:00', 'late'),
    applicant: fc.constantFrom(
      'May Catering',
      'MAY CATERING',
      'X LLC dba May Catering',
      '../',
      '🌮',
      'a'.repeat(10_000),
    ),
    address: fc.constantFrom('1 MAIN ST', '1 Main St', 'Assessors Block /Lot', '<script>', ''),
    text: fc.constantFrom('', 'Set-up at 1 Main St: 10:05am-10:10am', '9am-10am (Sat)'),
    latitude: fc.constantFrom(37.75, 37.751, 37.76, 37.77, null),
    status: fc.constantFrom('APPROVED', 'EXPIRED', null),
    food: fc.constantFrom('', 'Tacos', 'Coffee'),
  })
  .map((parts) => row(parts));

describe('readCity', () => {
  it('does not depend on the order of the rows', () => {
    const shuffled = fc.array(anyRow, { maxLength: 12 }).chain((rows) => {
      return fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length }));
    });
    fc.assert(
      fc.property(shuffled, ([rows, other]) => {
        expect(plain(readCity(snapshot(other)))).toEqual(plain(readCity(snapshot(rows))));
      }),
    );
  });

  it('gives every readable row one truck and one place, with slugs that are safe and their own', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 20 }), (rows) => {
        const city = readCity(snapshot(rows));
        expect(city.entries.length).toBe(rows.filter(({ start24 }) => start24 !== 'late').length);
        for (const list of [city.trucks, city.places]) {
          const slugs = list.map(({ slug }) => slug);
          expect(new Set(slugs).size).toBe(slugs.length);
          for (const slug of slugs) expect(slug).toMatch(/^[a-z0-9-]{1,80}$/);
          expect(list.flatMap(({ entries }) => entries).length).toBe(city.entries.length);
        }
      }),
    );
  });

  it('makes one truck of one applicant, however spelled, with all its permits', () => {
    const city = cityOf(
      { applicant: 'MAY CATERING' },
      { applicant: 'May  Catering' },
      { applicant: 'May Catering' },
    );
    expect(city.trucks.map(({ name, slug }) => [name, slug])).toEqual([['May Catering', 'may-catering']]);
    expect(city.trucks[0]?.permits.map(({ permit }) => permit)).toEqual(['P0', 'P1', 'P2']);
  });

  it('keeps applicants apart that trade under one name', () => {
    const city = cityOf({ applicant: 'A LLC dba Taco' }, { applicant: 'B LLC dba Taco' });
    const alone = cityOf({ applicant: 'A LLC dba Taco' });
    expect(city.trucks.map(({ slug }) => slug)).toEqual([
      'taco',
      expect.stringMatching(/^taco-[a-z0-9]{4,6}$/),
    ]);
    expect(alone.trucks[0]?.slug).toBe('taco');
  });

  it('makes one place of several locations at one address', () => {
    const city = cityOf(
      { locationId: '1' },
      { locationId: '2', address: '2535 Taylor St.', latitude: 37.8059 },
    );
    expect(city.places.map(({ slug, entries }) => [slug, entries.length])).toEqual([['2535-taylor-st', 2]]);
  });

  it('splits an address whose spots lie far apart', () => {
    const city = cityOf({}, { latitude: 37.82 }, { latitude: null });
    expect(city.places.map(({ slug, entries }) => [slug, entries.length])).toEqual([
      ['2535-taylor-st', 2],
      [expect.stringMatching(/^2535-taylor-st-[a-z0-9]+$/), 1],
    ]);
  });

  it('never shows a block as an address', () => {
    const text = 'Setup at 780 Innes Ave. 10:05am-10:10am';
    const city = cityOf({ address: 'Assessors Block 4644/Lot008', text });
    expect(city.places[0]).toMatchObject({ address: '780 Innes Ave', slug: '780-innes-ave' });
    expect(city.entries[0]).toMatchObject({ certainty: 'stated', windows: [{ start: 605, end: 610 }] });
  });

  it('is a cold truck only when every row is cold', () => {
    expect(cityOf({ cold: true }, { cold: true }).trucks[0]?.cold).toBe(true);
    expect(cityOf({ cold: true }, { cold: false }).trucks[0]?.cold).toBe(false);
  });

  it('lists food texts by how common they are and joins trucks with kinds of food', () => {
    const city = cityOf(
      { food: 'Tacos' },
      { food: 'Coffee' },
      { food: 'Coffee' },
      { food: '', permitFood: 'Pizza' },
    );
    expect(city.trucks[0]?.foodTexts).toEqual(['Coffee', 'Tacos']);
    expect(city.foods.map(({ name, trucks }) => [name, trucks.length])).toEqual([
      ['Coffee', 1],
      ['Mexican', 1],
      ['Pizza', 1],
      ['Tacos', 1],
    ]);
  });
});
