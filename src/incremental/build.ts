import fs from 'node:fs';
import path from 'node:path';
import { digest } from '../digest.ts';
import { writeFileAtomic } from '../disk.ts';
import { Failure } from '../failure.ts';
import { copyAssets } from './assets.ts';
import { codeDigest } from './code.ts';
import { compile, findCompiled } from './compile.ts';
import { deriveAll, isDerived } from './derive.ts';
import { takeLock } from './lock.ts';
import { manifestFolder, writeShardManifest, writeSiteManifest } from './manifest.ts';
import type { ShardManifest, SiteManifest } from './manifest.ts';
import type { BuildOptions, Shard } from './options.ts';
import { writeSightings } from './outputs.ts';
import { buildReport, type BuildReport, type ReportFacts } from './report.ts';
import { timed, type Run } from './run.ts';
import { noPages, renderShards } from './shards.ts';
import { isCurrent, surveyOutput, unfinishedMarker, type Survey } from './survey.ts';
import { decideGone, goneShards, removeLeftovers } from './tidy.ts';

/**
 * Brings the output folder up to date: afterwards it holds, byte for byte, what a clean `astro build` and the
 * derivations would give, and nothing else. Writes only files whose bytes differ. May be killed at any moment; the
 * next build heals. Fails with `BUILD_RUNNING`, `OUT_NOT_OURS`, `COMPILE_FAILED` or `PAGE_FAILED`.
 */
export async function build(options: BuildOptions): Promise<BuildReport> {
  refuseForeignFolder(options);
  const release = takeLock(path.join(path.dirname(options.out), `.${path.basename(options.out)}.lock`));
  try {
    return await buildLocked(options);
  } finally {
    release();
  }
}

async function buildLocked(options: BuildOptions): Promise<BuildReport> {
  const began = performance.now();
  const ms: Run['ms'] = { compile: 0, list: 0, render: 0, write: 0, index: 0, total: 0 };
  const sightingsFile = sightingsFileOf(options);
  const code = codeDigest({
    root: options.root,
    paths: options.codePaths,
    environment: options.codeEnvironment,
  });
  const run: Run = { ...options, code, sightingsFile, survey: surveyOutput(options.out, sightingsFile), ms };

  const due = dueShards(run);
  const idle = due.length === 0 && isSettled(run);
  const result = idle ? settledResult(run) : await bringUpToDate(run, due);
  ms.total = performance.now() - began;
  return buildReport({ ...result, ms });
}

type Result = Omit<ReportFacts, 'ms'>;

function dueShards(run: Run): Shard[] {
  const { survey, full, code } = run;
  return run.shards.filter(
    ({ name, input }) => full || !isCurrent(survey.shards.get(name), { code, input, faults: survey.faults }),
  );
}

/** Whether nothing but pages could be due: no asset, no derivation, no shard that went away, no file to sweep. */
function isSettled(run: Run): boolean {
  const { survey, shards, code } = run;
  if (!survey.isTidy || survey.site?.code !== code || survey.faults.size > 0) return false;
  if (goneShards(run).length > 0) return false;
  return [null, ...shards.map(({ name }) => name)].every((shard) => isDerived(run, shard));
}

function settledResult(run: Run): Result {
  const pages = run.shards.reduce((sum, { name }) => sum + (run.survey.shards.get(name)?.pages.size ?? 0), 0);
  return { pages, decisions: [], wrote: new Set(), compiled: false, otherFiles: 0 };
}

async function bringUpToDate(run: Run, due: readonly Shard[]): Promise<Result> {
  const { out, survey, code } = run;
  writeFileAtomic(path.join(out, unfinishedMarker), '');
  const areAssetsWhole = survey.isTidy && survey.site?.code === code && !hasFaultyAsset(survey);
  const needsCompiled = due.length > 0 || !areAssetsWhole;
  const { compiled, wasCompiled } = await timed(run, 'compile', () => compiledFor(run, needsCompiled));
  const assets = areAssetsWhole ? null : copyAssets(compiled!.client, out, survey.sightings);
  const rendered = due.length === 0 ? noPages : await renderShards(run, due, compiled!);

  const shards = new Map(
    run.shards.map(({ name }) => [name, rendered.shards.get(name) ?? survey.shards.get(name)!]),
  );
  const base = rendered.base ?? survey.site?.base ?? '/';
  const site: SiteManifest = {
    code,
    ...(base !== '/' && { base }),
    files: assets?.files ?? survey.site!.files,
    derived: {},
    shards: {},
  };
  const derived = await timed(run, 'index', () => deriveAll(run, site, shards));
  const decisions = [...rendered.decisions, ...decideGone(run)];
  removeLeftovers(run, { ...derived, decisions });
  finish(run, derived.site, derived.shards);
  return {
    pages: [...shards.values()].reduce((sum, shard) => sum + shard.pages.size, 0),
    decisions,
    wrote: rendered.wrote,
    compiled: wasCompiled,
    otherFiles: derived.written + (assets?.written ?? 0),
  };
}

async function compiledFor(run: Run, isNeeded: boolean) {
  if (!isNeeded) return { compiled: null, wasCompiled: false };
  const found = run.full ? null : findCompiled(run);
  return { compiled: found ?? (await compile(run)), wasCompiled: found === null };
}

function hasFaultyAsset({ site, faults }: Survey): boolean {
  return faults.size > 0 && Object.keys(site?.files ?? {}).some((file) => faults.has(file));
}

/** The site manifest names the others and is written last; the marker goes when all is true. */
function finish(run: Run, site: SiteManifest, shards: ReadonlyMap<string, ShardManifest>): void {
  const { out, survey, sightingsFile } = run;
  const named = [...shards].map(
    ([name, manifest]) => [name, writeShardManifest(out, name, manifest)] as const,
  );
  writeSiteManifest(out, { ...site, shards: Object.fromEntries(named) });
  writeSightings(sightingsFile, survey.sightings);
  fs.rmSync(path.join(out, unfinishedMarker));
}

function sightingsFileOf({ memory, out }: BuildOptions): string {
  return path.join(memory, `${digest(path.resolve(out))}.json`);
}

/** A folder with files that no build of ours left is not swept but refused. */
function refuseForeignFolder(options: BuildOptions): void {
  const { out } = options;
  fs.mkdirSync(out, { recursive: true });
  if (fs.existsSync(path.join(out, manifestFolder)) || fs.existsSync(sightingsFileOf(options))) return;
  if (fs.readdirSync(out).length === 0) return;
  throw new Failure('OUT_NOT_OURS', `${out} holds files that no build of this site wrote.`, {
    hint: 'Choose another folder with --out, or empty this one by hand.',
  });
}
