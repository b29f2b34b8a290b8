import { describe, expect, it } from 'vitest';
import { fileOfPage, pagePathFrom } from './page.ts';

describe('pagePathFrom', () => {
  it.each([
    ['', '/'],
    ['/', '/'],
    ['/sf/friday/12', '/sf/friday/12/'],
    ['/sf/friday/12/', '/sf/friday/12/'],
    ['/sf/week.json', '/sf/week.json'],
    ['404', '/404/'],
  ])('makes %j %j', (pathname, page) => expect(pagePathFrom(pathname)).toBe(page));
});

describe('fileOfPage', () => {
  it.each([
    ['/', 'index.html'],
    ['/sf/', 'sf/index.html'],
    ['/404/', '404.html'],
    ['/sf/week.json', 'sf/week.json'],
    ['/sf/truck/café/', 'sf/truck/caf%C3%A9/index.html'],
  ])('writes %j to %j', (page, file) => expect(fileOfPage(page)).toBe(file));
});
