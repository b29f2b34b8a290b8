import { spawn } from 'node:child_process';

/** How a process of Astro's ended: its exit code, null after a signal, and all it printed. */
export interface AstroRun {
  readonly code: number | null;
  readonly words: string;
}

/** Runs a script with this Node as a production build of the project in `root`; undefined variables are unset. */
export async function runAstro(
  root: string,
  command: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): Promise<AstroRun> {
  const child = spawn(process.execPath, command, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1', ...environment },
  });
  let words = '';
  child.stdout.on('data', (chunk) => (words += String(chunk)));
  child.stderr.on('data', (chunk) => (words += String(chunk)));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  return { code, words };
}
