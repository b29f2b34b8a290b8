import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const run = (...args: string[]) =>
  spawnSync(process.execPath, [path.join(import.meta.dirname, 'run.ts'), ...args], { encoding: 'utf8' });

describe('npm run load', () => {
  it('explains itself', () => {
    const { status, stdout } = run('--help');
    expect({ status, says: stdout.includes('--outage SECONDS') }).toEqual({ status: 0, says: true });
  });

  it.each([
    [['--only', 'all'], '"all" is no part.'],
    [['--window', 'long'], '"long" is no number of seconds.'],
    [['--window', '0'], '"0" is no number of seconds.'],
    [['--fast'], 'Unknown option'],
  ])('refuses %s before it starts anything', (args, words) => {
    const { status, stderr } = run(...args);
    expect({ status, says: stderr.includes(words) }).toEqual({ status: 2, says: true });
  });
});
