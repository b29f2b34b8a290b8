import fs from 'node:fs';
import path from 'node:path';
import { root as project } from '../../scripts/site.ts';
import { runProgram } from '../server-process.ts';
import type { findHaproxy, findNginx, findVarnish } from '../servers.ts';
import type { TwoStates } from './site.ts';

/** What every measurement needs. */
export interface Scene {
  /** A folder of its own, gone afterwards. */
  readonly folder: string;
  readonly site: TwoStates;
  readonly servers: {
    readonly nginx: NonNullable<ReturnType<typeof findNginx>>;
    readonly varnish: NonNullable<ReturnType<typeof findVarnish>>;
    readonly haproxy: NonNullable<ReturnType<typeof findHaproxy>>;
  };
  /** Says what is going on. */
  readonly tell: (words: string) => void;
}

/** Publishes one of the two builds with the command itself, compressed copies included; gives the web root to serve. */
export async function publishBuild({ folder, site }: Scene, name: string, build: 0 | 1): Promise<string> {
  const target = path.join(folder, `web-${name}`);
  await runProgram([
    ...([process.execPath, path.join(project, 'scripts', 'publish.ts')] as const),
    ...['--to', `folder:${target}?compress=br,gzip`, '--dist', site.builds[build]],
  ]);
  return fs.realpathSync(target) + '/current';
}
