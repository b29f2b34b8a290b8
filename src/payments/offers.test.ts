import { describe, expect, it } from 'vitest';
import type { Campaign } from '../content/campaign.ts';
import type { Owner } from '../content/owner.ts';
import { checkOffers } from './offer.ts';
import { offersOf } from './offers.ts';

const price = (minor: number) => ({ minor, currency: 'USD' });
const owner = (over: Partial<Owner> = {}): Owner => ({
  city: 'sf',
  truck: 'lucky-tacos',
  permits: [],
  formerly: [],
  lang: 'en',
  description: null,
  photo: null,
  menu: [
    { name: 'Al pastor', note: null, price: price(950) },
    { name: 'Water', note: null, price: price(0) },
    { name: 'Al pastor', note: 'large', price: price(1150) },
  ],
  preorders: true,
  order: null,
  phone: null,
  website: null,
  social: [],
  languages: [],
  accessibility: [],
  catering: null,
  closed: [],
  ...over,
});
const campaign = (over: Partial<Campaign> = {}): Campaign => ({
  id: 'roasters',
  name: 'Roasters',
  text: 'Coffee.',
  lang: 'en',
  link: 'https://roasters.example/',
  image: null,
  where: { city: 'sf', neighborhood: null, food: null, day: null },
  from: '2026-11-01',
  to: '2026-11-30',
  size: 'card',
  price: price(12000),
  ...over,
});

describe('offersOf', () => {
  it('offers dishes that cost something, each name once', () => {
    const offers = offersOf({ owners: [owner()], campaigns: [] }, '2026-11-22');
    expect(checkOffers(offers)).toMatchObject([
      { key: 'menu/sf/lucky-tacos/Al pastor', name: 'Al pastor (Lucky Tacos)', amount: 950, currency: 'usd' },
    ]);
  });

  it('offers nothing of owners who take no paid orders', () => {
    expect(offersOf({ owners: [owner({ preorders: false })], campaigns: [] }, '2026-11-22')).toEqual([]);
  });

  it('offers a slot until its last day, and none for which nothing is owed', () => {
    const campaigns = [campaign(), campaign({ id: 'free', price: null })];
    const keysOn = (day: string) => offersOf({ owners: [], campaigns }, day).map(({ key }) => key);
    expect([keysOn('2026-11-30'), keysOn('2026-12-01')]).toEqual([['sponsor/roasters'], []]);
  });
});
