import type { SiteCity } from './cities.ts';
import type { Words } from '../words/words.ts';
import { cityFrame, framed, type Frame, type FramedCity } from './frame.ts';
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
  const { key } = site.info;
  const index = searchFolder(key, searchDigest(searchRecords(site)));
  return [staticPage({ city: key }, { site: framed(site), index }, searchView)];
}

function searchView(
  { site, index }: { readonly site: FramedCity; readonly index: string },
  words: Words,
): SearchView {
  const { key } = site.info;
  const name = words.frame.city(site.info.name);
  const frame = cityFrame(site, {
    path: searchPath(key),
    title: words.finding.searchTitle(name),
    description: words.finding.searchDescription(name),
  });
  return { frame, index, foods: foodsPath(key) };
}
