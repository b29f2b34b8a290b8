import type { Account, HeldLink, Payment } from './account.ts';
import { emptyLock, type LockedLink, type LockedPayment, type PaymentsLock } from './lock.ts';
import { checkOffers, offerDigest, type Offer } from './offer.ts';
import { planLinks, type Step } from './plan.ts';

/** What a run has to work with. */
export interface Reconciling {
  readonly account: Account;
  /** All that is to be had, paid or not. */
  readonly offers: readonly Offer[];
  /** False when some may be missing, because a file of content has a fault: then no link is withdrawn. */
  readonly isWhole: boolean;
  /** The last run's result. */
  readonly lock: PaymentsLock;
  /** False for one that takes play money. */
  readonly live: boolean;
  /** Only looks: steps are planned and none is taken. */
  readonly dryRun: boolean;
}

/** What a run did, or would do. */
export interface Reconciled {
  readonly steps: readonly Step[];
  /** Offers that were found paid in this run. */
  readonly newlyPaid: readonly string[];
  /** Payments of less than was asked, or in another currency: for people to look at. */
  readonly short: readonly Payment[];
  /** False when all this is with play money. */
  readonly live: boolean;
  readonly lock: PaymentsLock;
}

/** A payer has a day from opening a link: whoever opened one before the cursor may have paid after it was set. */
const sessionLifeSeconds = 24 * 3600;

/**
 * Makes the account's links those of the offers, reads what was paid since, and returns the lock that says so. What was
 * paid for once is offered no more. A run that breaks off leaves the lock as it was, and the next finds what it made.
 */
export async function reconcile(run: Reconciling): Promise<Reconciled> {
  const { account, live } = run;
  const offers = checkOffers(run.offers);
  const last = run.lock.live === live ? run.lock : { ...emptyLock, live };
  const payments = await account.listPayments(Math.max(0, last.cursor - sessionLifeSeconds));
  const { paid, newlyPaid, short } = paidSlots(offers, payments, last.paid);
  const open = offers.filter(({ key, once }) => !(once && key in paid));
  const [prices, links] = [await account.findPrices(open.map(offerDigest)), await account.listLinks()];
  const steps = planLinks(open, { prices, links, isWhole: run.isWhole });
  const cursor = payments.reduce((latest, { openedAt }) => Math.max(latest, openedAt), last.cursor);
  if (run.dryRun) return { steps, newlyPaid, short, live, lock: run.lock };
  const locked: Record<string, LockedLink> = {};
  for (const step of steps) {
    const link = await take(account, step);
    if (link === null || step.do === 'deactivate') continue;
    const { key, amount, currency } = step.offer;
    locked[key] = { digest: link.offerDigest, url: link.url, amount, currency };
  }
  return { steps, newlyPaid, short, live, lock: { version: 1, live, links: locked, paid, cursor } };
}

/** Takes one step; the link that now serves, or null when one was taken out of use. */
async function take(account: Account, step: Step): Promise<HeldLink | null> {
  if (step.do === 'keep') return step.link;
  if (step.do === 'deactivate') {
    await account.setLinkActive(step.link.id, false); // last, so that a run cut off before it does it again
    return null;
  }
  const { price } = step;
  if (price?.active === false) await account.setPriceActive(price.id, true); // someone took it away by hand
  if (step.do === 'revive') {
    if (!step.link.active) await account.setLinkActive(step.link.id, true);
    return step.link;
  }
  const { id } = price ?? (await account.createPrice(step.offer));
  return account.createLink(step.offer, id);
}

interface Slots {
  readonly paid: Readonly<Record<string, LockedPayment>>;
  readonly newlyPaid: readonly string[];
  readonly short: readonly Payment[];
}

/** Which one-time offers are paid for: those of before, and those that a payment covers. Dishes are the truck's matter. */
function paidSlots(
  offers: readonly Offer[],
  payments: readonly Payment[],
  before: PaymentsLock['paid'],
): Slots {
  const asked = new Map(offers.filter(({ once }) => once).map((offer) => [offer.key, offer]));
  const paid = { ...before };
  const newlyPaid: string[] = [];
  const short: Payment[] = [];
  for (const payment of payments) {
    const { session, offer: key, amount, currency, openedAt } = payment;
    const offer = asked.get(key);
    if (offer === undefined || key in paid) continue;
    if (currency !== offer.currency || amount < offer.amount) short.push(payment);
    else {
      paid[key] = { session, openedAt, amount, currency };
      newlyPaid.push(key);
    }
  }
  return { paid, newlyPaid, short: short.filter(({ offer }) => !(offer in paid)) };
}
