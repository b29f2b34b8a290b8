import { describe, expect, it } from 'vitest';
import type { Campaign } from '../../src/content/campaign.ts';
import { countViews, type Views } from './count.ts';
import { LogReader } from './log-line.ts';

const fields =
  '#Fields: date time x-edge-location sc-bytes c-ip cs-method cs(Host) cs-uri-stem sc-status cs(Referer) cs(User-Agent) cs-uri-query';
const phone = 'Mozilla/5.0%20(iPhone)';

interface Asked {
  at?: string;
  method?: string;
  path?: string;
  status?: number;
  agent?: string;
}

function line({
  at = '2026-11-20 20:00:00',
  method = 'GET',
  path = '/sf/food/coffee/',
  status = 200,
  agent = phone,
}: Asked): string {
  return [
    ...at.split(' '),
    'SFO5',
    5120,
    '192.0.2.1',
    method,
    'd1.cloudfront.net',
    path,
    status,
    '-',
    agent,
    '-',
  ].join('\t');
}

function campaign(where: Partial<Campaign['where']> = { food: 'coffee' }): Campaign {
  return {
    id: 'roasters',
    name: 'Roasters',
    text: 'Coffee.',
    lang: 'en',
    link: 'https://r.example/',
    image: null,
    where: { city: 'sf', neighborhood: null, food: null, day: null, ...where },
    from: '2026-11-01',
    to: '2026-11-30',
    size: 'card',
    price: null,
  };
}

/** Views by day of one request. */
function counted(
  asked: Asked,
  one = campaign(),
  over: { since?: string; base?: string } = {},
): Record<string, number> {
  const reader = new LogReader();
  const lines = ['#Version: 1.0', fields, line(asked)].map((text) => reader.read(text));
  const requests = lines.filter((read) => read !== null && read !== 'damaged');
  const views: Views = new Map();
  const { since = one.from, base = '/' } = over;
  countViews(
    requests,
    { shown: [{ campaign: one, since }], base, zones: { sf: 'America/Los_Angeles' } },
    views,
  );
  return Object.fromEntries(views.get(one.id) ?? []);
}

describe('countViews', () => {
  const one = { '2026-11-20': 1 };

  it('counts pages that were sent, or that a browser was told to show again', () => {
    expect([counted({}), counted({ status: 304 })]).toEqual([one, one]);
  });

  it.each([
    ['another page', { path: '/sf/food/tacos/' }],
    ['the data of the page', { path: '/sf/food/coffee.json' }],
    ['a page that is not there', { status: 404 }],
    ['a look at the head', { method: 'HEAD' }],
    ['a program that says so', { agent: 'Mozilla/5.0%20(compatible;%20Googlebot/2.1)' }],
    ['a day after the last', { at: '2026-12-02 00:00:00' }],
  ])('does not count %s', (_, asked) => {
    expect(counted(asked)).toEqual({});
  });

  it('counts every language, and pages asked for by the name of their file', () => {
    expect(counted({ path: '/es/sf/food/coffee/' })).toEqual(one);
    expect(counted({ path: '/sf/food/coffee/index.html' })).toEqual(one);
  });

  it('counts by the days of the city', () => {
    expect(counted({ at: '2026-12-01 07:59:59' })).toEqual({ '2026-11-30': 1 });
    expect(counted({ at: '2026-11-01 06:00:00' })).toEqual({});
  });

  it('counts a slot from the day of its payment', () => {
    expect(counted({}, campaign(), { since: '2026-11-21' })).toEqual({});
  });

  it('knows the pages of a day, a neighbourhood and the home', () => {
    const friday = campaign({ day: 'friday' });
    expect([counted({ path: '/sf/friday/' }, friday), counted({ path: '/sf/friday/12/' }, friday)]).toEqual([
      one,
      one,
    ]);
    expect(counted({ path: '/sf/saturday/12/' }, friday)).toEqual({});
    expect(counted({ path: '/sf/neighborhood/mission/' }, campaign({ neighborhood: 'mission' }))).toEqual(
      one,
    );
    expect([counted({ path: '/' }, campaign({})), counted({ path: '/sf/' }, campaign({}))]).toEqual([
      one,
      one,
    ]);
  });

  it('knows a site below a path', () => {
    expect(counted({ path: '/trucks/sf/food/coffee/' }, campaign(), { base: '/trucks/' })).toEqual(one);
    expect(counted({}, campaign(), { base: '/trucks/' })).toEqual({});
  });
});

describe('LogReader', () => {
  it('finds columns by their names, and says which lines it cannot read', () => {
    const reader = new LogReader();
    expect(reader.read(line({}))).toBe('damaged');
    expect(reader.read('#Fields: time date cs-method cs-uri-stem sc-status cs(User-Agent)')).toBeNull();
    expect(reader.read(['10:00:00', '2026-11-20', 'GET', '/', '200', 'x'].join('\t'))).toEqual({
      at: '2026-11-20T10:00:00Z',
      method: 'GET',
      path: '/',
      status: 200,
      agent: 'x',
    });
    expect(reader.read('cut off')).toBe('damaged');
  });
});
