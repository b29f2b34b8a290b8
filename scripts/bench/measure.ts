import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../site.ts';

/** One whole process: from its start to its end. */
export interface Measured {
  readonly seconds: number;
  readonly report: BuildFigures | null;
}

export interface BuildFigures {
  readonly pages: number;
  readonly changed: readonly string[];
  readonly ms: Readonly<Record<string, number>>;
  readonly peakMemoryBytes: number;
}

/** Runs the build command with the flags that `npm run build` gives it. */
export async function measureBuild({
  state,
  out,
}: {
  readonly state: string;
  readonly out: string;
}): Promise<Measured> {
  const { scripts } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    scripts: { build: string };
  };
  const [, ...command] = scripts.build.split(' ');
  const reportFile = `${out}.report.json`;
  const seconds = await timeProcess([...command, '--state', state, '--out', out, '--report', reportFile], {
    cwd: root,
  });
  return { seconds, report: JSON.parse(fs.readFileSync(reportFile, 'utf8')) as BuildFigures };
}

/** Runs Astro's own build of a project. */
export async function measureAstro(
  project: string,
  { state, out }: { state: string; out: string },
): Promise<Measured> {
  const astro = path.join(root, 'node_modules', 'astro', 'bin', 'astro.mjs');
  const seconds = await timeProcess([astro, 'build', '--root', project, '--outDir', out, '--silent'], {
    cwd: project,
    env: { ...process.env, CURBSIDE_STATE: state, ASTRO_TELEMETRY_DISABLED: '1' },
  });
  return { seconds, report: null };
}

async function timeProcess(
  args: string[],
  options: { cwd: string; env?: NodeJS.ProcessEnv },
): Promise<number> {
  const began = performance.now();
  const child = spawn(process.execPath, args, { ...options, stdio: ['ignore', 'ignore', 'inherit'] });
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${String(code)}`);
  return (performance.now() - began) / 1000;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
