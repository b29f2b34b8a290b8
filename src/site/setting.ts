import { mapBaseOf, type MapBase } from './base-map.ts';
import type { SiteCity } from './cities.ts';
import { cityPart, type FramedCity } from './frame.ts';
import { boundsOf, type Bounds } from './projection.ts';
import { tilesAddress } from './tiles.ts';
import { shared } from './view-key.ts';

/** What lies under the points of a city's maps. */
export interface SettingBase extends MapBase {
  /** A PMTiles file that takes the place of the live map's base; null for none. */
  readonly tiles: string | null;
}

/** What all pages of a city with a map have in common. */
export interface Setting extends FramedCity {
  readonly bounds: Bounds;
  readonly base: SettingBase;
}

const known = new WeakMap<SiteCity, Setting>();

/** The setting of a city's pages: one shared part, so that it counts in a key with its digest. */
export function settingOf(site: SiteCity): Setting {
  const { sample } = site;
  const setting =
    known.get(site) ?? shared({ info: cityPart(site), sample, bounds: boundsOf(site), base: baseOf(site) });
  known.set(site, setting);
  return setting;
}

function baseOf(site: SiteCity): SettingBase {
  return { ...mapBaseOf(site), tiles: tilesAddress()?.href ?? null };
}
