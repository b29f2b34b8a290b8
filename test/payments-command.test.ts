import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { lockName, readLock } from '../src/payments/lock.ts';
import { startSecretServer } from './fake-secrets.ts';
import { startStripe, type StripeServer } from './stripe-server.ts';

const root = path.resolve(import.meta.dirname, '..');
const key = 'rk_test_ours';
let folder: string;
let stripe: StripeServer;

beforeEach(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'payments-'));
  stripe = await startStripe();
  onTestFinished(async () => {
    await stripe.close();
    fs.rmSync(folder, { recursive: true });
  });
  write(
    'trucks/lucky.yaml',
    'city: sf\ntruck: lucky-tacos\npreorders: yes\nmenu:\n  - { name: Al pastor, price: "9.50" }\n',
  );
  const where = '{ city: sf, food: coffee }';
  write(
    'sponsors/roasters.yaml',
    `name: Roasters\ntext: Coffee.\nlink: https://r.example/\nwhere: ${where}\nfrom: 2026-11-01\nto: 2099-11-30\nsize: card\nprice: "120.00"\n`,
  );
});

function write(name: string, text: string): void {
  fs.mkdirSync(path.join(folder, path.dirname(name)), { recursive: true });
  fs.writeFileSync(path.join(folder, name), text);
}

interface Ended {
  readonly code: number;
  readonly text: string;
}

function run(
  args: readonly string[] = [],
  env: Record<string, string> = { STRIPE_API_KEY: key },
): Promise<Ended> {
  const all = [path.join(root, 'scripts/payments.ts'), '--content', folder, ...args];
  const options = { cwd: root, env: { PATH: process.env['PATH'], STRIPE_API_ORIGIN: stripe.origin, ...env } };
  return new Promise((resolve) => {
    execFile(process.execPath, all, options, (error, out, err) => {
      resolve({ code: error === null ? 0 : Number(error.code), text: out + err });
    });
  });
}

const lockText = () => fs.readFileSync(path.join(folder, lockName), 'utf8');

describe('npm run payments', () => {
  it('makes the links, writes the lock, and has nothing to do the second time', async () => {
    const first = await run();
    expect(first).toMatchObject({ code: 0 });
    expect(first.text).toContain('create     menu/sf/lucky-tacos/Al pastor: Al pastor (Lucky Tacos), $9.50');
    expect(first.text).toContain('2 links made; 0 links as they were; all with play money');
    const lock = lockText();
    const second = await run();
    expect(second.text.trim()).toBe('nothing to do; 2 links as they were; all with play money');
    expect(lockText()).toBe(lock);
    expect(first.text + second.text + lock).not.toContain(key);
  });

  it('plans in a dry run and changes nothing, here or there', async () => {
    const { code, text } = await run(['--dry-run']);
    expect(code).toBe(0);
    expect(text).toMatch(/^Would do:\n {2}create .*\n {2}create .*\n2 links made;.*nothing was changed$/m);
    expect(fs.existsSync(path.join(folder, lockName))).toBe(false);
    expect(stripe.asked.every(({ what }) => what.startsWith('GET'))).toBe(true);
  });

  it('tells of a slot that was paid', async () => {
    await run();
    stripe.objects.pay(
      stripe.objects
        .of('payment_link')
        .find((link) => link.metadata['curbside_offer'] === 'sponsor/roasters')!,
    );
    const { text } = await run();
    expect(text).toContain('paid       sponsor/roasters: active from the next build on');
    expect(Object.keys(readLock(path.join(folder, lockName)).paid)).toEqual(['sponsor/roasters']);
  });

  it('asks nothing without a key', async () => {
    const { code, text } = await run([], {});
    expect([code, text.trim()]).toEqual([
      0,
      'Payments are off: neither STRIPE_API_KEY nor STRIPE_SECRET_ID is set. Nothing was asked.',
    ]);
    expect([stripe.asked, fs.existsSync(path.join(folder, lockName))]).toEqual([[], false]);
  });

  it('refuses an unrestricted key unused and unseen', async () => {
    const { code, text } = await run([], { STRIPE_API_KEY: 'sk_test_everything' });
    expect([code, stripe.asked]).toEqual([1, []]);
    expect(text).toContain('[PAYMENTS_KEY_SHAPE]');
    expect(text).not.toContain('everything');
  });

  it('leaves the lock as it was when it fails, and shows nothing of the key', async () => {
    await run();
    const lock = lockText();
    stripe.keys.clear();
    const { code, text } = await run();
    expect([code, lockText()]).toEqual([1, lock]);
    expect(text).toContain('[PAYMENTS_KEY]');
    expect(text).not.toContain(key);
  });

  it('withdraws nothing while a file has a fault', async () => {
    await run();
    write('trucks/lucky.yaml', 'city: sf\n');
    expect((await run()).text).toContain('nothing to do; 1 link as they were');
    expect(stripe.objects.of('payment_link').filter(({ active }) => active)).toHaveLength(2);
  });

  it('takes the key from the secret store, which it names and does not show', async () => {
    const store = await startSecretServer();
    onTestFinished(() => store.close());
    store.secrets.set('curbside/stripe', JSON.stringify({ key }));
    const env = { ...store.env, STRIPE_SECRET_ID: 'curbside/stripe', GITHUB_ACTIONS: 'true' };
    const good = await run([], env);
    expect([good.code, good.text.includes(`::add-mask::${key}`)]).toEqual([0, true]);
    expect(good.text.replace(`::add-mask::${key}`, '')).not.toContain(key);
    store.secrets.set('curbside/stripe', key);
    const bad = await run([], env);
    expect([bad.code, bad.text.includes('[SECRET_SHAPE]'), bad.text.includes(key)]).toEqual([1, true, false]);
  });
});
