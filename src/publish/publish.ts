import { Failure } from '../failure.ts';
import { checkPublished, samplePages, type Check } from './check.ts';
import { forEachAtOnce } from './concurrent.ts';
import { dryRun } from './dry-run.ts';
import { classOf, listBuiltFiles, readBuiltFile, uploadOrder } from './files.ts';
import { isNothing, manifestFromListing, planPublish, withoutFiles, type Plan } from './plan.ts';
import type { Purge } from './purge.ts';
import { publishReport, type PublishReport } from './report.ts';
import { withRetries, type RetryPolicy } from './retry.ts';
import type { Lease, ListedFile, PublishedFile, PublishManifest, Target } from './target.ts';

/** Everything a publish needs to know. */
export interface PublishOptions {
  readonly target: Target;
  /** The built web root. */
  readonly dist: string;
  /** Files of the kept state to publish, relative to `dist`; null for all that lie there. */
  readonly stateFiles: readonly string[] | null;
  /** Do all but change the target. */
  readonly dryRun: boolean;
  /** Most files that may be retired; null for the default of `planPublish`. */
  readonly maxDelete: number | null;
  /** How long a retired file stays, for readers who have an older page open. */
  readonly graceMs: number;
  /** The edge before the target, if any. */
  readonly purge: Purge | null;
  readonly concurrency: number;
  /** Pages read back after the switch. */
  readonly sampleSize: number;
  readonly retries: RetryPolicy;
  readonly now: () => Date;
  readonly onUpload?: ((done: number, total: number) => void) | undefined;
}

/**
 * Makes the target serve what was built, and uploads only what differs. What others name is there before what names it;
 * nothing is deleted before its time. May be killed at any moment: the next publish goes on. Whether readers get what
 * was published stands in the report. Fails with `NOTHING_BUILT`, `BUILD_CHANGED`, `TOO_MANY_DELETES` or a target's own
 * code; unless that is `TARGET_CHANGED` or `TARGET_LOST`, the site in force is whole.
 */
export async function publish(options: PublishOptions): Promise<PublishReport> {
  const began = performance.now();
  const wanted = listBuiltFiles(options.dist, options.stateFiles);
  const target = options.dryRun ? dryRun(options.target, options.dist) : options.target;
  const lease = await target.lease();
  let result: Result;
  try {
    result = await publishUnder(lease, wanted, options);
  } catch (error) {
    await lease.release().catch(() => undefined); // expires by itself; the first failure tells more
    throw error;
  }
  await lease.release();
  return publishReport({ ...result, ...options, wanted, tookMs: performance.now() - began });
}

interface Result {
  readonly plan: Plan;
  readonly comparedBy: 'manifest' | 'listing';
  readonly check: Check;
  readonly purgeFault: string | null;
}

async function publishUnder(
  lease: Lease,
  wanted: readonly PublishedFile[],
  options: PublishOptions,
): Promise<Result> {
  const stored = await retrying(options, () => lease.readManifest());
  const held = stored ?? manifestFromListing(await listAll(lease), wanted);
  const comparedBy = stored === null ? 'listing' : 'manifest';
  const firstPlan = planWith(held, wanted, options);
  if (stored !== null && isNothing(firstPlan)) {
    return { plan: firstPlan, comparedBy, check: { read: 0, missing: [] }, purgeFault: null };
  }
  const lost = await keepAll(lease, firstPlan, options);
  const plan = lost.length === 0 ? firstPlan : planWith(withoutFiles(held, lost), wanted, options);
  if (plan.uploads.length > 0) await retrying(options, () => lease.begin(plan.begun));
  await uploadAll(lease, plan, options);
  await lease.commit(plan.committed);
  const check = await checkSample(lease, plan, options);
  if (check.missing.length > 0) {
    // Nothing may be deleted now, and the edge may go on with what it holds; the next publish uploads these again.
    await lease.commit(withoutFiles(plan.committed, doubtful(check, plan.committed)));
    return { plan: { ...plan, removals: [], purge: [] }, comparedBy, check, purgeFault: null };
  }
  await removeDue(lease, plan, options);
  return { plan, comparedBy, check, purgeFault: await purgeEdge(plan, options) };
}

function planWith(held: PublishManifest, wanted: readonly PublishedFile[], options: PublishOptions): Plan {
  const { now, graceMs, maxDelete } = options;
  return planPublish({ held, wanted, now: now(), graceMs, maxDelete });
}

/** Takes unchanged files over; gives those that should be there and are not. */
async function keepAll(lease: Lease, { kept, resting, retirements }: Plan, options: PublishOptions) {
  const lost: string[] = [];
  const wanted = new Set(kept);
  await forEachAtOnce([...kept, ...resting, ...retirements], options.concurrency, async (path) => {
    const isThere = await retrying(options, () => lease.keep(path));
    if (!isThere && wanted.has(path)) lost.push(path);
  });
  return lost;
}

/** One class after the other; within a class many at once. */
async function uploadAll(lease: Lease, { uploads }: Plan, options: PublishOptions): Promise<void> {
  const { dist, concurrency, onUpload } = options;
  const byClass = Object.groupBy(uploads, ({ file }) => classOf(file.path));
  let done = 0;
  for (const each of uploadOrder) {
    await forEachAtOnce(byClass[each] ?? [], concurrency, async ({ file }) => {
      const content = readBuiltFile(dist, file);
      await retrying(options, () => lease.put(file, content));
      onUpload?.(++done, uploads.length);
    });
  }
}

function checkSample(lease: Lease, plan: Plan, options: PublishOptions): Promise<Check> {
  const uploaded = plan.uploads.map(({ file }) => file.path);
  return checkPublished({
    manifest: plan.committed,
    sample: samplePages(uploaded, plan.committed, options.sampleSize),
    read: (path) => retrying(options, () => lease.read(path)),
    concurrency: options.concurrency,
  });
}

function doubtful({ missing }: Check, { files }: PublishManifest): string[] {
  return missing.map(({ path }) => path).filter((path) => path in files);
}

async function removeDue(lease: Lease, { removals, settled }: Plan, options: PublishOptions): Promise<void> {
  if (removals.length === 0) return;
  await retrying(options, () => lease.remove(removals));
  await lease.commit(settled); // only now: until then the manifest must say that they may lie there
}

/** The words of a purge that failed: the site is published, and what the edge holds is old for minutes at most. */
async function purgeEdge({ purge: addresses }: Plan, options: PublishOptions): Promise<string | null> {
  if (options.purge === null || options.dryRun || addresses.length === 0) return null;
  try {
    await options.purge.purge(addresses);
    return null;
  } catch (error) {
    if (error instanceof Failure) return error.message;
    throw error;
  }
}

async function listAll(lease: Lease): Promise<ListedFile[]> {
  return await Array.fromAsync(lease.list());
}

function retrying<T>({ retries }: PublishOptions, call: () => Promise<T>): Promise<T> {
  return withRetries(retries, call);
}
