import type { CampaignSize } from './campaign.ts';
import type { Amount } from './money.ts';

/** Kinds of pages that a campaign can be on. */
export const ratedPages = ['home', 'neighborhood', 'food', 'day'] as const;

export type RatedPage = (typeof ratedPages)[number];

/** What sponsors pay in a city, as `content/rates/<city>.yaml` says it. Plain data. */
export interface Rates {
  readonly city: string;
  /** Where one asks for a place: an address, https, or an e-mail address. */
  readonly contact: string;
  /** A week's price by kind of page and size, in the file's order. */
  readonly weekly: readonly Rate[];
}

export interface Rate {
  readonly page: RatedPage;
  readonly size: CampaignSize;
  readonly price: Amount;
}
