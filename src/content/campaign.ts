import type { Weekday } from '../schedule/week.ts';
import type { Amount } from './money.ts';
import type { Recipe } from './photo-name.ts';
import type { Photo } from './owner.ts';

/** A sponsor's campaign, as `content/sponsors/<id>.yaml` says it and a maintainer merged it. Plain data. */
export interface Campaign {
  /** The file's name without its ending. */
  readonly id: string;
  readonly name: string;
  /** One sentence or two. */
  readonly text: string;
  /** The language of the sponsor's own words (BCP 47). */
  readonly lang: string;
  /** Where a reader is led, https. */
  readonly link: string;
  /** Its `alt` may be empty: name and text stand beside it. */
  readonly image: Photo | null;
  readonly where: CampaignPlace;
  /** The first and the last day, "YYYY-MM-DD", in the city. */
  readonly from: string;
  readonly to: string;
  readonly size: CampaignSize;
  /** What the slot costs: shown when it is paid. Null when nothing is owed. */
  readonly price: Amount | null;
}

/** The pages a campaign is on: of the kind that is named, or the city's home when none is. */
export interface CampaignPlace {
  readonly city: string;
  readonly neighborhood: string | null;
  readonly food: string | null;
  /** The day's page and its 24 hours. */
  readonly day: Weekday | null;
}

/** `strip`: one line above the page's matter, the only one there. `card`: a box below it. A page has one of each at most. */
export const campaignSizes = ['strip', 'card'] as const;

export type CampaignSize = (typeof campaignSizes)[number];

/** How its picture is cut: a square in a strip, three to two in a card. */
export const campaignRecipes: Readonly<Record<CampaignSize, Recipe>> = {
  strip: { widths: [96, 48], ratio: [1, 1] },
  card: { widths: [480, 240], ratio: [3, 2] },
};

/** What a campaign is called among offers and payments. */
export function campaignKey({ id }: Pick<Campaign, 'id'>): string {
  return `sponsor/${id}`;
}
