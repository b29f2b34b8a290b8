import type { SiteCity } from './cities.ts';
import { cityFrame, type Frame } from './frame.ts';
import { staticPage, type StaticPage } from './page.ts';
import { searchDigest, searchFolder, searchRecords } from './search-records.ts';
import { foodsPath, searchPath } from './urls.ts';

/** The search page: where the index lies that its script loads. */
export interface SearchView {
  readonly frame: Frame;
  readonly index: string;
  readonly foods: string;
}

/** The city's search page, as a list of one page. */
export function searchPages(site: SiteCity): StaticPage<SearchView>[] {
  const { key, name } = site.info;
  const frame = cityFrame(site, {
    path: searchPath(key),
    title: `Search food trucks in ${name}`,
    description: `Find a food truck, a street or a kind of food in ${name}.`,
  });
  const index = searchFolder(key, searchDigest(searchRecords(site)));
  return [staticPage({ city: key }, { frame, index, foods: foodsPath(key) }, (seed) => seed)];
}
