import { Stripe } from 'stripe';
import { digest } from '../digest.ts';
import type { Account, HeldLink, HeldPrice, Payment } from './account.ts';
import { offerDigest, type Offer } from './offer.ts';
import { askPatiently, createOnce, type Creation, type Sleep } from './patience.ts';
import { accountFault } from './stripe-fault.ts';

/** How to reach an account. */
export interface StripeSettings {
  /** A restricted key; held here and sent, never shown. */
  readonly key: string;
  /** Stripe's own, or a stand-in's on this machine. */
  readonly origin: URL;
  readonly sleep: Sleep;
}

/** The version of Stripe's API that this file was written for; an account's own default does not matter. */
const apiVersion = '2026-10-28.endive';

/** Marks what is ours, with the digest behind it: in `lookup_key` of prices and in `metadata` of links. */
const mark = 'curbside_offer';
const digestMark = 'curbside_digest';
const lookupKey = (offer: string) => `curbside_${offer}`;
/** Stripe takes as many lookup keys at once. */
const keysAtOnce = 10;
const pageSize = 100;

/**
 * An account at Stripe. Only lists are asked, never the search: that shows what was made a minute late, and a run that
 * looked there would make it again.
 */
export function stripeAccount({ key, origin, sleep }: StripeSettings): Account {
  const stripe = new Stripe(key, {
    apiVersion,
    host: origin.hostname,
    port: origin.port === '' ? 443 : origin.port,
    protocol: origin.protocol === 'http:' ? 'http' : 'https',
    maxNetworkRetries: 0, // patience.ts knows when a key may be used again
    timeout: 30_000,
    telemetry: false,
  });
  const ask = <Value>(what: string, request: () => Promise<Value>) =>
    askPatiently(() => told(what, request), sleep);
  const create = <Value>(what: string, { make, find }: Creation<Value>) =>
    createOnce({ make: (number) => told(what, () => make(number)), find }, sleep);

  const findPrices = async (digests: readonly string[]) => {
    const found: HeldPrice[] = [];
    for (let start = 0; start < digests.length; start += keysAtOnce) {
      const lookup_keys = digests.slice(start, start + keysAtOnce).map(lookupKey);
      const list = () => stripe.prices.list({ lookup_keys, limit: pageSize });
      found.push(...(await ask('for prices', list)).data.map(priceFrom));
    }
    return found;
  };
  const listLinks = async () => {
    const list = () => stripe.paymentLinks.list({ limit: pageSize }).autoPagingToArray({ limit: 10_000 });
    const all = await ask('for payment links', list);
    return all
      .filter(({ metadata }) => metadata[mark] !== undefined)
      .map(linkFrom)
      .reverse();
  };
  return {
    findPrices,
    listLinks,
    listPayments: async (gte) => {
      const list = () =>
        stripe.checkout.sessions
          .list({ created: { gte }, status: 'complete', limit: pageSize })
          .autoPagingToArray({ limit: 10_000 });
      return (await ask('for payments', list)).flatMap(paymentFrom).reverse();
    },
    createPrice: (offer) => {
      const params = priceParams(offer);
      return create(`to make a price for ${offer.key}`, {
        make: async (number) => priceFrom(await stripe.prices.create(params, onceBy(params, number))),
        find: async () => (await findPrices([offerDigest(offer)]))[0] ?? null,
      });
    },
    createLink: (offer, price) => {
      const params = linkParams(offer, price);
      const isIt = (link: HeldLink) => link.active && link.offerDigest === offerDigest(offer);
      return create(`to make a link for ${offer.key}`, {
        make: async (number) => linkFrom(await stripe.paymentLinks.create(params, onceBy(params, number))),
        find: async () => (await listLinks()).find(isIt) ?? null,
      });
    },
    setPriceActive: async (id, active) =>
      void (await ask('to take a price back into use', () => stripe.prices.update(id, { active }))),
    setLinkActive: async (id, active) =>
      void (await ask('to switch a link', () => stripe.paymentLinks.update(id, { active }))),
  };
}

/** Same parameters, same key: a key with others is an error for a day. */
function onceBy(params: object, number: number): Stripe.RequestOptions {
  return { idempotencyKey: `curbside-${digest(JSON.stringify(params))}-${number}` };
}

async function told<Value>(what: string, request: () => Promise<Value>): Promise<Value> {
  try {
    return await request();
  } catch (error) {
    throw accountFault(error, what);
  }
}

function priceParams(offer: Offer): Stripe.PriceCreateParams {
  const { amount, currency, name } = offer;
  return {
    unit_amount: amount,
    currency,
    lookup_key: lookupKey(offerDigest(offer)),
    product_data: { name },
  };
}

function linkParams(offer: Offer, price: string): Stripe.PaymentLinkCreateParams {
  const { once, ask, payee } = offer;
  const quantity = once ? {} : { adjustable_quantity: { enabled: true, minimum: 1, maximum: 20 } };
  return {
    line_items: [{ price, quantity: 1, ...quantity }],
    metadata: { [mark]: offer.key, [digestMark]: offerDigest(offer) }, // Stripe copies it to each session
    inactive_message: 'This is no longer offered here. Please load the page that led here again.',
    // A slot is given when it is paid, so it is paid at once: other ways to pay take days and can fail then.
    ...(once ? { restrictions: { completed_sessions: { limit: 1 } }, payment_method_types: ['card'] } : {}),
    ...(ask === null
      ? {}
      : { custom_fields: [{ key: 'ask', type: 'text', label: { type: 'custom', custom: ask } }] }),
    ...(payee === null ? {} : { transfer_data: { destination: payee } }),
  };
}

function priceFrom({ id, lookup_key, active }: Stripe.Price): HeldPrice {
  return { id, offerDigest: (lookup_key ?? '').replace(lookupKey(''), ''), active };
}

function linkFrom({ id, url, active, livemode, metadata }: Stripe.PaymentLink): HeldLink {
  return {
    id,
    url,
    active,
    live: livemode,
    offer: metadata[mark] ?? '',
    offerDigest: metadata[digestMark] ?? '',
  };
}

function paymentFrom({ id, created, payment_status, metadata, ...sums }: Stripe.Checkout.Session): Payment[] {
  const offer = metadata?.[mark];
  if (offer === undefined || payment_status !== 'paid') return [];
  return [
    { session: id, offer, amount: sums.amount_total ?? 0, currency: sums.currency ?? '', openedAt: created },
  ];
}
