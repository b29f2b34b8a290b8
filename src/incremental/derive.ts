import fs from 'node:fs';
import path from 'node:path';
import type { Digest } from '../digest.ts';
import type { DerivedRecord, FileRecord, PageRecord, ShardManifest, SiteManifest } from './manifest.ts';
import { sight, writeOutput } from './outputs.ts';
import { fileOfPage, type PagePath } from './page.ts';
import type { Run } from './run.ts';

/** Files made from the pages once they are written: a search index, a sitemap. */
export interface Derivation {
  readonly name: string;
  /** The shard whose pages it reads; null when it belongs to the whole site. */
  readonly shard: string | null;
  /** Changes whenever `make` would give other files. Asked on every build, so it must be cheap. */
  readonly input: (output: OutputView) => string;
  readonly make: (output: OutputView) => Promise<readonly DerivedFile[]> | readonly DerivedFile[];
}

export interface DerivedFile {
  /** Relative to the output folder, "/" between segments. */
  readonly file: string;
  readonly content: Uint8Array | string;
}

/** The pages of this build, as they lie in the output folder. */
export interface OutputView {
  /** The code digest that the pages were built with. */
  readonly code: Digest;
  /** By path, in no particular order; empty for a shard that does not exist. */
  readonly pages: (shard: string) => ReadonlyMap<PagePath, PageRecord>;
  /** Text of a page's file. */
  readonly read: (page: PagePath) => string;
}

export function outputView(out: string, { code, pages }: Omit<OutputView, 'read'>): OutputView {
  return { code, pages, read: (page) => fs.readFileSync(path.join(out, fileOfPage(page)), 'utf8') };
}

/** Whether a shard's derivations (null: the whole site's) are all as their inputs want them. */
export function isDerived(run: Run, shard: string | null): boolean {
  const { survey } = run;
  const view = outputView(run.out, {
    code: run.code,
    pages: (name) => survey.shards.get(name)?.pages ?? new Map(),
  });
  return derivationsOf(run, shard).every((derivation) => !isDue(run, derivation, view));
}

/**
 * Makes and writes the due derivations, shard by shard, then the whole site's; gives the manifests with all records,
 * those carried forward included.
 */
export async function deriveAll(run: Run, site: SiteManifest, shards: ReadonlyMap<string, ShardManifest>) {
  const view = outputView(run.out, { code: run.code, pages: (name) => shards.get(name)?.pages ?? new Map() });
  const derivedShards = new Map<string, ShardManifest>();
  let written = 0;
  for (const [name, manifest] of shards) {
    const made = await derive(run, name, view);
    derivedShards.set(name, { ...manifest, derived: made.records });
    written += made.written;
  }
  const ofSite = await derive(run, null, view);
  return {
    site: { ...site, derived: ofSite.records },
    shards: derivedShards,
    written: written + ofSite.written,
  };
}

async function derive(run: Run, shard: string | null, view: OutputView) {
  const records: Record<string, DerivedRecord> = {};
  let written = 0;
  for (const derivation of derivationsOf(run, shard)) {
    const made = isDue(run, derivation, view) ? await makeFiles(run, derivation, view) : null;
    records[derivation.name] = made?.record ?? previousManifest(run, shard)!.derived[derivation.name]!;
    written += made?.written ?? 0;
  }
  return { records, written };
}

/** Code digest, input and files must all stand for a derivation to be carried forward. */
function isDue(run: Run, derivation: Derivation, view: OutputView): boolean {
  const previous = previousManifest(run, derivation.shard);
  const record = previous?.derived[derivation.name];
  if (run.full || previous?.code !== run.code || record?.input !== derivation.input(view)) return true;
  return Object.keys(record.files).some((file) => run.survey.faults.has(file));
}

function previousManifest({ survey }: Run, shard: string | null): ShardManifest | SiteManifest | null {
  return shard === null ? survey.site : (survey.shards.get(shard) ?? null);
}

function derivationsOf(run: Run, shard: string | null): Derivation[] {
  return run.derivations.filter((derivation) => derivation.shard === shard);
}

async function makeFiles({ out, survey }: Run, derivation: Derivation, view: OutputView) {
  const files: Record<string, FileRecord> = {};
  let written = 0;
  for (const { file, content } of await derivation.make(view)) {
    const at = path.join(out, file);
    const result = writeOutput(at, typeof content === 'string' ? Buffer.from(content) : content, null);
    files[file] = { digest: result.digest, size: result.size };
    survey.sightings.set(file, sight(at)!);
    if (result.wrote) written++;
  }
  return { record: { input: derivation.input(view), files } satisfies DerivedRecord, written };
}
