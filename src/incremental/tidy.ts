import { shardManifestFile, siteManifestFile, type ShardManifest, type SiteManifest } from './manifest.ts';
import { removeOutput, sweep } from './outputs.ts';
import type { Run } from './run.ts';
import { recordedFiles, unfinishedMarker } from './survey.ts';

/** Names of shards that were built before and are not asked for any more. */
export function goneShards(run: Run): string[] {
  const wanted = new Set(run.shards.map(({ name }) => name));
  return Object.keys(run.survey.site?.shards ?? {}).filter((name) => !wanted.has(name));
}

/** Deletes what earlier builds wrote and this one does not name; after a killed build, whatever else lies there. */
export function removeLeftovers(
  run: Run,
  site: SiteManifest,
  shards: ReadonlyMap<string, ShardManifest>,
): void {
  const { out, survey } = run;
  const expected = new Set<string>([siteManifestFile, unfinishedMarker]);
  for (const name of shards.keys()) expected.add(shardManifestFile(name));
  for (const [file] of recordedFiles(site, shards)) expected.add(file);
  const former = [...recordedFiles(survey.site, survey.shards)].map(([file]) => file);
  for (const file of [...former, ...goneShards(run).map(shardManifestFile)]) {
    if (!expected.has(file)) removeOutput(out, file);
  }
  if (!survey.isTidy) sweep(out, (file) => expected.has(file));
  for (const file of survey.sightings.keys()) if (!expected.has(file)) survey.sightings.delete(file);
}
