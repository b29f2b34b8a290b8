import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveFolder, type FolderServer } from './workflow-site.ts';
import { artifactActions } from './workflow-artifacts.ts';
import { startCloudWatchServer } from './fake-cloudwatch.ts';
import { startSecretServer } from './fake-secrets.ts';
import { permitsId, scheduleId } from './pull-case.ts';
import { permitRow, scheduleRow, scheduleRows } from './soda-rows.ts';
import { startSodaServer, type SodaServer } from './soda-server.ts';
import { readWorkflows } from './workflow-file.ts';
import { runWorkflow, type JobRun, type Surroundings } from './workflow-runner.ts';

const project = path.resolve(import.meta.dirname, '..');
const checkout = [
  'src',
  'scripts',
  'public',
  'astro.config.mjs',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
];
const named = (file: string) => readWorkflows().find(({ name }) => name === file)!.workflow;
const refresh = named('refresh.yml');
const watch = named('watch.yml');

let folder: string;
let city: SodaServer;
/** What the target serves. */
let site: FolderServer;
/** GitHub Pages of a repository called "curbside": they lie below that path. */
let pages: FolderServer;
/** Stands for GitHub, in a repository that takes no issues. */
let hub: FolderServer;
let runs = 0;

const jobs = ['payments', 'pull', 'build', 'pages', 'deploy'] as const;
type Name = (typeof jobs)[number];

/** A run on a machine that has never seen another one: the checkout is new, only the target lasts. */
async function run(
  inputs: Surroundings['inputs'] = null,
  more: Partial<Pick<Surroundings, 'vars' | 'env' | 'actions'>> = {},
): Promise<Record<Name, JobRun> & { folder: string }> {
  const machine = path.join(folder, `run-${runs++}`);
  fs.cpSync(path.join(folder, 'commit'), machine, { recursive: true });
  const around = surroundings(machine);
  const done = await runWorkflow(
    { ...refresh, jobs: Object.fromEntries(jobs.map((name) => [name, refresh.jobs[name]!])) },
    {
      ...around,
      vars: { ...around.vars, ...more.vars },
      env: { ...around.env, ...more.env },
      inputs,
      actions: { ...checkoutActions, ...artifactActions(machine, pages), ...more.actions },
    },
  );
  return { ...(done as Record<Name, JobRun>), folder: machine };
}

const checkoutActions = { 'actions/checkout': () => ({}), 'actions/setup-node': () => ({}) };

function surroundings(machine: string): Surroundings {
  return {
    folder: machine,
    vars: {
      PUBLISH_TARGET: `folder:${path.join(folder, 'target')}`,
      SITE_URL: site.origin,
      SOCRATA_REQUESTS_PER_SECOND: '1000',
    },
    secrets: { SOCRATA_APP_TOKEN: 'city-token' },
    inputs: null,
    env: {
      SOCRATA_ORIGIN: city.origin,
      GITHUB_REPOSITORY: 'owner/curbside',
      GITHUB_API_URL: hub.origin,
    },
    actions: checkoutActions,
    given: ['Install'],
  };
}

const outcomes = (job: JobRun) =>
  Object.fromEntries(
    job.steps.filter(({ name }) => !name.startsWith('actions/')).map(({ name, outcome }) => [name, outcome]),
  );
const log = (job: JobRun) => job.steps.map((step) => step.log).join('');

beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'workflow-'));
  for (const part of checkout)
    fs.cpSync(path.join(project, part), path.join(folder, 'commit', part), { recursive: true });
  fs.symlinkSync(path.join(project, 'node_modules'), path.join(folder, 'commit', 'node_modules'));
  city = await startSodaServer({ [scheduleId]: scheduleRows(40), [permitsId]: [permitRow()] });
  city.city.tokens.add('city-token');
  site = await serveFolder(path.join(folder, 'target', 'current'));
  pages = await serveFolder(path.join(folder, 'pages'), '/curbside/');
  hub = await serveFolder(path.join(folder, 'hub'));
  hub.answerWith(410);
});
afterAll(async () => {
  await city.close();
  await site.close();
  await pages.close();
  await hub.close();
  fs.rmSync(folder, { recursive: true, force: true });
});

describe('refresh.yml, run on this machine', () => {
  it('builds what is not published yet, and nothing when nothing changed', async () => {
    const first = await run();
    expect(log(first.pull)).toContain('Nothing is published at');
    expect([first.pull.result, first.build.result]).toEqual(['success', 'success']);
    expect(first.pull.outputs).toMatchObject({
      due: 'true',
      why: 'nothing is published yet',
      site: site.origin,
    });
    expect(first.pull.summary).toContain('What was pulled');
    expect(outcomes(first.pull)).toMatchObject({ "Take the role that reads the city's token": 'skipped' });
    expect(log(first.pull).replaceAll('::add-mask::city-token', '')).not.toContain('city-token');
    expect(log(first.deploy)).toContain('files');
    expect(outcomes(first.deploy)).toMatchObject({ 'Take the role': 'skipped', Publish: 'success' });
    expect(first.deploy.summary).toContain(`Published at <${site.origin}>: nothing is published yet.`);
    expect((await fetch(`${site.origin}/sf/friday/12/`)).status).toBe(200);

    const second = await run();
    expect(second.pull.outputs).toMatchObject({ due: 'false', why: 'nothing changed' });
    expect(outcomes(second.pull)).toMatchObject({
      'Recall the last state from the site': 'success',
      Pull: 'success',
      'Hand the state to the build job': 'skipped',
    });
    expect(log(second.pull)).toContain('unchanged');
    expect([second.build.result, second.deploy.result]).toEqual(['skipped', 'skipped']);
  }, 240_000);

  it('builds again when a row changed, or when asked to', async () => {
    city.city.tables.set(scheduleId, [...scheduleRows(40), scheduleRow({ start24: '11:00' })]);
    const changed = await run();
    expect(changed.pull.outputs['why']).toBe('the schedule of San Francisco changed');
    expect(log(changed.pull)).toContain('1 added');
    expect(await (await fetch(`${site.origin}/status.json`)).json()).toMatchObject({
      cities: { sf: { rows: 41 } },
    });
    const full = await run({ city: 'sf', full: true, 'dry-run': false, accept: false });
    expect(full.pull.outputs).toMatchObject({ due: 'true', why: 'a full rebuild is asked for' });
  }, 240_000);

  it('stops at a refused snapshot, which only a hand accepts', async () => {
    city.city.tables.set(scheduleId, scheduleRows(20));
    const refused = await run();
    expect(refused.pull.result).toBe('failure');
    expect(outcomes(refused.pull)).toMatchObject({ Pull: 'failure', 'Report the pull': 'success' });
    const told = JSON.parse(refused.pull.outputs['pull']!) as { refused: string[] };
    expect(told.refused).toEqual(['the rows fell from 41 to 20, by 51.2 %']);

    expect([refused.build.result, refused.deploy.result]).toEqual(['skipped', 'skipped']);

    const accepted = await run({ city: 'sf', full: false, 'dry-run': false, accept: true });
    expect(accepted.build.result).toBe('success');
    expect(accepted.pull.outputs['due']).toBe('true');
  }, 240_000);

  it('takes the token from the store with a role of its own, when a secret is named', async () => {
    const store = await startSecretServer();
    store.secrets.set('curbside/tokens', '{"primary": "old-city-token", "next": "city-token"}');
    let asked: Readonly<Record<string, string>> = {};
    const stored = await run(null, {
      vars: {
        SOCRATA_SECRET_ID: 'curbside/tokens',
        AWS_TOKEN_ROLE_ARN: 'arn:of:role',
        AWS_REGION: 'eu-west-1',
      },
      env: { AWS_ENDPOINT_URL_SECRETS_MANAGER: store.origin },
      actions: {
        'aws-actions/configure-aws-credentials': (inputs) => {
          asked = inputs;
          return {
            'aws-access-key-id': 'ROLEKEY',
            'aws-secret-access-key': 'role-secret',
            'aws-session-token': 'role-session',
          };
        },
      },
    });
    await store.close();
    expect(asked).toMatchObject({ 'role-to-assume': 'arn:of:role', 'output-env-credentials': 'false' });
    expect(store.received).toMatchObject([{ key: 'ROLEKEY', scope: 'eu-west-1/secretsmanager' }]);
    expect(stored.pull.result).toBe('success');
    expect(JSON.parse(stored.pull.outputs['pull']!)).toMatchObject({ token: 'next of SOCRATA_SECRET_ID' });
    const shown = log(stored.pull).replaceAll(/^::add-mask::.*$/gm, '') + JSON.stringify(stored.pull.outputs);
    expect(shown + stored.pull.summary).not.toMatch(/city-token|role-secret|role-session/);
  }, 240_000);

  it('sends metrics where a variable says, those of the build from the job that publishes', async () => {
    const store = await startCloudWatchServer();
    const role = { 'aws-access-key-id': 'K', 'aws-secret-access-key': 'S', 'aws-session-token': 'T' };
    const standby = `folder:${path.join(folder, 'standby')}`;
    const measured = await run(
      { city: 'sf', full: true, 'dry-run': false, accept: true },
      {
        vars: { CURBSIDE_METRICS: 'cloudwatch', AWS_REGION: 'us-east-1', STANDBY_TARGET: standby },
        env: store.env,
        actions: { 'aws-actions/configure-aws-credentials': () => role },
      },
    );
    await store.close();
    expect(log(measured.deploy)).toContain('3 metrics of the build were sent.');
    const names = store.received.map(({ MetricData }) => MetricData.map((datum) => datum.MetricName));
    expect(names).toEqual([
      ['PullDataAgeSeconds', 'PullProblems', 'PullRefused', 'PullRows', 'PullSeconds'],
      ['BuildPages', 'BuildPagesChanged', 'BuildSeconds'],
      ['PublishBytes', 'PublishFiles', 'PublishReleasedAtSeconds', 'PublishSeconds'],
    ]);
    expect(fs.existsSync(path.join(folder, 'standby', 'current', 'sf', 'friday', '12', 'index.html'))).toBe(
      true,
    );
  }, 240_000);

  it('stops when the site cannot say what it was built from', async () => {
    site.answerWith(500);
    const lost = await run();
    site.answerWith(null);
    expect(outcomes(lost.pull)).toMatchObject({
      'Recall the last state from the site': 'failure',
      Pull: 'skipped',
    });
  }, 120_000);

  it('takes nothing that is typed in as a command', async () => {
    const typed = await run({ city: 'sf"; touch broken; "', full: false, 'dry-run': false, accept: false });
    expect(typed.pull.result).toBe('failure');
    expect(fs.existsSync(path.join(typed.folder, 'broken'))).toBe(false);
  }, 120_000);
});

describe('watch.yml, run on this machine', () => {
  it('finds the published site well, and has news when it is not', async () => {
    expect((await run()).deploy.result).not.toBe('failure');
    const machine = path.join(folder, 'commit');
    const well = await runWorkflow(watch, surroundings(machine));
    expect(log(well['look']!)).toContain('All is well.');
    expect(well['tell']!).toMatchObject({ result: 'success', outputs: { news: '' } });
    expect(well['topic']!.result).toBe('skipped');

    site.answerWith(404);
    const ill = await runWorkflow(watch, surroundings(machine));
    site.answerWith(null);
    expect(ill['look']!).toMatchObject({ result: 'success', outputs: { result: 'failure' } });
    expect(ill['tell']!.outputs['news']).toMatch(
      /^The published site is not well: ALARM status: .*it answers 404/,
    );
    expect(ill['tell']!.summary).toContain('ALARM home');
  }, 120_000);

  it('has nothing to do where no site is', async () => {
    const machine = path.join(folder, 'commit');
    // GitHub's command line, as it ends where Pages is off.
    fs.writeFileSync(path.join(machine, 'gh'), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
    const around = surroundings(machine);
    const PATH = [machine, path.dirname(process.execPath), process.env['PATH']].join(path.delimiter);
    const none = await runWorkflow(watch, { ...around, vars: {}, env: { ...around.env, PATH } });
    expect(outcomes(none['look']!)).toMatchObject({ Watch: 'skipped', Report: 'skipped' });
    expect(none['tell']!.result).toBe('skipped');
  }, 120_000);
});

describe('a fork with nothing set, and its Pages below a path', () => {
  const nothingSet = { vars: { PUBLISH_TARGET: '', SITE_URL: '' } };

  it('has a working site after the first run, and nothing to do at the second', async () => {
    const first = await run(null, nothingSet);
    expect(first.pull.outputs).toMatchObject({ due: 'true', site: `${pages.origin}/curbside` });
    expect(jobs.map((name) => first[name].result).join()).toBe('skipped,success,success,success,skipped');
    expect(first.pages.summary).toContain(`Published at <${pages.address}>: nothing is published yet.`);
    const page = await (await fetch(`${pages.address}sf/friday/12/`)).text();
    expect(page).toContain(`<link rel="canonical" href="${pages.address}sf/friday/12/">`);
    const script = /<script type="module" src="(.*?)"/.exec(page)![1]!;
    expect((await fetch(new URL(script, pages.origin))).status).toBe(200);

    const second = await run(null, nothingSet);
    expect(log(second.pull)).toContain(`Recalled from ${pages.address}: sf.`);
    expect(second.pull.outputs).toMatchObject({ due: 'false', why: 'nothing changed' });
  }, 240_000);

  it('is watched there', async () => {
    const machine = path.join(folder, 'commit');
    const commands = path.join(folder, 'commands');
    fs.mkdirSync(commands);
    fs.writeFileSync(path.join(commands, 'gh'), `#!/bin/sh\necho ${pages.address}\n`, { mode: 0o755 });
    const around = surroundings(machine);
    const PATH = [commands, path.dirname(process.execPath), process.env['PATH']].join(path.delimiter);
    const { look } = await runWorkflow(watch, { ...around, vars: {}, env: { ...around.env, PATH } });
    expect(log(look!)).toContain(`asset  ${pages.address}_astro/`);
    expect(log(look!)).toContain('All is well.');
  }, 120_000);
});
