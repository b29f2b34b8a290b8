import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { writeFileAtomic } from '../src/disk.ts';
import { apiOrigin } from '../src/payments/key.ts';
import { lockName, readLock, writeLock } from '../src/payments/lock.ts';
import { offersOf } from '../src/payments/offers.ts';
import { reconcile, type Reconciled } from '../src/payments/reconcile.ts';
import { exitCodes, runCommand } from './command.ts';
import { keptContent } from './kept-content.ts';
import { paymentLines, paymentsSentence, reportPayments } from './report-payments.ts';
import { cache } from './site.ts';
import { paymentsKey } from './tokens/payments-key.ts';

const usage = `Usage: npm run payments -- [--dry-run] [--content DIR] [--report FILE]

Makes the payment links at Stripe those of the content: one for each dish of the owners who take paid orders ahead, and
one for each sponsor's place that is not paid yet. Reads what was paid since the last run. What the account then holds is
written into payments.lock.json in the folder of content, from which pages take their links.

  --dry-run      say what would be done, and do nothing
  --content DIR  owners, sponsors and the lock (content)
  --report FILE  write what was done as JSON

Without a key nothing is asked and nothing is changed.

Exit codes: 0 done, 1 failure, 2 usage.
Environment: STRIPE_API_KEY, a restricted key, or STRIPE_SECRET_ID (a secret of AWS Secrets Manager that holds it);
STRIPE_API_ORIGIN (another origin than Stripe's, for tests).`;

await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      'dry-run': { type: 'boolean', default: false },
      content: { type: 'string', default: 'content' },
      report: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return exitCodes.done;
  }
  const key = await paymentsKey(process.env);
  if (key === null) {
    console.log('Payments are off: neither STRIPE_API_KEY nor STRIPE_SECRET_ID is set. Nothing was asked.');
    return exitCodes.done;
  }
  const dryRun = values['dry-run'];
  const done = await run(key, { content: values.content, dryRun });
  if (values.report !== undefined) writeFileAtomic(values.report, `${JSON.stringify(done, null, 2)}\n`);
  await reportPayments(done, dryRun);
  for (const line of paymentLines(done, dryRun)) console.log(line);
  console.log(paymentsSentence(done, dryRun));
  return exitCodes.done;
}, usage);

interface Run {
  readonly content: string;
  readonly dryRun: boolean;
}

async function run(
  { key, live }: { readonly key: string; readonly live: boolean },
  { content: folder, dryRun }: Run,
): Promise<Reconciled> {
  const file = path.join(folder, lockName);
  const lock = readLock(file);
  const content = keptContent(folder, cache);
  const { stripeAccount } = await import('../src/payments/stripe-account.ts');
  const origin = apiOrigin(process.env['STRIPE_API_ORIGIN']);
  const account = stripeAccount({ key, origin, sleep: (ms) => setTimeout(ms) });
  // A day is over for a slot when it is over everywhere.
  const today = new Date(Date.now() - 12 * 3_600_000).toISOString().slice(0, 10);
  const offers = offersOf(content, today);
  const isWhole = content.faults.length === 0;
  const done = await reconcile({ account, offers, isWhole, lock, live, dryRun });
  if (!dryRun) writeLock(file, done.lock);
  return done;
}
