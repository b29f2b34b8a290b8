import path from 'node:path';
import { digest } from '../src/digest.ts';
import { readFileIfAny, writeFileAtomic } from '../src/disk.ts';
import type { BuildOptions } from '../src/incremental/options.ts';
import type { BuildReport } from '../src/incremental/report.ts';

/** What the last build of an output folder did, kept on this machine so that `npm run explain` can tell. */
export type LastBuild = Pick<BuildReport, 'reasons' | 'compiled' | 'pages'>;

export function keepLastBuild(options: BuildOptions, { reasons, compiled, pages }: BuildReport): void {
  writeFileAtomic(lastBuildFile(options), JSON.stringify({ reasons, compiled, pages } satisfies LastBuild));
}

/** Null before the first build on this machine. */
export function readLastBuild(options: BuildOptions): LastBuild | null {
  const text = readFileIfAny(lastBuildFile(options));
  return text === null ? null : (JSON.parse(text) as LastBuild);
}

function lastBuildFile({ memory, out }: BuildOptions): string {
  return path.join(memory, `${digest(path.resolve(out))}.last.json`);
}
