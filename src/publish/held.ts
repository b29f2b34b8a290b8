import { setImmediate as turn } from 'node:timers/promises';
import { Failure } from '../failure.ts';
import { manifestFromListing } from './plan.ts';
import { pointerFile } from './pointer.ts';
import type { ListedFile, PublishedFile, PublishManifest, StoredManifest, View } from './target.ts';

/** What a target holds before a publish. */
export interface Held {
  readonly manifest: PublishManifest;
  readonly comparedBy: 'manifest' | 'listing';
}

export interface HeldInput {
  readonly name: string;
  readonly wanted: readonly PublishedFile[];
  /** Null unless somebody said how many files may go. */
  readonly maxDelete: number | null;
  readonly signal: AbortSignal;
}

const named = 3;

/**
 * The stored manifest, or what a listing tells when it is not there or damaged. Where no publish has been, files that the
 * site does not have are somebody else's: fails with `TARGET_NOT_OURS`, unless it was said how many may go.
 */
export async function heldFrom(stored: StoredManifest, view: View, input: HeldInput): Promise<Held> {
  if (stored !== null && stored !== 'damaged') return { manifest: stored, comparedBy: 'manifest' };
  const listed = withoutSitesBelow(await listAll(view, input.signal));
  if (stored === null && input.maxDelete === null) refuseForeign(listed, input);
  return { manifest: manifestFromListing(listed, input.wanted), comparedBy: 'listing' };
}

async function listAll(view: View, signal: AbortSignal): Promise<ListedFile[]> {
  const listed: ListedFile[] = [];
  for await (const file of view.list()) {
    if (listed.push(file) % 100 === 0) await turn(); // a folder's listing reads every file and never waits
    signal.throwIfAborted();
  }
  return listed;
}

/** A folder of a bucket may hold a site of its own. */
function withoutSitesBelow(listed: readonly ListedFile[]): ListedFile[] {
  const pointers = listed.map(({ path }) => path).filter((path) => path.endsWith(`/${pointerFile}`));
  const below = pointers.map((path) => path.slice(0, -pointerFile.length));
  return listed.filter(({ path }) => !below.some((folder) => path.startsWith(folder)));
}

function refuseForeign(listed: readonly ListedFile[], { name, wanted }: HeldInput): void {
  const ours = new Set(wanted.map(({ path }) => path));
  const foreign = listed.map(({ path }) => path).filter((path) => !ours.has(path));
  if (foreign.length === 0) return;
  const some = foreign.slice(0, named).join(', ') + (foreign.length > named ? ', …' : '');
  throw new Failure('TARGET_NOT_OURS', `${name} holds files that no publish put there: ${some}`, {
    hint: `Publish to a place of its own, such as a prefix. If they may be deleted, publish with --max-delete ${foreign.length}.`,
  });
}
