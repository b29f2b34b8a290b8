import type { CityInfo } from '../source/state.ts';
import type { SiteCity } from './cities.ts';
import type { SponsorView } from './sponsors.ts';
import { shared } from './view-key.ts';

/** What every page says around its own matter: whose it is, where it stands, what it is called. */
export interface Frame {
  readonly city: CityInfo | null;
  /** True when the data is made up. */
  readonly sample: boolean;
  /** The page's own address; the canonical one when a page can be reached under two. */
  readonly path: string;
  readonly title: string;
  readonly description: string;
  /** Campaigns on the page; left out on pages without any. */
  readonly sponsors?: readonly SponsorView[];
}

/** What a seed keeps of a page's city, from which its frame is made in a language. */
export function framed(site: SiteCity): FramedCity {
  return { info: cityPart(site), sample: site.sample };
}

/** What a frame says of its city. */
export type FramedCity = Pick<SiteCity, 'info' | 'sample'>;

/** The frame of a page of a city; `title` without the site's name. */
export function cityFrame(
  city: FramedCity,
  page: { path: string; title: string; description: string },
): Frame {
  return { city: cityPart(city), sample: city.sample, ...page };
}

/** The frame of a page that belongs to no city; made-up data in any city is said here too. */
export function siteFrame(
  sites: readonly SiteCity[],
  page: { path: string; title: string; description: string },
): Frame {
  return { city: null, sample: sites.some(({ sample }) => sample), ...page };
}

const known = new WeakMap<CityInfo, CityInfo>();

/** The city as every frame names it: one shared part. */
export function cityPart({ info }: FramedCity): CityInfo {
  const { key, name, timeZone } = info;
  const part = known.get(info) ?? shared({ key, name, timeZone });
  known.set(info, part);
  known.set(part, part);
  return part;
}
