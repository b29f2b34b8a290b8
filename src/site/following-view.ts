import type { SiteCity } from './cities.ts';
import { cityFrame, type Frame } from './frame.ts';
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
  const { key, name, timeZone } = site.info;
  const frame = cityFrame(site, {
    path: followingPath(key),
    title: `Trucks you follow in ${name}`,
    description: `The food trucks and places in ${name} that you follow, and where they stop next. Kept on your device only.`,
  });
  return [
    staticPage({ city: key }, { frame, week: weekFile(key), timeZone, home: cityPath(key) }, (seed) => seed),
  ];
}
