import type { Words } from '../words/words.ts';
import type { SiteCity } from './cities.ts';
import { movedTrucks } from './owners.ts';
import { staticPage, type StaticPage } from './page.ts';
import { cutText, listLength } from './text.ts';
import { truckPath } from './urls.ts';

/** The page at the address that a truck had before: it leads to the one of today. */
export interface MovedView {
  readonly title: string;
  readonly text: string;
  /** The truck's page. */
  readonly path: string;
}

/** A page for every address that a truck of the city had before. */
export function movedPages(site: SiteCity): StaticPage<MovedView>[] {
  const { key } = site.info;
  const moved = movedTrucks(site);
  const names = new Map(moved.size === 0 ? [] : site.city.trucks.map(({ slug, name }) => [slug, name]));
  return [...moved].map(([old, slug]) => {
    const seed = { city: key, slug, name: names.get(slug) ?? '' };
    return staticPage({ city: key, old }, seed, movedView);
  });
}

function movedView(seed: { city: string; slug: string; name: string }, { owner }: Words): MovedView {
  return {
    title: owner.movedTitle,
    text: owner.moved(cutText(seed.name, listLength.name)),
    path: truckPath(seed.city, seed.slug),
  };
}
