import { cityAboutPages } from './about-view.ts';
import { baseMapPages } from './base-map.ts';
import type { SiteCity } from './cities.ts';
import { hourData, placeFiles, problemFiles, searchFiles, truckFiles, weekFiles } from './data-pages.ts';
import { dayPages } from './day-view.ts';
import { foodPages, foodsPages } from './food-view.ts';
import { homePages } from './home-view.ts';
import { hourPages } from './hour-view.ts';
import type { StaticPage } from './page.ts';
import { placePages } from './place-view.ts';
import { searchPages } from './search-view.ts';
import { sponsorsPages } from './sponsors-view.ts';
import { cityStatusPages } from './status-view.ts';
import { truckPages } from './truck-view.ts';
import { languageOfPath } from './urls.ts';

/** Address pattern, as the files of src/pages spell it → the pages of a city there. */
const lists: Readonly<Record<string, (site: SiteCity) => readonly StaticPage<unknown>[]>> = {
  '/[city]/': homePages,
  '/[city]/map.svg': baseMapPages,
  '/[city]/status/': cityStatusPages,
  '/[city]/search/': searchPages,
  '/[city]/search/records.json': searchFiles,
  '/[city]/week.json': weekFiles,
  '/[city]/problems.json': problemFiles,
  '/[city]/about/': cityAboutPages,
  '/[city]/sponsors/': sponsorsPages,
  '/[city]/food/': foodsPages,
  '/[city]/food/[slug]/': foodPages,
  '/[city]/truck/[slug]/': truckPages,
  '/[city]/truck/[slug].json': truckFiles,
  '/[city]/place/[slug]/': placePages,
  '/[city]/place/[slug].json': placeFiles,
  '/[city]/[day]/': dayPages,
  '/[city]/[day]/[hour]/': hourPages,
  '/[city]/[day]/[hour].json': hourData,
};

/** The page of a city at an address in any language, or null when the city has none there. Looks through all of them: 50 ms. */
export function pageAt(site: SiteCity, address: string): StaticPage<unknown> | null {
  const { path } = languageOfPath(address);
  for (const [pattern, list] of Object.entries(lists)) {
    if (!regexOf(pattern).test(path)) continue;
    for (const page of list(site)) if (addressOf(pattern, page.params) === path) return page;
  }
  return null;
}

function regexOf(pattern: string): RegExp {
  return new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll(/\[\w+\]/g, '[^/]+')}$`);
}

function addressOf(pattern: string, params: Readonly<Record<string, string | undefined>>): string {
  return pattern.replaceAll(/\[(\w+)\]/g, (_, name: string) => params[name] ?? '');
}
