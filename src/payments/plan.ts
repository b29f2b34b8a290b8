import type { HeldLink, HeldPrice } from './account.ts';
import { offerDigest, type Offer } from './offer.ts';

/** What becomes of one link, with the reason. */
export type Step =
  | { readonly do: 'keep'; readonly offer: Offer; readonly link: HeldLink }
  | { readonly do: 'create'; readonly offer: Offer; readonly price: HeldPrice | null }
  | {
      readonly do: 'revive';
      readonly offer: Offer;
      readonly link: HeldLink;
      readonly price: HeldPrice | null;
    }
  | {
      readonly do: 'deactivate';
      readonly link: HeldLink;
      readonly why: 'replaced' | 'withdrawn' | 'doubled';
    };

/** What the account holds of ours. */
export interface Held {
  readonly prices: readonly HeldPrice[];
  readonly links: readonly HeldLink[];
  /** False when not all offers may be known: then nothing counts as withdrawn. */
  readonly isWhole: boolean;
}

/**
 * The steps that make the account's active links those of the offers. Keeps what is right, takes back into use what was
 * deactivated, creates what never was; then deactivates the rest, so that there is no moment without a link. Links that
 * are not ours are not among those held.
 */
export function planLinks(offers: readonly Offer[], { prices, links, isWhole }: Held): Step[] {
  const byDigest = Map.groupBy(links, (link) => link.offerDigest);
  const wanted = offers.map((offer): Step => {
    const digest = offerDigest(offer);
    const price = prices.find((one) => one.offerDigest === digest) ?? null;
    const same = byDigest.get(digest) ?? [];
    const link = same.find(({ active }) => active) ?? same[0];
    if (link === undefined) return { do: 'create', offer, price };
    if (link.active && price?.active !== false) return { do: 'keep', offer, link };
    return { do: 'revive', offer, link, price };
  });
  const used = new Set(wanted.map((step) => (step.do === 'create' ? '' : step.link.id)));
  const digests = new Set(offers.map(offerDigest) as string[]);
  const keys = new Set(offers.map(({ key }) => key));
  const unwanted = links
    .filter(({ id, active }) => active && !used.has(id))
    .map((link) => {
      const why = digests.has(link.offerDigest) ? 'doubled' : keys.has(link.offer) ? 'replaced' : 'withdrawn';
      return { do: 'deactivate', link, why } as const;
    });
  return [...wanted, ...unwanted.filter((step) => isWhole || step.why !== 'withdrawn')];
}

/** The steps that change something. */
export function changesOf(steps: readonly Step[]): Step[] {
  return steps.filter((step) => step.do !== 'keep');
}
