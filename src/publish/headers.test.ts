import { describe, expect, it } from 'vitest';
import { cacheControl, isOpenData } from './headers.ts';

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
    expect(['/sf/friday/12.json', '/sf/friday/12/', '/api/health'].map(isOpenData)).toEqual([
      true,
      false,
      false,
    ]);
  });
});
