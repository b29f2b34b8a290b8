import { Failure } from '../failure.ts';
import { checkPublished, samplePages, type Check } from './check.ts';
import { forEachAtOnce } from './concurrent.ts';
import { dryRun } from './dry-run.ts';
import { baseOf, classOf, listBuiltFiles, readBuiltFile, uploadOrder } from './files.ts';
import { heldFrom } from './held.ts';
import { isNothing, planPublish, withoutFiles, type Plan } from './plan.ts';
import { orderBelow, type Purge } from './purge.ts';
import { publishReport, type PublishReport } from './report.ts';
import { withRetries, type RetryPolicy } from './retry.ts';
import type { Lease, PublishedFile, PublishManifest, Target } from './target.ts';

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
  /** Given when the publish is to stop: it begins nothing more, lets the lease go, and throws the signal's reason. */
  readonly signal: AbortSignal;
  readonly onUpload?: ((done: number, total: number) => void) | undefined;
}

/**
 * Makes the target serve what was built, and uploads only what differs. What others name is there before what names it;
 * nothing is deleted before its time. May be stopped or killed at any moment: the next publish goes on. Whether readers
 * get what was published stands in the report. Fails with `NOTHING_BUILT`, `NAME_TAKEN`, `BUILD_CHANGED`,
 * `TOO_MANY_DELETES` or a target's own code; unless that is `TARGET_CHANGED` or `TARGET_LOST`, the site in force is whole.
 */
export async function publish(options: PublishOptions): Promise<PublishReport> {
  const began = performance.now();
  const { storedAs } = options.target;
  const wanted = listBuiltFiles(options.dist, { stateFiles: options.stateFiles, storedAs });
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
  const { name } = options.target;
  const { manifest: held, comparedBy } = await heldFrom(stored, lease, { name, wanted, ...options });
  const firstPlan = planWith(held, wanted, options);
  if (comparedBy === 'manifest' && isNothing(firstPlan)) {
    const check = { read: 0, missing: [] };
    return { plan: firstPlan, comparedBy, check, purgeFault: await settle(lease, firstPlan, options) };
  }
  const lost = await keepAll(lease, firstPlan, options);
  const plan = lost.length === 0 ? firstPlan : planWith(withoutFiles(held, lost), wanted, options);
  if (plan.uploads.length > 0) await retrying(options, () => lease.begin(plan.begun));
  await uploadAll(lease, plan, options);
  options.signal.throwIfAborted();
  await lease.commit(plan.committed);
  const check = await checkSample(lease, plan, options);
  if (check.missing.length > 0) {
    // Nothing may be deleted now, and the edge may go on with what it holds; the next publish uploads these again.
    await lease.commit(withoutFiles(plan.committed, doubtful(check, plan.committed)));
    return { plan: { ...plan, removals: [], purge: null }, comparedBy, check, purgeFault: null };
  }
  return { plan, comparedBy, check, purgeFault: await settle(lease, plan, options) };
}

function planWith(held: PublishManifest, wanted: readonly PublishedFile[], options: PublishOptions): Plan {
  const { now, graceMs, maxDelete, purge } = options;
  return planPublish({ held, wanted, now: now(), graceMs, maxDelete, hasEdge: purge !== null });
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
    base: baseOf(options.dist),
    sample: samplePages(uploaded, plan.committed, options.sampleSize),
    read: (path) => retrying(options, () => lease.read(path)),
    concurrency: options.concurrency,
  });
}

function doubtful({ missing }: Check, { files }: PublishManifest): string[] {
  return missing.map(({ path }) => path).filter((path) => path in files);
}

/**
 * What may be done only when readers have the release: deletes, then lets the edge forget. Gives the words of a purge that
 * failed. Until the last commit the manifest says that the files may lie there and the purge is owed: the next publish
 * makes up for what this one leaves undone.
 */
async function settle(lease: Lease, plan: Plan, options: PublishOptions): Promise<string | null> {
  const { removals, committed, settled } = plan;
  if (removals.length > 0) await retrying(options, () => lease.remove(removals));
  const purgeFault = await purgeEdge(plan, options);
  const owed = purgeFault === null ? settled.owed : committed.owed;
  if (removals.length > 0 || owed !== committed.owed) await lease.commit({ ...settled, owed });
  return purgeFault;
}

/** The words of a purge that failed: the site is published, and what the edge holds is old for minutes at most. */
async function purgeEdge({ purge: order }: Plan, options: PublishOptions): Promise<string | null> {
  if (options.purge === null || options.dryRun || order === null) return null;
  options.signal.throwIfAborted();
  try {
    await options.purge.purge(orderBelow(baseOf(options.dist), order));
    return null;
  } catch (error) {
    if (error instanceof Failure) return error.message;
    throw error;
  }
}

function retrying<T>({ retries, signal }: PublishOptions, call: () => Promise<T>): Promise<T> {
  return withRetries(retries, signal, call);
}
