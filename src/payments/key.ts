import { Failure } from '../failure.ts';

/**
 * The key, if it is one that may be used here: a restricted one. Whoever has an unrestricted key has the account, and
 * this run needs four rights of it. Fails with `PAYMENTS_KEY_SHAPE`; the words hold nothing of the key.
 */
export function restrictedKey(text: string): { readonly key: string; readonly live: boolean } {
  const key = text.trim();
  const [, mode] = /^rk_(live|test)_[A-Za-z0-9]+$/.exec(key) ?? [];
  if (mode !== undefined) return { key, live: mode === 'live' };
  const what = key.startsWith('sk_')
    ? 'an unrestricted key, which may do anything'
    : 'no restricted key (rk_live_…, rk_test_…)';
  throw new Failure('PAYMENTS_KEY_SHAPE', `STRIPE_API_KEY is ${what}. It was not used.`, {
    hint: 'Make a restricted key: Products, Prices and Payment Links: write; Checkout Sessions: read.',
  });
}

/** Where the API is: Stripe's own, or another origin; https, or http to this machine. Fails with `setting-invalid`. */
export function apiOrigin(text = ''): URL {
  const url = URL.parse(text.trim() || 'https://api.stripe.com');
  const isHere = url !== null && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
  if (url !== null && (url.protocol === 'https:' || (url.protocol === 'http:' && isHere))) return url;
  throw new Failure(
    'setting-invalid',
    `STRIPE_API_ORIGIN is "${text}": no https address, and none of this machine.`,
    {
      hint: 'Leave it out: it is for tests.',
    },
  );
}
