import { execFile, execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';

const app = path.resolve(import.meta.dirname, '../app.ts');

/** In a network namespace of its own there is no network at all; not every machine lets anybody make one. */
function withoutNetwork(): readonly string[] {
  try {
    execFileSync('unshare', ['--map-root-user', '--net', 'true'], { stdio: 'ignore' });
    return ['unshare', '--map-root-user', '--net'];
  } catch {
    return [];
  }
}

function run(args: readonly string[], outdir: string): Promise<{ code: number; stderr: string }> {
  const [program, ...all] = [...withoutNetwork(), process.execPath, app, ...args] as [string, ...string[]];
  const env = { PATH: process.env['PATH'], CDK_OUTDIR: outdir };
  return new Promise((resolve) => {
    execFile(program, all, { env }, (error, _, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stderr });
    });
  });
}

it('npm run synth writes both templates without a network, and without a word', async () => {
  const outdir = fs.mkdtempSync(path.join(os.tmpdir(), 'curbside-app-'));
  onTestFinished(() => fs.rmSync(outdir, { recursive: true }));
  expect(await run(['-c', 'repository=owner/curbside'], outdir)).toEqual({ code: 0, stderr: '' });
  const template = fs.readFileSync(path.join(outdir, 'curbside.template.json'), 'utf8');
  expect(template).toContain('repo:owner/curbside:environment:publish');
  expect(fs.existsSync(path.join(outdir, 'curbside-standby.template.json'))).toBe(true);
  const manifest = JSON.parse(fs.readFileSync(path.join(outdir, 'manifest.json'), 'utf8')) as object;
  expect(manifest).not.toHaveProperty('missing');
});
