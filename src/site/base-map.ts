import type { SiteCity } from './cities.ts';
import land from './land.json' with { type: 'json' };
import { staticPage, type StaticPage } from './page.ts';
import { boundsOf, mapHeight, mapWidth } from './projection.ts';

/** A city's land as one SVG file, fetched once and kept; dots and markers are drawn over it. */
export interface BaseMap {
  readonly svg: string;
}

/** Address of the city's base map; null for a city without one. */
export function baseMapFile(city: string): string | null {
  return city === 'sf' ? `/${city}/map.svg` : null;
}

/** The city's base map, as a list of at most one file. */
export function baseMapPages(site: SiteCity): StaticPage<BaseMap>[] {
  if (baseMapFile(site.info.key) === null) return [];
  const seed = { width: mapWidth, height: mapHeight(boundsOf(site)), ...land };
  return [staticPage({ city: site.info.key }, seed, baseMap)];
}

/** An image has no part in the page's colours, so it brings those of both schemes. */
const style =
  'path{fill:#f3ecdc;stroke:#e0d7c3}@media(prefers-color-scheme:dark){path{fill:#26231c;stroke:#3a352a}}';

function baseMap({
  width,
  height,
  attribution,
  land,
}: {
  width: number;
  height: number;
  attribution: string;
  land: string;
}): BaseMap {
  const path = `<desc>${attribution}</desc><style>${style}</style><path d="${land}"/>`;
  return { svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">${path}</svg>\n` };
}
