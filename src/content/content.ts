import type { Campaign, CampaignPlace, CampaignSize } from './campaign.ts';
import type { ContentFault } from './fault.ts';
import type { Amount } from './money.ts';
import type { Owner } from './owner.ts';
import type { Rates } from './rates.ts';

/** What concerns one city. Plain data. */
export interface CityContent {
  /** In order of truck. */
  readonly owners: readonly Owner[];
  readonly campaigns: readonly Campaign[];
  /** Null where no rates are told. */
  readonly rates: Rates | null;
  /** Places of sponsors that are kept for somebody and not paid yet. */
  readonly slots: readonly Slot[];
}

/** A place of a sponsor that is to be paid. */
export interface Slot {
  readonly name: string;
  readonly where: CampaignPlace;
  readonly size: CampaignSize;
  readonly from: string;
  readonly to: string;
  readonly price: Amount;
  /** Where it is paid, https. */
  readonly pay: string;
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
export const noCityContent: CityContent = { owners: [], campaigns: [], rates: null, slots: [] };

/** The part of a city. */
export function contentOfCity({ owners, campaigns, rates }: Content, key: string): CityContent {
  return {
    owners: owners.filter(({ city }) => city === key),
    campaigns: campaigns.filter(({ where }) => where.city === key),
    rates: rates.find(({ city }) => city === key) ?? null,
    slots: [],
  };
}

/** Whether there is anything to show at all. */
export function isEmpty({ owners, campaigns, rates, slots }: CityContent): boolean {
  return [owners, campaigns, slots].every(({ length }) => length === 0) && rates === null;
}
