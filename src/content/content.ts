import type { Campaign } from './campaign.ts';
import type { ContentFault } from './fault.ts';
import type { Owner } from './owner.ts';
import type { Rates } from './rates.ts';

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
