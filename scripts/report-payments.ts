import { formatAmount } from '../src/content/money.ts';
import type { Reconciled } from '../src/payments/reconcile.ts';
import { changesOf, type Step } from '../src/payments/plan.ts';
import { reportToActions } from './actions.ts';

/** Tells GitHub Actions what was done; a payment that does not cover its slot is a warning. */
export async function reportPayments(done: Reconciled, dryRun: boolean): Promise<void> {
  const rows = changesOf(done.steps).map((step) => [step.do, keyOf(step), whyOf(step, done)]);
  await reportToActions({
    title: dryRun ? 'Payments (dry run)' : 'Payments',
    outputs: { changed: changesOf(done.steps).length > 0 || done.newlyPaid.length > 0 },
    tables: [
      { heading: 'Links', rows: [['step', 'offer', 'why'], ...rows] },
      { heading: 'Paid', rows: [['offer'], ...done.newlyPaid.map((key) => [key])] },
    ],
    warnings: shortLines(done),
    errors: [],
  });
}

/** A line for each step that changes something, each slot paid and each payment to look at. */
export function paymentLines(done: Reconciled, dryRun: boolean): string[] {
  const changes = changesOf(done.steps);
  const lines = changes.map((step) => `  ${step.do.padEnd(10)} ${keyOf(step)}: ${whyOf(step, done)}`);
  const paid = done.newlyPaid.map((key) => `  paid       ${key}: active from the next build on`);
  return [...(dryRun && changes.length > 0 ? ['Would do:'] : []), ...lines, ...paid, ...shortLines(done)];
}

/** The last line: "2 links made, 1 deactivated; 14 as they were; 1 slot paid". */
export function paymentsSentence({ steps, newlyPaid, live }: Reconciled, dryRun: boolean): string {
  const count = (kind: Step['do']) => steps.filter((step) => step.do === kind).length;
  const parts = [
    ...(count('create') > 0 ? [`${links(count('create'))} made`] : []),
    ...(count('revive') > 0 ? [`${links(count('revive'))} taken back into use`] : []),
    ...(count('deactivate') > 0 ? [`${links(count('deactivate'))} deactivated`] : []),
  ];
  const changed = parts.length === 0 ? 'nothing to do' : parts.join(', ');
  const paid =
    newlyPaid.length === 0 ? '' : `; ${newlyPaid.length} slot${newlyPaid.length === 1 ? '' : 's'} paid`;
  const play = live ? '' : '; all with play money';
  return `${changed}; ${links(count('keep'))} as they were${paid}${play}${dryRun ? '; a dry run: nothing was changed' : ''}`;
}

function links(count: number): string {
  return `${count} link${count === 1 ? '' : 's'}`;
}

function keyOf(step: Step): string {
  return step.do === 'deactivate' ? step.link.offer : step.offer.key;
}

const reasons = {
  replaced: 'another price or name took its place',
  withdrawn: 'it is not offered any more',
  doubled: 'the same link is there twice',
} as const;

function whyOf(step: Step, { newlyPaid }: Reconciled): string {
  if (step.do === 'deactivate') return newlyPaid.includes(step.link.offer) ? 'it is paid' : reasons[step.why];
  const { name, amount, currency } = step.offer;
  return `${name}, ${formatAmount({ minor: amount, currency: currency.toUpperCase() })}`;
}

function shortLines({ short }: Reconciled): string[] {
  return short.map(({ offer, amount, currency, session }) => {
    const paid = formatAmount({ minor: amount, currency: currency.toUpperCase() });
    return `${offer} was paid with ${paid}, which is not what it costs now: look at ${session} in the dashboard.`;
  });
}
