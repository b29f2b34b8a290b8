import { Stripe } from 'stripe';
import { AccountFault, type FaultKind } from './patience.ts';

type Words = readonly [kind: FaultKind, code: string, hint: string];

const { errors } = Stripe;
const busy: Words = ['busy', 'PAYMENTS_BUSY', 'Stripe had several tries. The next run goes on.'];
const broken: Words = [
  'broken',
  'PAYMENTS_BROKEN',
  'What was made is found by the next run. See status.stripe.com.',
];
const replayed: Words = ['replayed', 'PAYMENTS_BROKEN', broken[2]];
const cut: Words = [
  'cut',
  'PAYMENTS_UNREACHABLE',
  'Is there a network? What was made is found by the next run.',
];
const key: Words = [
  'refused',
  'PAYMENTS_KEY',
  'Make a restricted key in the dashboard and set it anew; the old one may have ended.',
];
const denied: Words = [
  'refused',
  'PAYMENTS_DENIED',
  'The restricted key needs: Products, Prices and Payment Links: write; Checkout Sessions: read.',
];
const refused: Words = [
  'refused',
  'PAYMENTS_REFUSED',
  'Nothing of this run is lost: what was made is found by the next.',
];

/** The failure that an error of the library is. Its words name the request; of the key nothing, not even the part that Stripe shows. */
export function accountFault(error: unknown, what: string): AccountFault {
  const [kind, code, hint] = wordsFor(error);
  const why = kind === 'refused' && code !== 'PAYMENTS_REFUSED' ? '' : `: ${reason(error)}`;
  return new AccountFault(kind, code, { message: `Stripe was asked ${what}, in vain${why}.`, hint });
}

function wordsFor(error: unknown): Words {
  if (error instanceof errors.StripeRateLimitError) return busy;
  if (error instanceof errors.StripeConnectionError) return cut;
  if (error instanceof errors.StripeAuthenticationError) return key;
  if (error instanceof errors.StripePermissionError) return denied;
  if (!(error instanceof errors.StripeError)) return refused;
  if (error.statusCode === 409) return busy; // another request with the same key is on its way
  if ((error.statusCode ?? 0) < 500) return refused;
  return error.headers?.['idempotent-replayed'] === 'true' ? replayed : broken;
}

function reason(error: unknown): string {
  const { message, statusCode, type } = error as { message: string; statusCode?: number; type?: string };
  const text = message.replace(/\b[a-z]+_(?:test|live)_[\w*]+/g, 'KEY').replace(/\.$/, '');
  return [statusCode, type, text].filter((part) => part !== undefined && part !== '').join(', ');
}
