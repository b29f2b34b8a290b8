import type { Decision } from './decide.ts';
import { shardManifestFile, siteManifestFile, type ShardManifest, type SiteManifest } from './manifest.ts';
import { removeOutput, sweep } from './outputs.ts';
import { fileOfPage } from './page.ts';
import type { Run } from './run.ts';
import { derivedFiles, recordedFiles, unfinishedMarker } from './survey.ts';

/** Names of shards that were built before and are not asked for any more. */
export function goneShards(run: Run): string[] {
  const wanted = new Set(run.shards.map(({ name }) => name));
  return Object.keys(run.survey.site?.shards ?? {}).filter((name) => !wanted.has(name));
}

/** The removal of every page of the shards that went away. */
export function decideGone(run: Run): Decision[] {
  return goneShards(run).flatMap((name) =>
    [...(run.survey.shards.get(name)?.pages.keys() ?? [])].map((path): Decision => ({
      path,
      action: 'removed',
      reason: 'no longer listed',
    })),
  );
}

/** What a build leaves behind: the manifests to be written, and what was decided on the way to them. */
export interface Outcome {
  readonly site: SiteManifest;
  readonly shards: ReadonlyMap<string, ShardManifest>;
  readonly decisions: readonly Decision[];
}

/** Deletes what earlier builds wrote and this one does not name; after a killed build, whatever else lies there. */
export function removeLeftovers(run: Run, outcome: Outcome): void {
  const { out, survey } = run;
  const leftovers = leftoverFiles(run, outcome);
  if (leftovers.length === 0 && survey.isTidy) return;
  const expected = new Set<string>([siteManifestFile, unfinishedMarker]);
  for (const name of outcome.shards.keys()) expected.add(shardManifestFile(name));
  for (const [file] of recordedFiles(outcome.site, outcome.shards)) expected.add(file);
  // A file may have moved from one shard to another, so that only one of them stopped naming it.
  for (const file of leftovers) if (!expected.has(file)) removeOutput(out, file);
  if (!survey.isTidy) sweep(out, (file) => expected.has(file));
  for (const file of survey.sightings.keys()) if (!expected.has(file)) survey.sightings.delete(file);
}

/** Files that some part of the site named before and does not name now; few, whatever the size of the site. */
function leftoverFiles(run: Run, { site, shards, decisions }: Outcome): string[] {
  const { survey } = run;
  const before = [survey.site, ...survey.shards.values()].filter((part) => part !== null);
  const after = new Set(
    [site, ...shards.values()].flatMap((part) => [...derivedFiles(part.derived)].map(([file]) => file)),
  );
  return [
    ...decisions.filter(({ action }) => action === 'removed').map(({ path }) => fileOfPage(path)),
    ...before
      .flatMap((part) => [...derivedFiles(part.derived)].map(([file]) => file))
      .filter((file) => !after.has(file)),
    ...Object.keys(survey.site?.files ?? {}).filter((file) => !(file in site.files)),
    ...goneShards(run).map(shardManifestFile),
  ];
}
