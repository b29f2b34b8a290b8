import { describe, expect, it } from 'vitest';
import { cacheControl, framePolicy, isOpenData } from './headers.ts';

describe('cacheControl', () => {
  it.each([
    ['/_astro/map.CxY2.js', 'immutable'],
    ['/sf/search/abcdefghijklmnopqrstuv/pagefind.js', 'immutable'],
    ['/status.json', 's-maxage=10'],
    ['/.well-known/curbside/published.json', 's-maxage=10'],
    ['/sf/friday/12/', 'stale-while-revalidate=86400'],
    ['/sf/friday/12.json', 'stale-if-error=604800'],
    ['/sf/search/', 's-maxage=300'],
    ['/sf/search/records.json', 's-maxage=300'],
  ])('gives %s %s', (path, part) => expect(cacheControl(path)).toContain(part));

  it('never lets a page be kept for ever', () =>
    expect(cacheControl('/sf/friday/12/')).not.toContain('immutable'));
});

describe('isOpenData', () => {
  it('opens data files and no page', () => {
    const data = ['12.json', '12.geojson', 'week.csv', 'truck/anzu.ics', 'changes.atom'];
    expect(data.map((file) => isOpenData(`/sf/${file}`))).toEqual(data.map(() => true));
    expect(['/sf/friday/12/', '/api/health', '/_astro/a.json'].map(isOpenData)).toEqual([
      false,
      false,
      false,
    ]);
  });
});

describe('framePolicy', () => {
  it('lets everybody show what is made for it, and no other page', () => {
    const open = ['/sf/embed/truck/anzu-to-you/', '/sf/embed/friday/12/'];
    const closed = ['/sf/', '/sf/truck/embed/', '/embed/', '/sf/embed', '/'];
    expect(open.map(framePolicy)).toEqual(open.map(() => 'frame-ancestors *'));
    expect(closed.map(framePolicy)).toEqual(closed.map(() => "frame-ancestors 'none'"));
  });
});
