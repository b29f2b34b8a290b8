import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { row } from '../../test/schedule-rows.ts';
import { siteCity } from '../../test/site-city.ts';
import { readCity } from '../schedule/read-city.ts';
import type { SnapshotRow } from '../schedule/snapshot.ts';
import { logAfter } from '../source/log.ts';
import { hourData, tableFiles, truckFiles, placeFiles, truckRows } from './data-pages.ts';
import { cityFeeds, truckFeeds } from './feed-files.ts';
import { atomFeed, jsonFeed } from './feed.ts';
import { hourPoints, truckPoints } from './points.ts';
import { weekTableText } from './table.ts';

type Rows = readonly Partial<SnapshotRow>[];
const addressOf = (path: string) => `https://curbside.example${path}`;
const site = (rows: Rows) => siteCity(rows.map((parts) => row(parts)));
const clay = { address: '1 CLAY ST', locationId: '2', latitude: null, longitude: null } as const;

describe('hourPoints', () => {
  it('gives the permitted stops of an hour, longitude first, and null where the city gives no point', () => {
    const hours = hourData(site([{}, clay, { applicant: 'Old', standing: 'lapsed' }]));
    const { city, open } = hours[5 * 24 + 12]!.props.view();
    const { features } = hourPoints(city, open, addressOf);
    expect(features.map(({ geometry }) => geometry)).toEqual([
      null,
      { type: 'Point', coordinates: [-122.41594, 37.80589] },
    ]);
    expect(features[1]!.properties).toMatchObject({
      truck: 'Anzu To You',
      windows: [['10:00', '15:00']],
      url: 'https://curbside.example/sf/truck/anzu-to-you/',
    });
  });
});

describe('truckPoints', () => {
  it('gives each permitted place once, with its hours', () => {
    const [rows] = truckRows(site([{}, { weekday: 'monday' }, clay, { ...clay, standing: 'lapsed' }]));
    expect(truckPoints(rows!.props.view()).features.map(({ properties }) => properties)).toEqual([
      { truck: 'Anzu To You', address: '1 Clay St', opening_hours: 'Fr 10:00-15:00' },
      { truck: 'Anzu To You', address: '2535 Taylor St', opening_hours: 'Mo,Fr 10:00-15:00' },
    ]);
  });
});

describe('the files of trucks and places', () => {
  it('end with permitted hours, after all fields that were there before', () => {
    const city = site([{}, clay, { applicant: 'Old', standing: 'lapsed' }]);
    const truck = truckFiles(city)[0]!.props.view();
    expect(Object.keys(truck).slice(-2)).toEqual(['entries', 'openingHours']);
    expect(truck.openingHours).toEqual([
      { slug: '1-clay-st', hours: 'Fr 10:00-15:00' },
      { slug: '2535-taylor-st', hours: 'Fr 10:00-15:00' },
    ]);
    expect(placeFiles(city).map(({ props }) => props.view().openingHours)).toEqual([
      [{ slug: 'anzu-to-you', hours: 'Fr 10:00-15:00' }],
      [{ slug: 'anzu-to-you', hours: 'Fr 10:00-15:00' }],
    ]);
  });
});

/** RFC 4180, read strictly: a quote stands only where the grammar has one. */
function readCsv(text: string): string[][] {
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  const rows: string[][] = [[]];
  while (field.lastIndex < text.length) {
    const match = field.exec(text);
    if (match === null) throw new Error('no CSV');
    rows.at(-1)!.push(match[1]?.replaceAll('""', '"') ?? match[2]!);
    if (match[3] === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

describe('weekTableText', () => {
  const table = (rows: Rows) => readCsv(weekTableText(tableFiles(site(rows))[0]!.props.view()));

  it('has a line for every window, with its day and times first', () => {
    const [head, ...lines] = table([
      { text: '10:30am-11am, 2pm-2:30pm' },
      { start24: '20:00', end24: '02:00' },
    ]);
    expect(head!.slice(0, 4)).toEqual(['day', 'start', 'end', 'truck']);
    expect(lines.map((line) => line.slice(0, 4).join())).toEqual([
      'friday,10:30,11:00,Anzu To You',
      'friday,14:00,14:30,Anzu To You',
      'friday,20:00,26:00,Anzu To You',
    ]);
  });

  it('gives back any text of the city, and never one that begins a formula', () => {
    const text = fc.string({
      unit: fc.constantFrom('=', '+', '-', '@', '"', ',', '\n', '\r', '\t', ' ', 'a', 'é'),
    });
    fc.assert(
      fc.property(text, (food) => {
        const [head, line] = table([{ food }]);
        const cell = line![head!.indexOf('food')]!;
        expect(cell.replace(/^'/, '')).toBe(food);
        expect(cell).not.toMatch(/^\s*[=+\-@\t\r]/);
      }),
    );
  });
});

describe('the feeds of changes', () => {
  const before = { rows: [row(), row(clay)], problems: [] };
  const hostile = '<b>"Burgers"</b> & ]]>\u0007';
  const rows = [row({ end24: '16:00' }), row({ applicant: hostile, permit: '9', weekday: 'monday' })];
  const after = { rows, problems: [] };
  const log = logAfter({ before, after, log: null, asOf: '2022-01-30' });
  const city = siteCity(rows, { log, city: readCity(after) });

  it('tell a city what each pull changed', () => {
    const facts = cityFeeds(city)[0]!.props.view();
    expect(jsonFeed(facts, addressOf)).toMatchObject({
      feed_url: 'https://curbside.example/sf/changes.json',
      items: [{ title: '3 changes, 2022-01-30', date_published: '2022-01-30T08:00:00Z' }],
    });
    const atom = atomFeed(facts, addressOf);
    expect(atom).toContain('2535 Taylor St: now Fri 10 am–4 pm; before Fri 10 am–3 pm');
    expect(atom).toContain('is no longer listed at 1 Clay St: before Fri 10 am–3 pm');
  });

  it('tell of a truck its own changes only', () => {
    const facts = truckFeeds(city).map(({ props }) => props.view());
    const anzu = facts.find(({ subject }) => subject === 'anzu-to-you')!;
    expect(anzu.pulls.flatMap(({ changes }) => changes.map(({ kind }) => kind))).toEqual(['times', 'gone']);
  });

  it('keep the names of their entries on another host, and give each feed its own', () => {
    const [cityFacts, truckFacts] = [cityFeeds(city)[0]!.props.view(), truckFeeds(city)[0]!.props.view()];
    const idsOf = (text: string) => [...text.matchAll(/<id>(.*?)<\/id>/g)].map(([, id]) => id);
    const here = idsOf(atomFeed(cityFacts, addressOf));
    expect(idsOf(atomFeed(cityFacts, (path) => `https://other.example${path}`))).toEqual(here);
    const all = [...here, ...idsOf(atomFeed(truckFacts, addressOf))];
    expect(new Set(all).size).toBe(all.length);
    expect(
      all.every((id) =>
        /^urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/.test(id!),
      ),
    ).toBe(true);
  });

  it('carry no markup of the city', () => {
    const facts = cityFeeds(city)[0]!.props.view();
    const atom = atomFeed(facts, addressOf);
    expect(atom).not.toMatch(/<b>|\]\]>|\u0007/);
    expect(atom).toContain('&amp;lt;b&amp;gt;');
    expect(JSON.stringify(jsonFeed(facts, addressOf))).not.toContain('<b>');
  });

  it('have a date though nothing is known to have changed', () => {
    const facts = truckFeeds(siteCity([row()]))[0]!.props.view();
    expect(atomFeed(facts, addressOf)).toContain('<updated>2020-01-01T08:00:00Z</updated>');
  });
});
