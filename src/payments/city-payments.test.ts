import { describe, expect, it } from 'vitest';
import type { Campaign } from '../content/campaign.ts';
import { noCityContent, type CityContent } from '../content/content.ts';
import type { Owner } from '../content/owner.ts';
import { withPayments, type Shown } from './city-payments.ts';
import { emptyLock, type PaymentsLock } from './lock.ts';
import { offerDigest } from './offer.ts';
import { dishOffer, slotOf } from './offers.ts';

const campaign: Campaign = {
  id: 'roasters',
  name: 'Roasters',
  text: 'Coffee.',
  lang: 'en',
  link: 'https://roasters.example/',
  image: null,
  where: { city: 'sf', neighborhood: null, food: 'coffee', day: null },
  from: '2026-11-10',
  to: '2026-11-20',
  size: 'card',
  price: { minor: 12000, currency: 'USD' },
};
const owner = {
  city: 'sf',
  truck: 'lucky-tacos',
  preorders: true,
  menu: [{ name: 'Al pastor', note: null, price: { minor: 950, currency: 'USD' } }],
} as unknown as Owner;
const content: CityContent = { ...noCityContent, owners: [owner], campaigns: [campaign] };

const url = 'https://buy.stripe.com/a';
const [dish, slot] = [dishOffer(owner, owner.menu[0]!)!, slotOf(campaign)[0]!];
const links = Object.fromEntries(
  [dish, slot].map((offer) => [
    offer.key,
    { digest: offerDigest(offer), url, amount: offer.amount, currency: 'usd' },
  ]),
);
const paid = { 'sponsor/roasters': { session: 'cs', openedAt: 1, amount: 12000, currency: 'usd' } };
const lock: PaymentsLock = { ...emptyLock, live: true, links };

function shown(over: Partial<Shown> = {}, of = content): { pay: unknown; active: string[]; slots: string[] } {
  const { owners, campaigns, slots } = withPayments(of, { lock, asOf: '2026-11-15', sample: false, ...over });
  return {
    pay: owners[0]!.menu[0]!.pay,
    active: campaigns.map(({ id }) => id),
    slots: slots.map(({ name }) => name),
  };
}

describe('withPayments', () => {
  it('shows nothing that is paid where payments are off', () => {
    expect(shown({ lock: emptyLock })).toEqual({ pay: undefined, active: [], slots: [] });
    expect(withPayments(content, { lock: emptyLock, asOf: '2026-11-15', sample: false }).owners[0]).toBe(
      owner,
    );
  });

  it('has a link at a dish, and one at a place that is not paid yet', () => {
    expect(shown()).toEqual({ pay: url, active: [], slots: ['Roasters'] });
  });

  it('shows a campaign once it is paid', () => {
    expect(shown({ lock: { ...lock, paid } })).toEqual({ pay: url, active: ['roasters'], slots: [] });
  });

  it.each([
    ['2026-11-09', []],
    ['2026-11-10', ['roasters']],
    ['2026-11-20', ['roasters']],
    ['2026-11-21', []],
  ])('begins and ends campaigns by the date of the data: %s', (asOf, active) => {
    expect(shown({ lock: { ...lock, paid }, asOf }).active).toEqual(active);
  });

  it('shows a campaign for which nothing is owed without any payment', () => {
    const free = { ...content, campaigns: [{ ...campaign, price: null }] };
    expect(shown({ lock: emptyLock }, free).active).toEqual(['roasters']);
  });

  it('has no link whose price is another than the dish’s of now', () => {
    const menu = [{ ...owner.menu[0]!, price: { minor: 1050, currency: 'USD' } }];
    expect(shown({}, { ...content, owners: [{ ...owner, menu }] }).pay).toBeUndefined();
  });

  it('lets play money count with made-up trucks only', () => {
    const play = { ...lock, live: false, paid };
    expect(shown({ lock: play })).toEqual({ pay: undefined, active: [], slots: [] });
    expect(shown({ lock: play, sample: true })).toEqual({ pay: url, active: ['roasters'], slots: [] });
  });
});
