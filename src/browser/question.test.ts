import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { row } from '../../test/schedule-rows.ts';
import { siteCity } from '../../test/site-city.ts';
import { weekData, type WeekData } from '../site/week-file.ts';
import { understand } from './question.ts';
import { suggestionsFor } from './suggest.ts';

/** Two streets that cross where 4th and Mission do, and one a mile off. */
const rows = [
  row({
    applicant: 'Bean Cart',
    address: '185 4TH ST',
    locationId: '1',
    food: 'coffee',
    latitude: 37.7835,
    longitude: -122.4035,
  }),
  row({
    applicant: 'Senor Sisig',
    address: '800 MISSION ST',
    locationId: '2',
    food: 'tacos, burritos',
    latitude: 37.7838,
    longitude: -122.405,
  }),
  row({
    applicant: 'Far Coffee',
    address: '2500 MISSION ST',
    locationId: '3',
    food: 'coffee',
    latitude: 37.756,
    longitude: -122.4188,
  }),
  row({
    applicant: 'Curry Up',
    address: '1 MARKET ST',
    locationId: '4',
    food: 'hot dogs',
    weekday: 'saturday',
  }),
];
const week: WeekData = {
  ...weekData(siteCity(rows)),
  neighborhoods: { name: ['Mission', 'South of Market'], slug: ['mission', 'south-of-market'] },
};
/** Wednesday, 3 pm; the rows are open on Friday. */
const wednesday = 3 * 1440 + 900;
const at = (day: number, hour: number, minute = 0) => day * 1440 + hour * 60 + minute;

describe('understand', () => {
  it.each([
    ['tacos friday noon', { food: 'tacos', at: at(5, 12) }],
    ['Friday noon tacos', { food: 'tacos', at: at(5, 12) }],
    ['coffee near 4th and Mission now', { food: 'coffee', near: '4th and mission', at: null }],
    ['coffee near 4th & mission', { food: 'coffee', near: '4th & mission', at: null }],
    ['coffe', { food: 'coffee' }],
    ['burito tomorrow', { food: 'burritos', at: at(4, 12) }],
    ['hot dogs on saturday at 6', { food: 'hot-dogs', at: at(6, 18) }],
    ['tacos today 18:30', { food: 'tacos', at: at(3, 18, 30) }],
    ['tacos 6:30pm', { food: 'tacos', at: at(3, 18, 30) }],
    ['tacos 2 pm', { food: 'tacos', at: at(4, 14) }],
    ['tonight', { at: at(3, 19) }],
    ['wendesday', { at: null }],
    ['saterday morning', { at: at(6, 9) }],
    ['friday midnight', { at: at(6, 0) }],
    ['coffee in the mission', { food: 'coffee', area: 'mission' }],
    ['food trucks near market', { near: 'market' }],
    ['12 am friday', { at: at(6, 0) }],
  ] as const)('%s', (text, wish) => {
    const found = understand(text, week, wednesday);
    expect(found.wish).toMatchObject({ food: '', area: '', ...wish });
    expect(found.rest).toEqual([]);
  });

  it.each([
    ['senor sisig friday', ['senor', 'sisig']],
    ['coffee at nowhere street', ['nowhere', 'street']],
    ['bean cart', ['bean', 'cart']],
    ['800 mission', ['800', 'mission']],
  ])('leaves of “%s” what is a name', (text, rest) => {
    expect(understand(text, week, wednesday).rest).toEqual(rest);
  });

  it('takes any text, and asks for a minute of the week or for now', () => {
    const texts = fc.array(
      fc.oneof(fc.string(), fc.constantFrom('friday', 'at', '6', 'near', 'and', 'mission', 'noon', 'tacos')),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(texts, fc.integer({ min: 0, max: 10_079 }), (words, minute) => {
        const { wish } = understand(words.join(' '), week, minute);
        expect(wish.at === null || (Number.isInteger(wish.at) && wish.at >= 0 && wish.at < 10_080)).toBe(
          true,
        );
      }),
    );
  });
});

describe('suggestionsFor', () => {
  const labels = (text: string, minute = wednesday) =>
    suggestionsFor(text, week, { minute, instant: new Date(0) }).map(({ kind, label, about }) =>
      [kind, label, about].join(' | '),
    );

  it('answers a question of time, food and place at once, nearest first, without what is far', () => {
    expect(labels('coffee near 4th and mission friday 11am').slice(0, 2)).toEqual([
      'When | Coffee near 4th and Mission, Friday, 11 am | 1 truck',
      expect.stringMatching(/^Truck \| Bean Cart \| until .*, 185 4th St, \d+ ft$/),
    ]);
  });

  it.each([
    ['seno', 'Truck | Senor Sisig'],
    ['señor sisig', 'Truck | Senor Sisig'],
    ['sinor sisig', 'Truck | Senor Sisig'],
    ['sisgi', 'Truck | Senor Sisig'],
    ['tac', 'When | Tacos, now'],
    ['hot', 'Food | Hot dogs'],
    ['185 4th', 'Place | 185 4th St'],
    ['mision', 'Area | Mission'],
    ['misson st', 'Place | '],
  ])('finds by “%s”', (text, expected) => {
    expect(labels(text)[0]?.startsWith(expected)).toBe(true);
  });

  it('says of a truck where it is next', () => {
    expect(labels('bean')[0]).toMatch(/^Truck \| Bean Cart \| Friday .*, 185 4th St$/);
  });

  it('always ends with the search for the words themselves, each answer once', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const found = suggestionsFor(text, week, { minute: wednesday, instant: new Date(0) });
        expect(found.at(-1)?.kind).toBe(text.trim() === '' ? undefined : 'Search');
        expect(new Set(found.map(({ path }) => path)).size).toBe(found.length);
      }),
    );
  });
});
