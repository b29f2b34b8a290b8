import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { lockName, readLock } from '../src/payments/lock.ts';
import { startStripe } from './stripe-server.ts';
import { readWorkflows, type Job } from './workflow-file.ts';
import { runWorkflow, type JobRun } from './workflow-runner.ts';

const project = path.resolve(import.meta.dirname, '..');
const { workflow: refresh } = readWorkflows().find(({ name }) => name === 'refresh.yml')!;
const key = 'rk_test_ours';

/** The job of payments, and of the pull the steps that take what it hands on; on a checkout with one truck's menu. */
async function run(
  vars: Record<string, string>,
  secret = key,
): Promise<{ runs: Record<string, JobRun>; lock: string }> {
  const machine = fs.mkdtempSync(path.join(os.tmpdir(), 'workflow-payments-'));
  const stripe = await startStripe();
  onTestFinished(async () => {
    await stripe.close();
    fs.rmSync(machine, { recursive: true });
  });
  for (const part of ['src', 'scripts', 'package.json', 'tsconfig.json'])
    fs.cpSync(path.join(project, part), path.join(machine, part), { recursive: true });
  fs.symlinkSync(path.join(project, 'node_modules'), path.join(machine, 'node_modules'));
  fs.mkdirSync(path.join(machine, 'content/trucks'), { recursive: true });
  const menu =
    'city: sf\ntruck: lucky-tacos\npreorders: yes\nmenu:\n  - { name: Al pastor, price: "9.50" }\n';
  fs.writeFileSync(path.join(machine, 'content/trucks/lucky.yaml'), menu);
  const lock = path.join(machine, 'content', lockName);
  const store = path.join(machine, 'artifact');
  const { payments, pull } = refresh.jobs as Record<'payments' | 'pull', Job>;
  const taking = pull.steps!.filter(({ name = '' }) => /links/.test(name));
  const runs = await runWorkflow(
    { ...refresh, jobs: { payments, pull: { ...pull, steps: taking } } },
    {
      folder: machine,
      vars,
      secrets: { STRIPE_API_KEY: secret },
      inputs: null,
      env: { STRIPE_API_ORIGIN: stripe.origin },
      given: ['Install'],
      actions: {
        'actions/checkout': () => ({}),
        'actions/setup-node': () => ({}),
        'actions/upload-artifact': ({ path: from }) => {
          fs.renameSync(path.join(machine, from!), store);
          fs.rmSync(lock); // the next job begins with a checkout of its own
          return {};
        },
        'actions/download-artifact': ({ path: to }) => {
          fs.cpSync(store, path.join(machine, to!), { recursive: true });
          return {};
        },
      },
    },
  );
  return { runs, lock };
}

const log = (job: JobRun) => job.steps.map((step) => step.log).join('');

describe('the payments of refresh.yml, run on this machine', () => {
  it('hand the links to the jobs after them, and show nothing of the key', async () => {
    const { runs, lock } = await run({ PAYMENTS: 'on' });
    const { payments, pull } = runs;
    expect([payments!.result, pull!.result, pull!.outputs['payments']]).toEqual([
      'success',
      'success',
      'success',
    ]);
    expect(Object.keys(readLock(lock).links)).toEqual(['menu/sf/lucky-tacos/Al pastor']);
    expect(log(payments!)).toContain('1 link made');
    expect(log(payments!).replace(`::add-mask::${key}`, '') + payments!.summary).not.toContain(key);
  });

  it('are passed over where they are not on', async () => {
    const { runs, lock } = await run({});
    const { payments, pull } = runs;
    expect([payments!.result, pull!.result, fs.existsSync(lock)]).toEqual(['skipped', 'success', false]);
  });

  it('stop nothing when they fail', async () => {
    const { runs } = await run({ PAYMENTS: 'on' }, 'rk_test_unknown');
    const { payments, pull } = runs;
    expect([payments!.result, pull!.result, pull!.outputs['payments']]).toEqual([
      'failure',
      'success',
      'failure',
    ]);
  });
});
