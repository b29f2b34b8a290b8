import { Failure } from '../failure.ts';
import type { Compiled } from './compile.ts';
import { decide, type Decision } from './decide.ts';
import type { PageRecord, ShardManifest } from './manifest.ts';
import type { Shard } from './options.ts';
import { fileOfPage, type ListedPage, type PagePath } from './page.ts';
import { renderJob } from './pool.ts';
import { openRenderer, type Renderer } from './renderer.ts';
import { timed, type Run } from './run.ts';

export interface RenderedShards {
  /** Where the compiled site is to be served; null when it was not asked. */
  readonly base: string | null;
  readonly shards: ReadonlyMap<string, ShardManifest>;
  readonly decisions: readonly Decision[];
  readonly wrote: ReadonlySet<PagePath>;
}

export const noPages: RenderedShards = { base: null, shards: new Map(), decisions: [], wrote: new Set() };

/** Lists the due shards, decides page by page, renders and writes what is due. */
export async function renderShards(
  run: Run,
  due: readonly Shard[],
  compiled: Compiled,
): Promise<RenderedShards> {
  process.env[run.shardsVariable] = due.map(({ name }) => name).join(',');
  const { renderer, listed } = await timed(run, 'list', async () => {
    const renderer = await openRenderer(compiled.renderer);
    return { renderer, listed: groupByShard(run, due, await renderer.list()) };
  });
  const decisions = due.flatMap((shard) => decideShard(run, shard, listed.get(shard.name) ?? []));
  const pages = await renderDecided(run, decisions, { renderer, compiled });
  const shards = due.map(({ name, input }): [string, ShardManifest] => {
    const previous = run.survey.shards.get(name);
    const records = new Map<PagePath, PageRecord>();
    for (const { path: page, cacheKey } of listed.get(name) ?? []) {
      const file = pages.files.has(page) ? pages.files.get(page) : previous?.pages.get(page);
      if (file) records.set(page, { cacheKey, digest: file.digest, size: file.size });
    }
    return [name, { code: run.code, input, pages: records, derived: previous?.derived ?? {} }];
  });
  return { base: renderer.base, shards: new Map(shards), decisions, wrote: pages.wrote };
}

/**
 * Pages by shard. A page with parameters that is listed for a shard it does not belong to would be taken for one that
 * went away whenever its own shard is asked for alone, so that is a fault of the site and fails.
 */
function groupByShard(
  run: Run,
  due: readonly Shard[],
  listed: readonly ListedPage[],
): Map<string, ListedPage[]> {
  const asked = new Set(due.map(({ name }) => name));
  const groups = Map.groupBy(listed, ({ path: page }) => run.shardOf(page));
  for (const [shard, pages] of groups) {
    const stray = asked.has(shard) ? undefined : pages.find(({ isFixed }) => !isFixed);
    if (stray === undefined) continue;
    const question = `${run.shardsVariable}=${[...asked].join(',')}`;
    throw new Failure(
      'PAGE_IN_WRONG_SHARD',
      `${stray.path} belongs to "${shard}" and is listed for ${question}.`,
      {
        hint: `Its getStaticPaths must list it exactly when ${run.shardsVariable} names "${shard}".`,
      },
    );
  }
  return groups;
}

function decideShard(run: Run, { name, input }: Shard, listed: readonly ListedPage[]): Decision[] {
  const previous = run.survey.shards.get(name) ?? null;
  const faulty = new Map(
    [...(run.survey.faults.size === 0 ? [] : (previous?.pages.keys() ?? []))].flatMap((page) => {
      const fault = run.survey.faults.get(fileOfPage(page));
      return fault === undefined ? [] : [[page, fault] as const];
    }),
  );
  return decide({ previous, listed, input, faulty, code: run.code, full: run.full });
}

async function renderDecided(
  run: Run,
  decisions: readonly Decision[],
  from: { renderer: Renderer; compiled: Compiled },
) {
  const { out, survey, ms } = run;
  const due = decisions
    .filter(({ action }) => action === 'added' || action === 'changed')
    .map(({ path: page }) => page);
  const onDisk = due.map((page) => {
    const record = survey.shards.get(run.shardOf(page))?.pages.get(page);
    return record === undefined || survey.faults.has(fileOfPage(page)) ? null : record.digest;
  });
  const began = performance.now();
  let done = 0;
  const shares = await renderJob(
    { out, pages: due, onDisk, next: new SharedArrayBuffer(4) },
    {
      ...from,
      folder: from.compiled.renderer,
      threads: run.threads,
      onPage: () => run.onPage?.(++done, due.length),
    },
  );
  ms.write = Math.max(...shares.map(({ writeMs }) => writeMs));
  ms.render = performance.now() - began - ms.write;
  const files = new Map<PagePath, PageRecord | null>();
  const wrote = new Set<PagePath>();
  for (const { index, file } of shares.flatMap(({ rendered }) => rendered)) {
    const page = due[index]!;
    files.set(page, file === null ? null : { ...file, cacheKey: null });
    if (file !== null) survey.sightings.set(fileOfPage(page), file.seen);
    if (file?.wrote) wrote.add(page);
  }
  return { files, wrote };
}
