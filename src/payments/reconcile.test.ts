import { describe, expect, it, onTestFinished } from 'vitest';
import { startStripe, type StripeServer } from '../../test/stripe-server.ts';
import { emptyLock, type PaymentsLock } from './lock.ts';
import type { Offer } from './offer.ts';
import { changesOf } from './plan.ts';
import { reconcile, type Reconciled } from './reconcile.ts';
import { stripeAccount } from './stripe-account.ts';

const dish = (over: Partial<Offer> = {}): Offer => ({
  key: 'menu/sf/tacos/pastor',
  name: 'Tacos: al pastor',
  amount: 950,
  currency: 'usd',
  once: false,
  ask: 'When do you pick it up?',
  payee: null,
  ...over,
});
const slot = (over: Partial<Offer> = {}): Offer =>
  dish({ key: 'sponsor/roasters', name: 'Slot', amount: 12000, once: true, ask: null, ...over });

interface Setup {
  readonly stripe: StripeServer;
  readonly waits: number[];
  run(
    offers: readonly Offer[],
    lock?: PaymentsLock,
    how?: { dryRun?: boolean; isWhole?: boolean },
  ): Promise<Reconciled>;
}

async function setup(key = 'rk_test_ours'): Promise<Setup> {
  const stripe = await startStripe();
  onTestFinished(() => stripe.close());
  const waits: number[] = [];
  const sleep = (ms: number) => Promise.resolve(void waits.push(ms));
  const account = stripeAccount({ key, origin: new URL(stripe.origin), sleep });
  const run: Setup['run'] = (offers, lock = emptyLock, how = {}) =>
    reconcile({ account, offers, lock, live: false, dryRun: false, isWhole: true, ...how });
  return { stripe, waits, run };
}

const words = ({ steps }: Reconciled) => steps.map((step) => step.do);
const active = ({ stripe }: Setup) => stripe.objects.of('payment_link').filter((link) => link.active);
const made = ({ stripe }: Setup) =>
  ['price', 'payment_link'].map((kind) => stripe.objects.of(kind as 'price').length);
const writes = ({ stripe }: Setup) => stripe.asked.filter(({ what }) => what.startsWith('POST')).length;

describe('reconcile', () => {
  it('makes a price and a link for each offer, with minor units and the currency', async () => {
    const on = await setup();
    const { lock } = await on.run([dish(), slot()]);
    expect(on.stripe.objects.of('price')).toMatchObject([
      { unit_amount: 950, currency: 'usd' },
      { unit_amount: 12000, currency: 'usd' },
    ]);
    expect(lock.links['menu/sf/tacos/pastor']).toMatchObject({ amount: 950, currency: 'usd' });
    expect(lock.links['menu/sf/tacos/pastor']!.url).toBe(active(on)[0]!['url']);
    expect(active(on)[1]!['asked']).toMatchObject({
      restrictions: { completed_sessions: { limit: '1' } },
      payment_method_types: { 0: 'card' },
    });
  });

  it('has nothing to do the second time, also without the lock', async () => {
    const on = await setup();
    const offers = [dish(), slot(), ...Array.from({ length: 12 }, (_, n) => dish({ key: `menu/sf/x/${n}` }))];
    const first = await on.run(offers);
    const before = writes(on);
    for (const lock of [first.lock, emptyLock]) {
      const second = await on.run(offers, lock);
      expect(changesOf(second.steps)).toEqual([]);
      expect(second.lock).toEqual(first.lock);
    }
    expect([before, writes(on)]).toEqual([28, 28]);
  });

  it('changes nothing in a dry run, and plans what the run then does', async () => {
    const on = await setup();
    const plan = await on.run([dish()], emptyLock, { dryRun: true });
    expect([words(plan), writes(on), plan.lock]).toEqual([['create'], 0, emptyLock]);
    expect(words(await on.run([dish()]))).toEqual(['create']);
  });

  it('replaces the link of an offer with another price: the new one first', async () => {
    const on = await setup();
    const { lock } = await on.run([dish()]);
    const second = await on.run([dish({ amount: 1050 })], lock);
    expect(second.steps).toMatchObject([{ do: 'create' }, { do: 'deactivate', why: 'replaced' }]);
    expect(active(on)).toHaveLength(1);
    expect(second.lock.links['menu/sf/tacos/pastor']).toMatchObject({
      amount: 1050,
      url: active(on)[0]!['url'],
    });
  });

  it('deactivates what is withdrawn, and takes it back into use within the life of its idempotency key', async () => {
    const on = await setup();
    const { lock } = await on.run([dish()]);
    const without = await on.run([], lock);
    expect([words(without), active(on).length, without.lock.links]).toEqual([['deactivate'], 0, {}]);
    const again = await on.run([dish()], without.lock);
    expect([words(again), active(on).length, made(on)]).toEqual([['revive'], 1, [1, 1]]);
    expect(again.lock).toEqual(lock);
  });

  it('withdraws nothing while files of content have faults', async () => {
    const on = await setup();
    await on.run([dish(), slot()]);
    const { steps } = await on.run([dish({ amount: 1000 })], emptyLock, { isWhole: false });
    expect(steps).toMatchObject([{ do: 'create' }, { do: 'deactivate', why: 'replaced' }]);
    expect(active(on)).toHaveLength(2);
  });

  it('takes a price back into use that somebody deactivated by hand', async () => {
    const on = await setup();
    const { lock } = await on.run([dish()]);
    on.stripe.objects.of('price')[0]!.active = false;
    expect(words(await on.run([dish()], lock))).toEqual(['revive']);
    expect(on.stripe.objects.of('price')[0]!.active).toBe(true);
  });

  it('leaves links alone that are not ours, and keeps one of two that are the same', async () => {
    const on = await setup();
    await on.run([dish()]);
    const [ours] = active(on);
    on.stripe.objects.add('payment_link', 'plink', { active: true, url: 'https://buy.stripe.com/other' });
    on.stripe.objects.add('payment_link', 'plink', { ...ours, id: 'plink_twin' });
    const { steps } = await on.run([dish()]);
    expect(steps).toMatchObject([
      { do: 'keep', link: { id: ours!.id } },
      { do: 'deactivate', why: 'doubled' },
    ]);
    expect(active(on).map(({ url }) => url)).toContain('https://buy.stripe.com/other');
  });

  it('asks with the pinned version of the API', async () => {
    const on = await setup();
    await on.run([dish()]);
    expect(new Set(on.stripe.asked.map(({ headers }) => headers['stripe-version']))).toEqual(
      new Set(['2026-10-28.endive']),
    );
  });
});

describe('what breaks on the way', () => {
  const price = 'POST /v1/prices';
  const link = 'POST /v1/payment_links';
  it.each([
    ['too many requests', { when: price, how: 429 }],
    ['a breakdown before the price was made', { when: price, how: 500 }],
    ['a breakdown after it', { when: price, how: 500, done: true }],
    ['a breakdown after the link was made', { when: link, how: 500, done: true }],
    ['a breakdown of the list', { when: 'GET /v1/payment_links', how: 500 }],
  ] as const)('leaves one price and one link: %s', async (_, mishap) => {
    const on = await setup();
    on.stripe.mishaps.push(mishap);
    const { lock } = await on.run([dish()]);
    expect(made(on)).toEqual([1, 1]);
    expect(lock.links['menu/sf/tacos/pastor']!.url).toBe(active(on)[0]!['url']);
    expect(on.waits).toEqual([1000]);
  });

  it.each([
    ['before it was made', false],
    ['after it was made', true],
  ])('leaves one price when the line is cut again and again %s', async (_, done) => {
    const on = await setup();
    for (let n = 0; n < 3; n++) on.stripe.mishaps.push({ when: price, how: 'cut', done });
    await on.run([dish()]);
    expect(made(on)).toEqual([1, 1]);
    expect(on.waits.length).toBeGreaterThan(0);
  });

  it('is finished by the next run when all tries fail, on the same day and after', async () => {
    for (const laterMs of [60_000, 25 * 3_600_000]) {
      const on = await setup();
      for (let n = 0; n < 4; n++) on.stripe.mishaps.push({ when: link, how: 500 });
      await expect(on.run([dish(), slot()])).rejects.toMatchObject({ code: 'PAYMENTS_BROKEN' });
      on.stripe.now += laterMs;
      on.stripe.mishaps.push({ when: link, how: 500, done: true });
      await on.run([dish(), slot()]);
      expect([made(on), active(on).length]).toEqual([[2, 2], 2]);
    }
  });

  it.each([
    ['an unknown key', 'rk_test_unknown', 'PAYMENTS_KEY'],
    ['a key that may only read', 'rk_test_reader', 'PAYMENTS_DENIED'],
  ])('is told at once, without the key, for %s', async (_, key, code) => {
    const on = await setup(key);
    on.stripe.keys.set('rk_test_reader', {
      prices: 'read',
      payment_links: 'read',
      checkout_sessions: 'read',
    });
    const error = await on.run([dish()]).catch((fault: unknown) => fault);
    expect(error).toMatchObject({ code });
    expect(JSON.stringify([error, String(error)])).not.toContain(key);
    expect([on.waits, made(on)]).toEqual([[], [0, 0]]);
  });

  it('refuses offers that are no amount before anything is asked', async () => {
    const on = await setup();
    for (const over of [{ amount: 9.5 }, { amount: 0 }, { currency: 'USD' }])
      await expect(on.run([dish(over)])).rejects.toMatchObject({ code: 'OFFER_INVALID' });
    await expect(on.run([dish(), dish()])).rejects.toMatchObject({ code: 'OFFER_INVALID' });
    expect(on.stripe.asked.filter(({ what }) => what.startsWith('POST'))).toEqual([]);
  });
});

describe('slots', () => {
  it('are paid from the next run on, once and for good, and their link is deactivated', async () => {
    const on = await setup();
    const { lock } = await on.run([slot(), dish()]);
    on.stripe.objects.pay(active(on)[0]!);
    on.stripe.objects.pay(active(on)[1]!); // a dish: the truck's matter
    const second = await on.run([slot(), dish()], lock);
    expect(second.newlyPaid).toEqual(['sponsor/roasters']);
    expect(second.lock.paid).toMatchObject({ 'sponsor/roasters': { amount: 12000, currency: 'usd' } });
    expect([words(second), Object.keys(second.lock.links)]).toEqual([
      ['keep', 'deactivate'],
      ['menu/sf/tacos/pastor'],
    ]);
    const third = await on.run([slot(), dish()], second.lock);
    expect([third.newlyPaid, changesOf(third.steps), third.lock]).toEqual([[], [], second.lock]);
  });

  it('are found again from the account alone', async () => {
    const on = await setup();
    await on.run([slot()]);
    on.stripe.objects.pay(active(on)[0]!);
    expect((await on.run([slot()], emptyLock)).newlyPaid).toEqual(['sponsor/roasters']);
  });

  it('count when the link was opened before the cursor and paid after it', async () => {
    const on = await setup();
    const { lock } = await on.run([slot(), slot({ key: 'sponsor/other' })]);
    const [first, other] = active(on);
    const openedAt = on.stripe.now / 1000;
    on.stripe.now += 23 * 3_600_000;
    on.stripe.objects.pay(first!);
    const second = await on.run([slot(), slot({ key: 'sponsor/other' })], lock);
    expect(second.lock.cursor).toBe(openedAt + 23 * 3600);
    on.stripe.objects.pay(other!, { openedAt });
    expect((await on.run([slot(), slot({ key: 'sponsor/other' })], second.lock)).newlyPaid).toEqual([
      'sponsor/other',
    ]);
  });

  it('are not paid by what is not paid yet, nor by less than is asked', async () => {
    const on = await setup();
    const { lock } = await on.run([slot()]);
    on.stripe.objects.pay(active(on)[0]!, { status: 'unpaid' });
    expect((await on.run([slot()], lock)).newlyPaid).toEqual([]);
    on.stripe.objects.of('checkout.session')[0]!['payment_status'] = 'paid';
    const dearer = await on.run([slot({ amount: 15000 })], lock);
    expect([dearer.newlyPaid, dearer.short]).toMatchObject([
      [],
      [{ offer: 'sponsor/roasters', amount: 12000 }],
    ]);
  });

  it('paid with play money are nothing to a key that takes real money', async () => {
    const on = await setup();
    const played: PaymentsLock = {
      ...emptyLock,
      paid: { 'sponsor/roasters': { session: 'cs', openedAt: 1, amount: 1, currency: 'usd' } },
    };
    const account = stripeAccount({
      key: 'rk_test_ours',
      origin: new URL(on.stripe.origin),
      sleep: () => Promise.resolve(),
    });
    const { lock } = await reconcile({
      account,
      offers: [slot()],
      lock: played,
      live: true,
      dryRun: false,
      isWhole: true,
    });
    expect([lock.live, lock.paid]).toEqual([true, {}]);
  });
});
