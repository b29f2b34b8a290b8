import type { ChangeLog, LoggedPull } from '../source/log.ts';
import type { SiteCity } from './cities.ts';
import type { FeedFacts } from './feed.ts';
import { partsOf, type TruckRef } from './entry-view.ts';
import { staticPage, type StaticPage } from './page.ts';
import { settingOf, type Setting } from './setting.ts';
import { cityStatusPath, truckPath } from './urls.ts';
import { sharedAs } from './view-key.ts';

interface CitySeed {
  readonly setting: Setting;
  readonly pulls: readonly LoggedPull[];
  readonly updated: string | null;
}

interface TruckSeed extends CitySeed {
  readonly truck: TruckRef;
}

/** What a city's feed tells, as a list of one. */
export function cityFeeds(site: SiteCity): StaticPage<FeedFacts>[] {
  const { log, logDigest } = site;
  const pulls = logDigest === null ? log.pulls : sharedAs(log.pulls, logDigest);
  const updated = Object.keys(log.changed).at(-1) ?? null;
  return [staticPage({ city: site.info.key }, { setting: settingOf(site), pulls, updated }, factsOfCity)];
}

/** What the feed of each truck tells. */
export function truckFeeds(site: SiteCity): StaticPage<FeedFacts>[] {
  const setting = settingOf(site);
  const { truck: refs } = partsOf(site.city);
  const { pulls, updated } = byTruck(site.log);
  return site.city.trucks.map((item) => {
    const truck = refs.get(item)!;
    const own = { pulls: pulls.get(truck.slug) ?? [], updated: updated.get(truck.slug) ?? null };
    return staticPage({ city: setting.info.key, slug: truck.slug }, { setting, truck, ...own }, factsOfTruck);
  });
}

interface TruckLog {
  readonly pulls: ReadonlyMap<string, readonly LoggedPull[]>;
  readonly updated: ReadonlyMap<string, string>;
}

const known = new WeakMap<ChangeLog, TruckLog>();

/** The part of a log that is about each truck, by slug. */
function byTruck(log: ChangeLog): TruckLog {
  const found = known.get(log) ?? readTrucks(log);
  known.set(log, found);
  return found;
}

function readTrucks({ pulls, changed }: ChangeLog): TruckLog {
  const own = new Map<string, LoggedPull[]>();
  for (const pull of pulls) {
    for (const [slug, changes] of Map.groupBy(pull.changes, ({ truck }) => truck.slug)) {
      own.set(slug, [...(own.get(slug) ?? []), { ...pull, changes, more: 0 }]);
    }
  }
  const updated = new Map<string, string>();
  for (const [date, subjects] of Object.entries(changed)) {
    for (const subject of subjects) {
      if (subject.startsWith('truck/')) updated.set(subject.slice('truck/'.length), date);
    }
  }
  return { pulls: own, updated };
}

function factsOfCity({ setting, pulls, updated }: CitySeed): FeedFacts {
  const { info: city, sample } = setting;
  const title = `Food trucks in ${city.name}: what changed`;
  return { city, sample, subject: '', title, page: cityStatusPath(city.key), pulls, updated };
}

function factsOfTruck({ setting, truck, pulls, updated }: TruckSeed): FeedFacts {
  const { info: city, sample } = setting;
  const title = `${truck.name}: what changed`;
  const page = truckPath(city.key, truck.slug);
  return { city, sample, subject: truck.slug, title, page, pulls, updated };
}
