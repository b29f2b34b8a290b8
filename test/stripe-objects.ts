import { formAt, textAt, type Form } from './stripe-form.ts';

/** An object of the account, as the API shows it. */
export interface StripeObject {
  readonly id: string;
  readonly object: 'price' | 'payment_link' | 'checkout.session';
  readonly created: number;
  readonly livemode: boolean;
  active?: boolean;
  metadata: Record<string, string>;
  [field: string]: unknown;
}

/** What the API answers instead of an object. */
export class Refusal extends Error {
  readonly status: number;
  readonly type: string;

  constructor(status: number, type: string, message: string) {
    super(message);
    this.status = status;
    this.type = type;
  }
}

/** All that the account holds, in the order in which it was made, and the rules of the API that matter here. */
export class StripeObjects {
  readonly all: StripeObject[] = [];
  readonly #now: () => number;
  #made = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  of(object: StripeObject['object']): StripeObject[] {
    return this.all.filter((one) => one.object === object);
  }

  add(object: StripeObject['object'], prefix: string, fields: Record<string, unknown>): StripeObject {
    const id = `${prefix}_${String(++this.#made).padStart(4, '0')}`;
    const created = Math.floor(this.#now() / 1000);
    const made: StripeObject = { id, object, created, livemode: false, metadata: {}, ...fields };
    this.all.push(made);
    return made;
  }

  createPrice(form: Form): StripeObject {
    const amount = textAt(form, 'unit_amount') ?? '';
    if (!/^[1-9]\d*$/.test(amount)) throw invalid(`Invalid integer: ${amount}`);
    const currency = textAt(form, 'currency') ?? '';
    if (!/^[a-z]{3}$/.test(currency)) throw invalid(`Invalid currency: ${currency}`);
    if (textAt(formAt(form, 'product_data'), 'name') === null) throw invalid('Missing product');
    const lookup = textAt(form, 'lookup_key');
    if (this.of('price').some((one) => one['lookup_key'] === lookup))
      throw invalid(`A price already uses the lookup key ${lookup}`);
    return this.add('price', 'price', {
      active: true,
      unit_amount: Number(amount),
      currency,
      lookup_key: lookup,
    });
  }

  createLink(form: Form): StripeObject {
    const item = formAt(formAt(form, 'line_items'), '0');
    const price = this.of('price').find(({ id }) => id === textAt(item, 'price'));
    if (price?.active !== true) throw invalid('The price specified is inactive or not there.');
    const limit = textAt(formAt(formAt(form, 'restrictions'), 'completed_sessions'), 'limit');
    const link = this.add('payment_link', 'plink', {
      active: true,
      metadata: formAt(form, 'metadata'),
      price: price.id,
      limit: limit === null ? Infinity : Number(limit),
      asked: form,
    });
    return Object.assign(link, { url: `https://buy.stripe.com/test_${link.id}` });
  }

  update(id: string, form: Form): StripeObject {
    const found = this.all.find((one) => one.id === id);
    if (found === undefined) throw new Refusal(404, 'invalid_request_error', `No such object: ${id}`);
    const active = textAt(form, 'active');
    if (active !== null) found.active = active === 'true';
    return found;
  }

  /** A payer goes through a link: a session, opened and completed now. */
  pay(
    link: StripeObject,
    how: { readonly status?: 'paid' | 'unpaid'; readonly openedAt?: number } = {},
  ): StripeObject {
    if (link.active !== true) throw new Refusal(400, 'invalid_request_error', 'The link is deactivated.');
    const before = this.of('checkout.session').filter((one) => one['payment_link'] === link.id);
    if (before.length >= (link['limit'] as number)) throw invalid('The link was used as often as it may be.');
    const price = this.of('price').find(({ id }) => id === link['price'])!;
    const session = this.add('checkout.session', 'cs_test', {
      payment_link: link.id,
      status: 'complete',
      payment_status: how.status ?? 'paid',
      amount_total: price['unit_amount'],
      currency: price['currency'],
      metadata: { ...link.metadata },
    });
    return Object.assign(session, how.openedAt === undefined ? {} : { created: how.openedAt });
  }
}

/** The usual refusal of a wrong parameter. */
export function invalid(message: string): Refusal {
  return new Refusal(400, 'invalid_request_error', message);
}
