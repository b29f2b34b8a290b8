import type { Campaign } from './campaign.ts';
import type { ContentFault } from './fault.ts';
import type { Owner } from './owner.ts';
import type { Rates } from './rates.ts';

/** What concerns one city. Plain data. */
export interface CityContent {
  /** In order of truck. */
  readonly owners: readonly Owner[];
}

/** All of a folder of content that may be shown, and every fault of what may not. Plain data. */
export interface Content {
  /** In order of city, then truck. */
  readonly owners: readonly Owner[];
  /** In order of their names, whatever their days. */
  readonly campaigns: readonly Campaign[];
  /** What sponsors pay, a record for each city that says it. */
  readonly rates: readonly Rates[];
  readonly faults: readonly ContentFault[];
}

/** Content that is not there. */
export const noContent: Content = { owners: [], campaigns: [], rates: [], faults: [] };
export const noCityContent: CityContent = { owners: [] };

/** The part of a city. */
export function contentOfCity({ owners }: Content, key: string): CityContent {
  return { owners: owners.filter(({ city }) => city === key) };
}

/** Whether there is anything to show at all. */
export function isEmpty({ owners }: CityContent): boolean {
  return owners.length === 0;
}
