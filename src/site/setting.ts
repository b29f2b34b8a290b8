import { baseMapFile } from './base-map.ts';
import type { SiteCity } from './cities.ts';
import { cityPart, type FramedCity } from './frame.ts';
import { boundsOf, type Bounds } from './projection.ts';
import { shared } from './view-key.ts';

/** What all pages of a city with a map have in common. */
export interface Setting extends FramedCity {
  readonly bounds: Bounds;
  /** Address of the picture under the points; null for none. */
  readonly base: string | null;
}

const known = new WeakMap<SiteCity, Setting>();

/** The setting of a city's pages: one shared part, so that it counts in a key with its digest. */
export function settingOf(site: SiteCity): Setting {
  const { sample } = site;
  const setting =
    known.get(site) ??
    shared({ info: cityPart(site), sample, bounds: boundsOf(site), base: baseMapFile(site.info.key) });
  known.set(site, setting);
  return setting;
}
