import type { SiteCity } from './cities.ts';
import type { Words } from '../words/words.ts';
import { cityFrame, framed, type Frame, type FramedCity } from './frame.ts';
import { staticPage, type StaticPage } from './page.ts';
import { cityPath, followingPath, weekFile } from './urls.ts';

/** The page of what the reader follows: the list is on the reader's device, so the page is the same for all. */
export interface FollowingView {
  readonly frame: Frame;
  readonly week: string;
  readonly timeZone: string;
  readonly home: string;
}

/** The city's page of followed trucks and places, as a list of one page. */
export function followingPages(site: SiteCity): StaticPage<FollowingView>[] {
  return [staticPage({ city: site.info.key }, { site: framed(site) }, followingView)];
}

function followingView({ site }: { readonly site: FramedCity }, words: Words): FollowingView {
  const { key, timeZone } = site.info;
  const name = words.frame.city(site.info.name);
  const frame = cityFrame(site, {
    path: followingPath(key),
    title: words.finding.followingTitle(name),
    description: words.finding.followingDescription(name),
  });
  return { frame, week: weekFile(key), timeZone, home: cityPath(key) };
}
