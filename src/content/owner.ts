import type { DateRange } from '../schedule/dates.ts';
import type { Amount } from './money.ts';

/** What only the owner of a truck knows, as `content/trucks/<slug>.yaml` says it and a maintainer merged it. Plain data. */
export interface Owner {
  /** Which truck: its address, and its permits' numbers, by which it is found again under another name. */
  readonly city: string;
  readonly truck: string;
  readonly permits: readonly string[];
  /** Addresses that the truck had before. */
  readonly formerly: readonly string[];
  /** The language of the owner's own texts (BCP 47). */
  readonly lang: string;
  readonly description: string | null;
  readonly photo: Photo | null;
  readonly menu: readonly MenuItem[];
  /** True when the owner takes paid orders ahead. */
  readonly preorders: boolean;
  /** All addresses are https. */
  readonly order: string | null;
  /** International: "+14155550123". */
  readonly phone: string | null;
  readonly website: string | null;
  readonly social: readonly string[];
  /** Languages spoken at the truck (BCP 47). */
  readonly languages: readonly string[];
  readonly accessibility: readonly Accessibility[];
  /** An e-mail address. */
  readonly catering: string | null;
  /** Days without any stop, in order and disjoint. */
  readonly closed: readonly DateRange[];
}

export interface MenuItem {
  readonly name: string;
  readonly note: string | null;
  readonly price: Amount;
  /** Where it is paid ahead, https; left out where it is not. */
  readonly pay?: string;
}

/** A picture as it is kept: `key` names its files, and changes with its bytes or the way they are made. */
export interface Photo {
  readonly key: string;
  /** What it shows, for those who do not see it. */
  readonly alt: string;
}

/** What a truck offers to those who need it; each has its words in every language. */
export const accessibilities = [
  'step-free',
  'low-counter',
  'large-print-menu',
  'braille-menu',
  'picture-menu',
  'sign-language',
  'order-by-text',
] as const;

export type Accessibility = (typeof accessibilities)[number];
