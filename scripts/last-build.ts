import path from 'node:path';
import { digest } from '../src/digest.ts';
import { readFileIfAny, writeFileAtomic } from '../src/disk.ts';
import type { BuildOptions } from '../src/incremental/options.ts';
import type { BuildReport } from '../src/incremental/report.ts';
import type { Current } from '../src/source/state.ts';
import type { SiteOptions } from './site.ts';

/** City key → digest of a snapshot. */
type Snapshots = Readonly<Record<string, string>>;

/** What the last build of an output folder did, kept on this machine so that `npm run explain` can tell. */
export interface LastBuild {
  readonly reasons: BuildReport['reasons'];
  readonly compiled: boolean;
  readonly snapshots: Snapshots;
  /** The snapshots of the build before; empty at the first. */
  readonly before: Snapshots;
  /** The files of content that pages were given, now and in the build before. */
  readonly content: string;
  readonly contentBefore: string;
}

export function keepLastBuild(
  options: SiteOptions,
  { reasons, compiled }: BuildReport,
  cities: readonly Current[],
): void {
  const snapshots = Object.fromEntries(cities.map(({ city, digest }) => [city.key, digest]));
  const known = readLastBuild(options);
  const content = options.content.file;
  const contents = { content, contentBefore: known?.content ?? content };
  const last: LastBuild = { reasons, compiled, snapshots, before: known?.snapshots ?? {}, ...contents };
  writeFileAtomic(lastBuildFile(options), JSON.stringify(last));
}

/** Null before the first build on this machine. */
export function readLastBuild(options: BuildOptions): LastBuild | null {
  const text = readFileIfAny(lastBuildFile(options));
  return text === null ? null : (JSON.parse(text) as LastBuild);
}

function lastBuildFile({ memory, out }: BuildOptions): string {
  return path.join(memory, `${digest(path.resolve(out))}.last.json`);
}
