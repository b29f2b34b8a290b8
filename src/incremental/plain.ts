import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Failure } from '../failure.ts';
import { runAstro } from './run-astro.ts';

/** Runs a clean, plain `astro build` of the project into `folder` and gives the web root in it: the oracle of every incremental build. */
export async function buildPlainly(
  root: string,
  folder: string,
  environment: NodeJS.ProcessEnv = {},
): Promise<string> {
  const require = createRequire(path.join(root, 'package.json'));
  const astro = path.join(path.dirname(require.resolve('astro/package.json')), 'bin', 'astro.mjs');
  const command = [astro, 'build', '--root', root, '--outDir', folder];
  const { code, words } = await runAstro(root, command, environment);
  if (code !== 0) {
    throw new Failure('PLAIN_BUILD_FAILED', `astro build of ${root} failed.\n${words.slice(-4000).trim()}`, {
      hint: 'The plain build shows the error without the incremental engine; mend it first.',
    });
  }
  const client = path.join(folder, 'client');
  return fs.existsSync(client) ? client : folder;
}
