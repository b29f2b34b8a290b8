import type { StatusFile } from '../../src/site/status-file.ts';
import { shapeKinds } from '../../src/source/geography.ts';
import type { Current } from '../../src/source/state.ts';

/** What a build would be made from, now. */
export interface Present {
  /** Digest of the code. */
  readonly code: string;
  readonly cities: readonly Current[];
  /** Digest of what owners say, by the key of the city. */
  readonly content: Readonly<Record<string, string>>;
  readonly now: Date;
}

/**
 * A site whose data did not change is published again after this time, so that its status says when the city was last
 * asked. The watch raises an alarm at 26 hours: six runs may be dropped in between.
 */
export const heartbeatHours = 20;

/** Why what is published is not what would be built now, in words; empty when it is the same. */
export function reasonsToPublish(
  published: StatusFile | null,
  { code, cities, content, now }: Present,
): string[] {
  if (published === null) return ['nothing is published yet'];
  const reasons: string[] = [];
  if (published.codeDigest !== code) reasons.push('the code changed');
  for (const { city, digest, geography } of cities) {
    const there = published.cities[city.key];
    if (there === undefined) reasons.push(`${city.name} is not published yet`);
    else if (there.snapshot !== digest) reasons.push(`the schedule of ${city.name} changed`);
    else if (there.content !== content[city.key]) reasons.push(`what owners say in ${city.name} changed`);
    else if (shapeKinds.some((kind) => (there[kind] ?? null) !== (geography[kind]?.digest ?? null)))
      reasons.push(`the map of ${city.name} changed`);
    else {
      const hours = Math.floor((now.getTime() - Date.parse(there.pulledAt)) / 3_600_000);
      if (hours >= heartbeatHours)
        reasons.push(`${city.name} was last asked ${hours} hours ago, as published`);
    }
  }
  return reasons;
}
