import { digest, type Digest } from '../digest.ts';
import { Failure } from '../failure.ts';

/** A sum of money: whole minor units ("950" is $9.50) and an ISO 4217 code in small letters. No float, anywhere. */
export interface Money {
  readonly amount: number;
  readonly currency: string;
}

/** One thing that can be paid for with a link of its own. */
export interface Offer extends Money {
  /** Names it for good: "menu/sf/lucky-tacos/al-pastor", "sponsor/spring-roasters". */
  readonly key: string;
  /** What whoever pays reads. */
  readonly name: string;
  /** Paid once by one payer, at once (a slot); else as often and as many as wanted (a dish). */
  readonly once: boolean;
  /** A question that is answered with the payment, at most 50 characters; null for none. */
  readonly ask: string | null;
  /** The connected account that gets the money; null for that of the site. */
  readonly payee: string | null;
}

/** Counts in every digest: to be raised when links are made in another form, so that all are made anew. */
const form = 1;

/** Stands for all of an offer that its link shows or asks. Another digest is another price and another link. */
export function offerDigest({ key, name, amount, currency, once, ask, payee }: Offer): Digest {
  return digest(JSON.stringify([form, key, name, amount, currency, once, ask, payee]));
}

/** The same offers, of which none is free, broken or there twice. Fails with `OFFER_INVALID` otherwise. */
export function checkOffers(offers: readonly Offer[]): readonly Offer[] {
  const seen = new Set<string>();
  for (const { key, amount, currency } of offers) {
    const wrong =
      (seen.has(key) && 'it is there twice') ||
      (!(Number.isSafeInteger(amount) && amount > 0) && `${amount} is no number of minor units`) ||
      (!/^[a-z]{3}$/.test(currency) && `"${currency}" is no currency`);
    if (wrong) {
      const hint =
        'Amounts are whole minor units above zero, currencies like "usd". Nothing was asked of Stripe.';
      throw new Failure('OFFER_INVALID', `The offer ${key} cannot be made: ${wrong}.`, { hint });
    }
    seen.add(key);
  }
  return offers;
}
