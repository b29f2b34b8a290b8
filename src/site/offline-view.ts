import type { Words } from '../words/words.ts';
import type { SiteCity } from './cities.ts';
import { cityFrame, type Frame } from './frame.ts';
import type { MapView } from './hour-view.ts';
import { staticPage, type StaticPage } from './page.ts';
import { settingOf, type Setting } from './setting.ts';
import { offlinePath, weekFile } from './urls.ts';

/** The page that stands in for others without a network: all of a city but its week, which the browser keeps. */
export interface OfflineView {
  readonly frame: Frame;
  readonly week: string;
  readonly map: MapView;
}

/** The city's page for want of a network, as a list of one page. */
export function offlinePages(site: SiteCity): StaticPage<OfflineView>[] {
  return [staticPage({ city: site.info.key }, { setting: settingOf(site) }, offlineView)];
}

function offlineView({ setting }: { readonly setting: Setting }, words: Words): OfflineView {
  const { info, bounds, base } = setting;
  const name = words.frame.city(info.name);
  const frame = cityFrame(setting, {
    path: offlinePath(info.key),
    title: words.offline.title(name),
    description: words.offline.description(name),
  });
  return { frame, week: weekFile(info.key), map: { bounds, base, dots: '' } };
}
