import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startSecretServer, type SecretServer } from './fake-secrets.ts';
import { startCase, type PullCase } from './pull-case.ts';
import { runPull, type Run } from './pull-process.ts';

const id = 'curbside/city-tokens';
const [primary, next] = ['primary-secret-value', 'next-secret-value'];
const root = path.resolve(import.meta.dirname, '..');

/** A city, a store that holds both tokens, and what leads a command to them. */
async function startBoth() {
  const [on, store] = [await startCase(), await startSecretServer()];
  onTestFinished(() => store.close());
  store.secrets.set(id, JSON.stringify({ primary, next }));
  return { on, store, env: { SOCRATA_SECRET_ID: id, ...store.env } };
}

/** Everything that the command left for people to read, in Actions, without the lines that mask. */
async function pullInActions(on: PullCase, env: Record<string, string>): Promise<Run & { all: string }> {
  const [output, summary] = [path.join(on.stateDir, 'output'), path.join(on.stateDir, 'summary')];
  for (const file of [output, summary]) fs.writeFileSync(file, '');
  const actions = { GITHUB_ACTIONS: 'true', GITHUB_OUTPUT: output, GITHUB_STEP_SUMMARY: summary };
  const run = await runPull(on, [], { ...actions, ...env });
  const printed = run.stdout.replaceAll(/^::add-mask::.*$/gm, '');
  const files = [output, summary].map((file) => fs.readFileSync(file, 'utf8'));
  return { ...run, all: [printed, run.stderr, JSON.stringify(run.report), ...files].join('\n') };
}

const tokensSent = ({ server }: PullCase) => server.received.map(({ headers }) => headers['x-app-token']);

describe('npm run pull with SOCRATA_SECRET_ID', () => {
  it('takes the token from the store, and says by name which one the city takes', async () => {
    const { on, env } = await startBoth();
    on.server.city.tokens.add(primary);
    const { code, stdout, report, all } = await pullInActions(on, env);
    expect(code).toBe(0);
    expect(new Set(tokensSent(on))).toEqual(new Set([primary]));
    expect(report).toMatchObject({ changed: true, token: 'primary of SOCRATA_SECRET_ID' });
    expect(stdout.match(/^::add-mask::.*$/gm)).toEqual([`::add-mask::${primary}`, `::add-mask::${next}`]);
    expect(all).toContain('The city takes primary of SOCRATA_SECRET_ID');
    expect(all).toContain('<td>app token</td><td>primary of SOCRATA_SECRET_ID</td>');
    expect(all).not.toContain('-secret');
  });

  it('goes on with the next one when the city no longer takes the primary, and says so', async () => {
    const { on, env } = await startBoth();
    on.server.city.tokens.add(next);
    const { code, report, all } = await pullInActions(on, env);
    expect(code).toBe(0);
    expect(tokensSent(on).slice(0, 2)).toEqual([primary, next]);
    expect(report).toMatchObject({ token: 'next of SOCRATA_SECRET_ID' });
    expect(all).toMatch(/::warning title=Pull.*::the city refuses primary of SOCRATA_SECRET_ID/);
    expect(all).not.toContain('-secret');
  });

  it.each([
    ['without the right to read', { status: 400, type: 'AccessDeniedException' }, 'SECRET_DENIED'],
    ['when its answer is broken', 'not-json', 'SECRET_UNAVAILABLE'],
  ] as const)('fails %s, with a report, and asks the city nothing', async (_, mishap, code) => {
    const { on, store, env } = await startBoth();
    store.mishaps.push(mishap, mishap, mishap, mishap);
    const ended = await pullInActions(on, env);
    expect(ended.code).toBe(1);
    expect(ended.stderr).toMatch(new RegExp(`\\[${code}\\]\n→ \\w`));
    expect(ended.report).toMatchObject({ changed: false, token: null, failure: { code } });
    expect(on.server.received).toEqual([]);
    expect(ended.all).not.toContain('-secret');
  });

  it('shows nothing of a secret of another shape', async () => {
    const { on, store, env } = await startBoth();
    store.secrets.set(id, primary);
    const ended = await pullInActions(on, env);
    expect(ended).toMatchObject({ code: 1, report: { failure: { code: 'SECRET_SHAPE' } } });
    expect(ended.all).not.toContain('-secret');
  });

  it('does not ask the store when the tables come from files', async () => {
    const { on, store, env } = await startBoth();
    const files = ['schedule', 'permits'].flatMap((name) => [
      `--${name}`,
      path.join(root, `data/sample/${name}.json`),
    ]);
    expect((await runPull(on, files, env)).code).toBe(0);
    expect(store.received).toEqual([]);
  });
});

/** Tells on stderr when the store's client is loaded. */
const watch = `--import=data:text/javascript,${encodeURIComponent(
  `import { registerHooks } from 'node:module';
   registerHooks({ resolve(name, context, next) {
     if (name === '@aws-sdk/client-secrets-manager') process.stderr.write('LOADED');
     return next(name, context);
   } });`,
)}`;

describe('the store’s client', () => {
  it.each([
    ['is loaded', 'with', id],
    ['is not loaded', 'without', ''],
  ])('%s %s SOCRATA_SECRET_ID', async (_, how, secretId) => {
    const { on, env } = await startBoth();
    on.server.city.tokens.add(primary);
    const { code, stderr } = await runPull(on, [], {
      ...env,
      SOCRATA_SECRET_ID: secretId,
      NODE_OPTIONS: watch,
    });
    expect({ code, loaded: stderr.includes('LOADED') }).toEqual({ code: 0, loaded: how === 'with' });
  });
});

/** Runs a command of which only the pull matters here, until it has printed the words. */
async function until(words: RegExp, args: readonly string[], env: Record<string, string>): Promise<string> {
  const [name, ...rest] = args;
  const all = [path.join(root, `scripts/${name}.ts`), ...rest];
  const child = spawn(process.execPath, all, { cwd: root, env: { PATH: process.env['PATH'], ...env } });
  let text = '';
  const ended = new Promise((resolve) => child.on('close', resolve));
  const listen = (chunk: unknown) => {
    text += String(chunk);
    if (words.test(text)) child.kill();
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  await ended;
  return text;
}

/** Where a command finds the city and the store, and keeps what it pulls. */
function around(on: PullCase, store: SecretServer): [args: string[], env: Record<string, string>] {
  const state = path.join(on.stateDir, 'new');
  const pace = { SOCRATA_REQUESTS_PER_SECOND: '1000' };
  return [
    ['--state', state],
    { SOCRATA_ORIGIN: on.server.origin, SOCRATA_SECRET_ID: id, ...pace, ...store.env },
  ];
}

describe('the other commands that pull', () => {
  it('use the token of the store: npm run open', async () => {
    const { on, store } = await startBoth();
    on.server.city.tokens.add(next);
    const [args, env] = around(on, store);
    const text = await until(/trucks? at \d+ stops?\./, ['open', '--at', 'friday 12:00', ...args], env);
    expect(text).toContain('in San Francisco');
    expect(text).not.toContain('-secret');
    expect(tokensSent(on).slice(0, 2)).toEqual([primary, next]);
  });

  it('use the token of the store: npm start', async () => {
    const { on, store } = await startBoth();
    on.server.city.tokens.add(primary);
    const [args, env] = around(on, store);
    const out = path.join(on.stateDir, 'out');
    const text = await until(/Pulled: /, ['start', '--out', out, ...args], env);
    expect(text).toContain('The city takes primary of SOCRATA_SECRET_ID');
    expect(text).not.toContain('-secret');
    expect(new Set(tokensSent(on))).toEqual(new Set([primary]));
  });

  it('go on when nobody answers for the store, as without a network: npm start', async () => {
    const { on, store } = await startBoth();
    const [args, env] = around(on, store);
    await store.close();
    const out = path.join(on.stateDir, 'out');
    const text = await until(/Pulled: /, ['start', '--out', out, ...args], env);
    expect(text).toMatch(/cannot be read: ECONNREFUSED\nGoing on with SAMPLE DATA/);
  });
});
