import { spawn, spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

const sample = [
  '--schedule',
  'data/sample/schedule.json',
  '--permits',
  'data/sample/permits.json',
  '--as-of',
  '2026-11-20',
];

describe('npm run open', () => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, ['scripts/open.ts', ...args], { encoding: 'utf8' });

  it('prints everything at once into a pipe, and what it is to stderr', () => {
    const { status, stdout, stderr } = run(...sample, '--at', 'friday 12:00');
    expect(status).toBe(0);
    const lines = stdout.trim().split('\n');
    expect(lines.length).toBeGreaterThan(20);
    expect(stderr).toMatch(/^Friday, noon in San Francisco: \d+ trucks at \d+ stops\.\n$/);
    expect(stderr).toContain(`${lines.length} stops`);
  });

  it.each([
    [['--at', 'someday']],
    [['--city', 'atlantis']],
    [['--as-of', 'tomorrow']],
    [['--permits', 'x.json']],
    [['--unknown']],
  ])('exits with 2 after %j', (args) => {
    const { status, stdout } = run(...args);
    expect([status, stdout]).toEqual([2, '']);
  });

  it('ends quietly when its reader goes away', () => {
    const words = [process.execPath, 'scripts/open.ts', ...sample, '--at', "'friday 12:00'"].join(' ');
    const { status, stdout, stderr } = spawnSync('bash', ['-c', `set -o pipefail; ${words} | head -n 1`], {
      encoding: 'utf8',
    });
    expect([status, stdout.split('\n').length]).toEqual([0, 2]);
    expect(stderr).not.toContain('EPIPE');
  });

  const pseudoTerminal =
    spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout?.includes('util-linux') ?? false;

  it.skipIf(!pseudoTerminal)('pages in a real terminal and leaves it as it was', async () => {
    const words = [process.execPath, 'scripts/open.ts', ...sample, '--at', "'friday 12:00'"].join(' ');
    const inner = `${words}; echo "exit code $?"; stty -a`;
    const child = spawn('script', ['-qec', inner, '/dev/null'], {
      env: { ...process.env, SHELL: '/bin/sh' },
    });
    const keys = [' ', 'q'];
    let output = '';
    for await (const chunk of child.stdout) {
      const before = output.split('any key').length;
      output += String(chunk);
      if (output.split('any key').length > before) child.stdin.write(keys.shift() ?? 'q');
    }
    expect(keys).toEqual([]);
    expect(output).toContain('20 of ');
    expect(output).not.toContain('30 of ');
    expect(output).toContain('exit code 0');
    expect(output).toMatch(/ icanon\b/);
  });
});
