import { describe, expect, it } from 'vitest';
import { contentTypeOf } from './content-type.ts';
import { addressOf, classOf } from './files.ts';

describe('classOf', () => {
  it.each([
    ['_astro/map.CxY2.js', 'asset'],
    ['icon.svg', 'asset'],
    ['sf/search/abcdefghijklmnopqrstuv/pagefind-entry.json', 'asset'],
    ['sf/friday/12.json', 'data'],
    ['sf/search/records.json', 'data'],
    ['sf/truck/x.ics', 'data'],
    ['sf/feed.xml', 'data'],
    ['sf/friday/12/index.html', 'page'],
    ['index.html', 'entry'],
    ['sf/index.html', 'entry'],
    ['404.html', 'entry'],
    ['sitemap.xml', 'entry'],
    ['sf/sitemap.xml', 'entry'],
    ['robots.txt', 'entry'],
    ['status.json', 'state'],
    ['.well-known/curbside/manifest.json', 'state'],
  ])('says of %s: %s', (path, expected) => expect(classOf(path)).toBe(expected));
});

describe('addressOf', () => {
  it.each([
    ['index.html', '/'],
    ['sf/friday/12/index.html', '/sf/friday/12/'],
    ['404.html', '/404.html'],
    ['sf/week.json', '/sf/week.json'],
    ['sf/myindex.html', '/sf/myindex.html'],
  ])('gives for %s %s', (path, expected) => expect(addressOf(path)).toBe(expected));
});

describe('contentTypeOf', () => {
  it.each([
    ['a.html', 'text/html; charset=utf-8'],
    ['a.ICS', 'text/calendar; charset=utf-8'],
    ['a.pf_fragment', 'application/octet-stream'],
    ['LICENSE', 'application/octet-stream'],
  ])('gives for %s %s', (path, expected) => expect(contentTypeOf(path)).toBe(expected));
});
