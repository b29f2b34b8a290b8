import { execFile } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const program = path.resolve(import.meta.dirname, '../scripts/serve-config.ts');

function command(args: string[], site?: string) {
  const env = { ...process.env, CURBSIDE_SITE: site };
  return new Promise<{ code: number; stdout: string; stderr: string }>((resolve) =>
    execFile(process.execPath, [program, ...args], { env }, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr }),
    ),
  );
}

describe('npm run serve-config', () => {
  it.each([
    [['nginx'], 'alias "/srv/curbside/current/";'],
    [['nginx', '--root', '/srv/site', '--listen', '10.0.0.1:80'], 'listen 10.0.0.1:80;'],
    [['varnish', '--origin', '10.0.0.1:80', '--origin', '10.0.0.2:80'], '.host = "10.0.0.2";'],
    [['haproxy', '--origin', '10.0.0.1:80', '--origin', '10.0.0.2:80'], 'server origin2 10.0.0.2:80\n'],
  ])('prints for %s', async (args, part) => {
    const { code, stdout } = await command(args);
    expect({ code, has: stdout.includes(part) }).toEqual({ code: 0, has: true });
  });

  it('lets the site begin where its public address says', async () => {
    const { stdout } = await command(['nginx'], 'https://owner.example/trucks');
    expect(stdout).toContain('location /trucks/ {');
  });

  it.each([
    [[], 'Name one server'],
    [['apache'], 'Name one server'],
    [['constructor'], 'Name one server'],
    [['nginx', 'varnish'], 'Name one server'],
    [['nginx', '--origin', '10.0.0.1:80'], '--origin is not for nginx'],
    [['nginx', '--root', '/srv/"; include /etc/passwd'], '--root wants'],
    [['nginx', '--root', 'dist'], '--root wants'],
    [['varnish', '--origin', '10.0.0.1'], '--origin wants HOST:PORT'],
    [['haproxy', '--fast'], 'Unknown option'],
  ])('refuses %s', async (args, words) => {
    const { code, stdout, stderr } = await command(args);
    expect({ code, stdout, says: stderr.includes(words) }).toEqual({ code: 2, stdout: '', says: true });
  });
});
