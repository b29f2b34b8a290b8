import { campaignKey, type Campaign } from '../content/campaign.ts';
import type { CityContent, Slot } from '../content/content.ts';
import type { Owner } from '../content/owner.ts';
import type { PaymentsLock } from './lock.ts';
import { offerDigest, type Offer } from './offer.ts';
import { dishOffer, slotOf } from './offers.ts';

/** What decides which links and which campaigns a city shows. */
export interface Shown {
  readonly lock: PaymentsLock;
  /** The date of the city's data, "YYYY-MM-DD": a campaign runs by it, and not by any clock. */
  readonly asOf: string;
  /** True when the city is made up: only there does play money count. */
  readonly sample: boolean;
}

/**
 * A city's content as it may be shown: of its campaigns those that run on the date and owe nothing or are paid, those that
 * are still to be paid as slots, and dishes with the links by which they are paid. A link whose offer is another by now,
 * because somebody changed a price, is left out until the next run of payments.
 */
export function withPayments(content: CityContent, { lock, asOf, sample }: Shown): CityContent {
  const counts = lock.live || sample;
  const linkOf = (offer: Offer | null | undefined): string | null => {
    if (!counts || !offer) return null;
    const link = lock.links[offer.key];
    return link?.digest === offerDigest(offer) ? link.url : null;
  };
  const isPaid = (campaign: Campaign) =>
    campaign.price === null || (counts && campaignKey(campaign) in lock.paid);
  const coming = content.campaigns.filter(({ to }) => to >= asOf);
  return {
    ...content,
    owners: content.owners.map((owner) => withLinks(owner, linkOf)),
    campaigns: coming.filter((campaign) => campaign.from <= asOf && isPaid(campaign)),
    slots: coming
      .filter((campaign) => !isPaid(campaign))
      .flatMap((campaign): Slot[] => {
        const pay = linkOf(slotOf(campaign)[0]);
        const { name, where, size, from, to, price } = campaign;
        return pay === null || price === null ? [] : [{ name, where, size, from, to, price, pay }];
      }),
  };
}

/** The owner with a link at each dish that has one; the very same owner when none has. */
function withLinks(owner: Owner, linkOf: (offer: Offer | null) => string | null): Owner {
  const menu = owner.menu.map((item) => {
    const pay = linkOf(dishOffer(owner, item));
    return pay === null ? item : { ...item, pay };
  });
  return menu.every((item, index) => item === owner.menu[index]) ? owner : { ...owner, menu };
}
