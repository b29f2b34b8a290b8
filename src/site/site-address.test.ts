import { describe, expect, it } from 'vitest';
import { addressBelow, pathBelow, siteAddressFrom } from './site-address.ts';

describe('siteAddressFrom', () => {
  it.each([
    ['https://curbside.example', 'https://curbside.example/'],
    ['https://owner.github.io/trucks', 'https://owner.github.io/trucks/'],
    ['https://owner.github.io/trucks/', 'https://owner.github.io/trucks/'],
    ['http://127.0.0.1:4321/a/Food_Trucks.2~', 'http://127.0.0.1:4321/a/Food_Trucks.2~/'],
  ])('reads %s', (text, address) => {
    expect(siteAddressFrom(text).href).toBe(address);
  });

  it.each([
    '',
    'trucks',
    'owner.github.io/trucks',
    '/trucks/',
    'ftp://owner.github.io/',
    'https://owner.github.io/trucks?all',
    'https://owner.github.io/#trucks',
    'https://owner@github.io/',
    'https://owner.github.io//trucks',
    'https://owner.github.io/food trucks',
    'https://owner.github.io/caf%C3%A9',
    'https://owner.github.io/"><b>',
  ])('refuses "%s"', (text) => {
    expect(() => siteAddressFrom(text)).toThrow(expect.objectContaining({ code: 'SITE_ADDRESS' }) as Error);
  });
});

describe('addressBelow', () => {
  it.each([
    ['https://curbside.example', '/sf/friday/12/', 'https://curbside.example/sf/friday/12/'],
    ['https://owner.github.io/trucks', '/sf/friday/12/', 'https://owner.github.io/trucks/sf/friday/12/'],
    ['https://owner.github.io/trucks', '/', 'https://owner.github.io/trucks/'],
    ['https://owner.github.io/a/b', '/.well-known/x.json', 'https://owner.github.io/a/b/.well-known/x.json'],
  ])('puts below %s the path %s', (site, path, address) => {
    expect(addressBelow(siteAddressFrom(site), path).href).toBe(address);
    expect(pathBelow(siteAddressFrom(site), new URL(address).pathname)).toBe(path);
  });
});

describe('pathBelow', () => {
  it.each([
    ['/trucks', '/'],
    ['/trucks/', '/'],
    ['/trucks/trucks/', '/trucks/'],
    ['/', null],
    ['/sf/', null],
    ['/trucksandmore/', null],
  ])('takes %s for %s', (requested, path) => {
    expect(pathBelow(siteAddressFrom('https://owner.github.io/trucks'), requested)).toBe(path);
  });
});
