import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { siteOptions } from '../scripts/site.ts';
import { serve, type Served } from '../scripts/serve.ts';

const root = path.resolve(import.meta.dirname, '..');
const sample = path.join(root, 'data', 'sample');
const asOf = '2026-11-20';

let folder: string;
let state: string;
let out: string;

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `scripts/<name>.ts` as npm does, outside any workflow unless `env` says otherwise. */
async function command(name: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<Ended> {
  const child = spawn(process.execPath, [path.join(root, 'scripts', `${name}.ts`), ...args], {
    cwd: root,
    env: { ...process.env, GITHUB_ACTIONS: undefined, CURBSIDE_STATE: undefined, ...env },
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk) => (stdout += String(chunk)));
  child.stderr.on('data', (chunk) => (stderr += String(chunk)));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, stdout, stderr };
}

const pull = (files: { schedule: string }) =>
  command('pull', [
    '--schedule',
    files.schedule,
    '--permits',
    path.join(sample, 'permits.json'),
    '--as-of',
    asOf,
    '--state',
    state,
  ]);

beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'commands-'));
  [state, out] = [path.join(folder, 'state'), path.join(folder, 'out')];
  expect((await pull({ schedule: path.join(sample, 'schedule.json') })).code).toBe(0);
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

describe('npm run build', () => {
  it('fails without a snapshot and says how to get one', async () => {
    const { code, stderr } = await command('build', [
      '--state',
      path.join(folder, 'none'),
      '--out',
      path.join(folder, 'no'),
    ]);
    expect({ code, says: stderr.includes('npm run pull') }).toEqual({ code: 1, says: true });
  });

  it('refuses an argument it does not know, with exit code 2', async () => {
    expect((await command('build', ['--fast'])).code).toBe(2);
    expect((await command('build', ['--workers', 'many'])).code).toBe(2);
  });

  it('builds, reports, verifies, and tells a workflow what changed and why', async () => {
    const report = path.join(folder, 'report.json');
    const [outputs, summary] = [path.join(folder, 'outputs'), path.join(folder, 'summary')];
    for (const file of [outputs, summary]) fs.writeFileSync(file, '');
    const env = { GITHUB_ACTIONS: 'true', GITHUB_OUTPUT: outputs, GITHUB_STEP_SUMMARY: summary };
    const { code, stdout, stderr } = await command(
      'build',
      ['--state', state, '--out', out, '--report', report, '--verify'],
      env,
    );
    expect(stderr).toBe('');
    expect({ code, verified: stdout.includes('equal a clean astro build, byte for byte') }).toEqual({
      code: 0,
      verified: true,
    });
    const told = JSON.parse(fs.readFileSync(report, 'utf8')) as Record<string, unknown>;
    expect(Object.keys(told)).toEqual(
      expect.arrayContaining([
        'pages',
        'added',
        'changed',
        'removed',
        'unchanged',
        'compiled',
        'reasons',
        'ms',
      ]),
    );
    expect(Object.keys(told['ms'] as object)).toEqual([
      'compile',
      'list',
      'render',
      'write',
      'index',
      'total',
    ]);
    expect(told['added']).toHaveLength(told['pages'] as number);
    expect(fs.readFileSync(outputs, 'utf8')).toMatch(/has-changes<<(\S+)\s+true\s+\1/);
    expect(fs.readFileSync(summary, 'utf8')).toContain('new page');
  }, 90_000);
});

describe('npm run explain', () => {
  it('says why a page was written, and what of its data changed', async () => {
    await command('build', ['--state', state, '--out', out]);
    const rows = JSON.parse(fs.readFileSync(path.join(sample, 'schedule.json'), 'utf8')) as Record<
      string,
      string
    >[];
    const row = rows.find(
      ({ start24, end24, coldtruck }) => start24 === '10:00' && end24 === '15:00' && coldtruck === 'N',
    )!;
    const schedule = path.join(folder, 'edited.json');
    fs.writeFileSync(
      schedule,
      JSON.stringify(rows.map((one) => (one === row ? { ...one, end24: '16:00' } : one))),
    );
    expect((await pull({ schedule })).code).toBe(0);
    expect((await command('build', ['--state', state, '--out', out])).code).toBe(0);

    const day = row['dayofweekstr']!.toLowerCase();
    const changed = await command('explain', [`/sf/${day}/15.json`, '--state', state, '--out', out]);
    expect(changed.stdout).toContain(`/sf/${day}/15.json was written by the last build: data changed`);
    expect(changed.stdout).toMatch(/"16:00"/);
    const otherDay = day === 'tuesday' ? 'wednesday' : 'tuesday';
    const still = await command('explain', [`/sf/${otherDay}/15/`, '--state', state, '--out', out]);
    expect(still.stdout).toContain('was left as it was');
    const unknown = await command('explain', ['/sf/nowhere/', '--state', state, '--out', out]);
    expect(unknown.stdout).toContain('is no page of this site');
  }, 60_000);
});

describe('serve', () => {
  let served: Served;
  const get = (at: string, headers: Record<string, string> = {}) =>
    fetch(new URL(at, served.address), { redirect: 'manual', headers });

  beforeAll(async () => {
    await command('build', ['--state', state, '--out', out]);
    served = await serve({ build: siteOptions({ state, out }), host: '127.0.0.1', port: 0 });
  }, 60_000);
  afterAll(() => served.close());

  it.each([
    ['/sf/friday/12/', 'text/html'],
    ['/sf/friday/12.json', 'application/json'],
    ['/status.json', 'application/json'],
    ['/', 'text/html'],
  ])('gives %s as %s', async (at, type) => {
    const response = await get(at);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain(type);
    expect(response.headers.get('cache-control')).toContain('s-maxage');
  });

  it('compresses', async () => {
    expect((await get('/sf/friday/12/', { 'accept-encoding': 'br' })).headers.get('content-encoding')).toBe(
      'br',
    );
  });

  it('opens the data, and only the data, to other sites', async () => {
    expect((await get('/sf/week.json')).headers.get('access-control-allow-origin')).toBe('*');
    expect((await get('/sf/')).headers.get('access-control-allow-origin')).toBeNull();
  });

  it('keeps hashed assets for ever', async () => {
    const page = await (await get('/sf/')).text();
    const asset = /\/_astro\/[^"']+/.exec(page)![0];
    expect((await get(asset)).headers.get('cache-control')).toContain('immutable');
  });

  it('sends an address without its slash to the one with it', async () => {
    const response = await get('/sf/friday/12');
    expect({ status: response.status, to: response.headers.get('location') }).toEqual({
      status: 301,
      to: '/sf/friday/12/',
    });
  });

  it.each(['/nowhere/', '/sf/monday/24/', '/..%2f..%2fpackage.json'])(
    'gives the 404 page for %s',
    async (at) => {
      const response = await get(at);
      expect(response.status).toBe(404);
      expect(await response.text()).toContain('<html');
    },
  );

  it.each(['/api/health', '/api/health/'])('answers %s with age, digest and size of the data', async (at) => {
    const response = await get(at);
    expect(response.status).toBe(200);
    const body = (await response.json()) as {
      status: string;
      pages: number;
      cities: Record<string, { snapshot: string; ageSeconds: number }>;
    };
    expect(body.status).toBe('ok');
    expect(body.pages).toBeGreaterThan(400);
    expect(body.cities['sf']!.snapshot).toHaveLength(22);
    expect(body.cities['sf']!.ageSeconds).toBeGreaterThanOrEqual(0);
  });
});
