import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PublishReport } from '../src/publish/report.ts';
import { generation, writeBuilt } from './publish-site.ts';

const root = path.resolve(import.meta.dirname, '..');
let folder: string;
let to: string;
let dist: string;

beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'publish-command-'));
  [to, dist] = [`folder:${path.join(folder, 'web')}`, path.join(folder, 'dist')];
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

/** Runs `scripts/<name>.ts` as npm does, outside any workflow unless `env` says otherwise. */
async function command(name: string, args: string[], env: NodeJS.ProcessEnv = {}) {
  const child = spawn(process.execPath, [path.join(root, 'scripts', `${name}.ts`), ...args], {
    cwd: root,
    env: { ...process.env, GITHUB_ACTIONS: undefined, ...env },
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk) => (stdout += String(chunk)));
  child.stderr.on('data', (chunk) => (stderr += String(chunk)));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, stdout, stderr, last: stdout.trimEnd().split('\n').at(-1) };
}

describe('npm run publish', () => {
  it('publishes, reports, and says in one sentence what it did', async () => {
    writeBuilt(dist, generation(1, 10));
    const report = path.join(folder, 'report.json');
    const [outputs, summary] = [path.join(folder, 'outputs'), path.join(folder, 'summary')];
    for (const file of [outputs, summary]) fs.writeFileSync(file, '');
    const env = { GITHUB_ACTIONS: 'true', GITHUB_OUTPUT: outputs, GITHUB_STEP_SUMMARY: summary };
    const { code, last, stdout } = await command(
      'publish',
      ['--to', to, '--dist', dist, '--report', report],
      env,
    );
    expect({ code, last }).toEqual({
      code: 0,
      last: expect.stringMatching(/^\d+ files uploaded; \d\.\d s$/) as string,
    });
    expect(stdout).toContain('added');
    const told = JSON.parse(fs.readFileSync(report, 'utf8')) as PublishReport;
    expect(told.uploads).toHaveLength(told.files);
    expect(fs.readFileSync(outputs, 'utf8')).toMatch(/uploaded<<.*\n\d+\n/);
    expect(fs.readFileSync(summary, 'utf8')).toContain('read back');
  });

  it('has nothing to upload the second time, and goes through in a dry run', async () => {
    expect((await command('publish', ['--to', to, '--dist', dist])).last).toMatch(/^0 files uploaded; /);
    writeBuilt(dist, generation(2, 10));
    const { code, last } = await command('publish', ['--to', to, '--dist', dist, '--dry-run']);
    expect({ code, last }).toEqual({
      code: 0,
      last: expect.stringMatching(/retired; .*nothing was changed/) as string,
    });
  });

  it('ends with 1 when it refuses, with 2 when it was called wrongly', async () => {
    const guarded = await command('publish', ['--to', to, '--dist', dist, '--max-delete', '0']);
    expect([guarded.code, guarded.stderr]).toEqual([
      1,
      expect.stringContaining('TOO_MANY_DELETES') as string,
    ]);
    expect((await command('publish', ['--to', 'ftp://x', '--dist', dist])).stderr).toContain(
      'TARGET_UNKNOWN',
    );
    for (const args of [[], ['--to', to, '--max-delete', 'many'], ['--to', to, '--fast']]) {
      expect((await command('publish', args)).code).toBe(2);
    }
  });
});

describe('npm run rollback', () => {
  it('lists the releases, goes back to one, and says so', async () => {
    expect((await command('publish', ['--to', to, '--dist', dist])).code).toBe(0);
    const listed = (await command('rollback', ['--to', to, '--list'])).stdout.trimEnd().split('\n');
    expect(listed).toHaveLength(2);
    expect(listed[0]).toMatch(/^→ 000002-/);
    const { code, last } = await command('rollback', ['--to', to]);
    expect({ code, last }).toEqual({
      code: 0,
      last: expect.stringMatching(/^000001-.* in force in place of 000002-/) as string,
    });
    const home = fs.readFileSync(path.join(folder, 'web', 'current', 'index.html'), 'utf8');
    expect(home).toContain('home 1');
  });

  it('fails where there is nothing to go back to, and knows folders only', async () => {
    expect((await command('rollback', ['--to', to, '--release', '000009'])).stderr).toContain(
      'NO_SUCH_RELEASE',
    );
    expect((await command('rollback', ['--to', 's3://bucket'])).code).toBe(2);
  });
});
