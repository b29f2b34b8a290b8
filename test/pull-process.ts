import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PullCase } from './pull-case.ts';

/** How a command ended, and the report it left; null when it left none. */
export interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly report: unknown;
}

const script = fileURLToPath(new URL('../scripts/pull.ts', import.meta.url));

/** Runs `npm run pull` against the case's server, with a token whose agreed pace is fast. */
export function runPull(
  on: PullCase,
  args: readonly string[] = [],
  extra: Record<string, string> = {},
): Promise<Run> {
  const report = path.join(on.stateDir, 'report.json');
  const env = {
    PATH: process.env['PATH'],
    SOCRATA_ORIGIN: on.server.origin,
    SOCRATA_APP_TOKEN: ' first-secret ',
    SOCRATA_REQUESTS_PER_SECOND: '1000',
    ...extra,
  };
  on.server.city.tokens.add('first-secret');
  const all = [script, '--state', on.stateDir, '--report', report, ...args];
  return new Promise((resolve) => {
    execFile(process.execPath, all, { env }, (error, stdout, stderr) => {
      const text = fs.existsSync(report) ? fs.readFileSync(report, 'utf8') : 'null';
      resolve({
        code: typeof error?.code === 'number' ? error.code : 0,
        stdout,
        stderr,
        report: JSON.parse(text),
      });
    });
  });
}
