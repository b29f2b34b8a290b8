import { formatAmount } from '../content/money.ts';
import type { Slot } from '../content/content.ts';
import type { RatedPage, Rates } from '../content/rates.ts';
import { english } from '../words/en/index.ts';
import type { SiteCity } from './cities.ts';
import { cityFrame, framed, type Frame, type FramedCity } from './frame.ts';
import { staticPage, type StaticPage } from './page.ts';
import { sponsorsPath } from './urls.ts';

/** What sponsors get in a city and what it costs, and places that wait for their payment. */
export interface SponsorsView {
  readonly frame: Frame;
  readonly rates: readonly { readonly page: string; readonly size: string; readonly price: string }[];
  /** Where one asks for a place; null where no rates are told. */
  readonly contact: string | null;
  readonly slots: readonly SlotView[];
}

export interface SlotView {
  readonly name: string;
  readonly what: string;
  readonly price: string;
  readonly pay: string;
}

interface Seed {
  readonly site: FramedCity;
  readonly rates: Rates | null;
  readonly slots: readonly Slot[];
}

const pageNames: Readonly<Record<RatedPage, string>> = {
  home: 'The city’s home page',
  neighborhood: 'A neighbourhood',
  food: 'A kind of food',
  day: 'A day and its 24 hours',
};

/** The page for sponsors, as a list of one page; of none where neither rates nor a place to be paid is told. */
export function sponsorsPages(site: SiteCity): StaticPage<SponsorsView>[] {
  const { rates, slots } = site.content;
  if (rates === null && slots.length === 0) return [];
  return [staticPage({ city: site.info.key }, { site: framed(site), rates, slots }, sponsorsView)];
}

function sponsorsView({ site, rates, slots }: Seed): SponsorsView {
  const city = site.info.name;
  return {
    frame: cityFrame(site, {
      path: sponsorsPath(site.info.key),
      title: `Sponsors of Curbside in ${city}`,
      description: `What sponsors get on the food truck pages of ${city}, and what it costs.`,
    }),
    rates: (rates?.weekly ?? []).map(({ page, size, price }) => {
      return { page: pageNames[page], size, price: formatAmount(price) };
    }),
    contact: rates === null ? null : rates.contact.includes(':') ? rates.contact : `mailto:${rates.contact}`,
    slots: slots.map(({ name, size, where, from, to, price, pay }) => {
      const place = where.neighborhood ?? where.food ?? where.day ?? 'home';
      const what = `${size} on ${place}, ${english.times.date(from)} – ${english.times.date(to)}`;
      return { name, what, price: formatAmount(price), pay };
    }),
  };
}
