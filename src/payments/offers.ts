import { campaignKey, type Campaign } from '../content/campaign.ts';
import type { Content } from '../content/content.ts';
import type { Amount } from '../content/money.ts';
import type { MenuItem, Owner } from '../content/owner.ts';
import type { Money, Offer } from './offer.ts';

/** The key of a dish among offers. Its name is part of it, so that a menu may be put in another order. */
export function dishKey(
  { city, truck }: Pick<Owner, 'city' | 'truck'>,
  { name }: Pick<MenuItem, 'name'>,
): string {
  return `menu/${city}/${truck}/${name}`;
}

/**
 * All that content offers for money: each dish of the owners who take paid orders ahead, each slot of a campaign that
 * costs something and is not over on that day ("YYYY-MM-DD"). Of two dishes with one name the first is offered.
 */
export function offersOf(
  { owners, campaigns }: Pick<Content, 'owners' | 'campaigns'>,
  today: string,
): Offer[] {
  const dishes = owners.filter(({ preorders }) => preorders).flatMap((owner) => dishesOf(owner));
  const slots = campaigns.filter(({ to }) => to >= today).flatMap((campaign) => slotOf(campaign));
  return [...dishes, ...slots];
}

function dishesOf(owner: Owner): Offer[] {
  const byKey = new Map(owner.menu.toReversed().map((item) => [dishKey(owner, item), item]));
  return [...byKey].reverse().flatMap(([key, item]) => dishOf(owner, key, item));
}

/** One dish as an offer; none when it costs nothing. */
function dishOf(owner: Owner, key: string, { name, price }: MenuItem): Offer[] {
  const truck = owner.truck.replaceAll('-', ' ').replaceAll(/\b[a-z]/g, (letter) => letter.toUpperCase());
  const ask = 'Day and time you pick it up';
  return price.minor === 0
    ? []
    : [{ key, name: `${name} (${truck})`, ...moneyOf(price), once: false, ask, payee: null }];
}

/** What a page needs to find a dish's link: the offer as it is made of the content of now. */
export function dishOffer(owner: Owner, item: MenuItem): Offer | null {
  return owner.preorders ? (dishOf(owner, dishKey(owner, item), item)[0] ?? null) : null;
}

/** The slot of a campaign as an offer; none when nothing is owed for it. */
export function slotOf(campaign: Campaign): Offer[] {
  if (campaign.price === null) return [];
  const { id, name, from, to } = campaign;
  const words = `Sponsor's place: ${name}, ${from} to ${to} (${id})`;
  const rest = { once: true, ask: null, payee: null } as const;
  return [{ key: campaignKey(campaign), name: words, ...moneyOf(campaign.price), ...rest }];
}

function moneyOf({ minor, currency }: Amount): Money {
  return { amount: minor, currency: currency.toLowerCase() };
}
