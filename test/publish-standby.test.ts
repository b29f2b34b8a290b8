import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { measuresIn } from '../scripts/metrics/open-metrics.ts';
import { generation, writeBuilt } from './publish-site.ts';

const script = path.resolve(import.meta.dirname, '../scripts/publish.ts');
let folder: string;
const at = (name: string) => path.join(folder, name);
const home = (name: string) => fs.readFileSync(at(`${name}/current/index.html`), 'utf8');

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'publish-standby-'));
  writeBuilt(at('dist'), generation(1, 10));
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

/** Runs `npm run publish` to the main target, and says how it ended. */
function publish(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const all = [script, '--to', `folder:${at('main')}`, '--dist', at('dist'), ...args];
  const env = { ...process.env, GITHUB_ACTIONS: undefined, CURBSIDE_METRICS: `file:${at('curbside.prom')}` };
  return new Promise((resolve) => {
    execFile(process.execPath, all, { env }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
    });
  });
}

const measured = () => measuresIn(fs.readFileSync(at('curbside.prom'), 'utf8'));

describe('npm run publish with --standby', () => {
  it('publishes the whole site to both, the standby first', async () => {
    const { code, stderr } = await publish('--standby', `folder:${at('standby')}`);
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: expect.stringMatching(/^Standby folder:.*: \d+ files uploaded; \d\.\d s\n$/) as string,
    });
    expect(home('standby')).toBe(home('main'));
    const [first, second] = ['standby', 'main'].map((name) => fs.statSync(at(`${name}/current/index.html`)));
    expect(first!.ctimeMs).toBeLessThan(second!.ctimeMs);
  });

  it('publishes to the main target when the standby cannot be had, and ends with 1', async () => {
    fs.writeFileSync(at('standby'), 'no folder');
    const { code, stderr, stdout } = await publish('--standby', `folder:${at('standby')}`);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^The standby was not published\. .*\[TARGET_\w+\]\n→ \w/);
    expect(stdout).toMatch(/files uploaded/);
    expect(home('main')).toContain('home 1');
  });

  it('leaves the standby whole, and newer, when the main target cannot be had', async () => {
    fs.writeFileSync(at('main'), 'no folder');
    const { code, stderr } = await publish('--standby', `folder:${at('standby')}`);
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringMatching(/\[TARGET_\w+\]/) as string });
    expect(home('standby')).toContain('home 1');
  });

  it('touches neither when the name of the main target is wrong', async () => {
    const { code } = await publish('--standby', `folder:${at('standby')}`, '--to', 'ftp://x');
    expect(code).toBe(1);
    expect(fs.existsSync(at('standby'))).toBe(false);
  });

  it('changes neither in a dry run, which is no release', async () => {
    const { code, stderr } = await publish('--standby', `folder:${at('standby')}`, '--dry-run');
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringContaining('a dry run') as string });
    expect(fs.readdirSync(folder)).toEqual(['dist']);
  });
});

describe('npm run publish with CURBSIDE_METRICS', () => {
  it('measures files, bytes, time and the release', async () => {
    const before = Date.now() / 1000;
    await publish();
    const { PublishFiles: files = 0, PublishReleasedAtSeconds: releasedAt, ...others } = measured();
    expect(files).toBeGreaterThan(10);
    expect(releasedAt).toBeGreaterThan(before - 1);
    expect(others).toEqual({
      PublishBytes: expect.any(Number) as number,
      PublishSeconds: expect.any(Number) as number,
    });
    await publish();
    expect(measured()).toMatchObject({ PublishFiles: files, PublishBytes: 0 });
  });

  it('succeeds with a warning when they cannot be sent', async () => {
    fs.mkdirSync(at('curbside.prom'));
    const { code, stderr, stdout } = await publish();
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: expect.stringMatching(/^Warning: the metrics were not sent\. /) as string,
    });
    expect(stdout).toMatch(/files uploaded; /);
  });
});
