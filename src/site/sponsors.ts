import { campaignRecipes, type Campaign, type CampaignPlace } from '../content/campaign.ts';
import type { SiteCity } from './cities.ts';
import type { Frame } from './frame.ts';
import type { StaticPage } from './page.ts';
import { photoPath, sponsorsPath } from './urls.ts';
import { shared, viewKey } from './view-key.ts';

/** A campaign as a page shows it, in a box whose size is known before anything is fetched. */
export interface SponsorView extends Pick<Campaign, 'id' | 'name' | 'text' | 'lang' | 'link' | 'size'> {
  readonly image: SponsorImage | null;
  /** What a place costs, for whoever wonders what the label means; null where no rates are told. */
  readonly rates: string | null;
}

/** A picture in two sizes: the box, and twice the box for finer screens. */
export interface SponsorImage {
  readonly path: string;
  readonly finer: string;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
}

const known = new WeakMap<Campaign, SponsorView>();

/** The pages that a campaign is on: those of one food, one neighbourhood, one day, or the home. */
type Place = Readonly<Partial<Record<Exclude<keyof CampaignPlace, 'city'>, string | undefined>>>;

/**
 * The same pages, with the campaigns that are on them in frame and key. A page without any is the very page that was
 * given, key and all: what no sponsor pays for changes no byte. `placeOf` says which page it is, by its parameters.
 */
export function withSponsors<View extends { readonly frame: Frame }>(
  site: SiteCity,
  pages: readonly StaticPage<View>[],
  placeOf: (params: Readonly<Record<string, string | undefined>>) => Place,
): StaticPage<View>[] {
  const { campaigns } = site.content;
  if (campaigns.length === 0) return [...pages];
  return pages.map((page) => {
    const place = placeOf(page.params);
    const sponsors = campaigns.filter(({ where }) => isAt(where, place)).map((one) => sponsorView(site, one));
    if (sponsors.length === 0) return page;
    const { params, props, cacheKey } = page;
    const view: typeof props.view = (words) => {
      const bare = props.view(words);
      return { ...bare, frame: { ...bare.frame, sponsors } };
    };
    return { params, props: { view }, cacheKey: viewKey({ cacheKey, sponsors }) };
  });
}

function isAt({ neighborhood, food, day }: CampaignPlace, place: Place): boolean {
  return (
    neighborhood === (place.neighborhood ?? null) &&
    food === (place.food ?? null) &&
    day === (place.day ?? null)
  );
}

function sponsorView({ info, content }: SiteCity, campaign: Campaign): SponsorView {
  const view = known.get(campaign) ?? shared(readSponsor(info.key, campaign, content.rates !== null));
  known.set(campaign, view);
  return view;
}

function readSponsor(city: string, campaign: Campaign, hasRates: boolean): SponsorView {
  const { id, name, text, lang, link, size, image } = campaign;
  const rates = hasRates ? sponsorsPath(city) : null;
  return { id, name, text, lang, link, size, image: image && imageOf(city, size, image), rates };
}

function imageOf(
  city: string,
  size: Campaign['size'],
  { key, alt }: NonNullable<Campaign['image']>,
): SponsorImage {
  const { widths, ratio } = campaignRecipes[size];
  const [width, finer] = [Math.min(...widths), Math.max(...widths)];
  const height = (width * ratio[1]) / ratio[0];
  return { path: photoPath(city, key, width), finer: photoPath(city, key, finer), width, height, alt };
}
