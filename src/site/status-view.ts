import type { PastPull } from '../source/state.ts';
import { toldChange, type ToldChange } from './change-words.ts';
import type { SiteCity } from './cities.ts';
import { english } from '../words/en/index.ts';
import type { Words } from '../words/words.ts';
import { cityFrame, framed, siteFrame, type Frame } from './frame.ts';
import { heatMap, type HeatDay } from './heat-map.ts';
import { hoursOf } from './hours.ts';
import { staticPage, type StaticPage } from './page.ts';
import { problemKinds, type ProblemKind } from './problem-kinds.ts';
import type { Link } from './refs.ts';
import { cityPath, cityStatusPath, problemsFile, statusPath } from './urls.ts';

/** What a city's data is made of: sizes, what the last pulls changed, every fault found in its rows. Its age is in /status.json, which the browser reads. */
export interface CityStatusView {
  readonly frame: Frame;
  readonly key: string;
  readonly name: string;
  readonly href: string;
  readonly rows: number;
  readonly trucks: number;
  readonly places: number;
  readonly history: readonly PastPull[];
  /** What readers would tell of the last pulls, newest first. */
  readonly pulls: readonly ToldPull[];
  readonly problems: number;
  readonly kinds: readonly ProblemKind[];
  /** Address of the file with all problems. */
  readonly problemsFile: string;
  readonly week: readonly HeatDay[];
}

/** Where several cities are, each has a status of its own. */
export interface StatusListView {
  readonly frame: Frame;
  readonly cities: readonly Link[];
}

/** The changes of one pull, in words. */
export interface ToldPull {
  readonly asOf: string;
  readonly changes: readonly ToldChange[];
  readonly more: number;
}

/** A city's status, as a list of one page. */
export function cityStatusPages(site: SiteCity): StaticPage<CityStatusView>[] {
  const { rows, city, history, logDigest, problems } = site;
  const sizes = [city.trucks.length, city.places.length];
  const trucks = hoursOf(city).map((hour) => hour.trucks);
  const seed = { site: framed(site), rows, sizes, trucks, history, logDigest, problems };
  const show = (_: typeof seed, words: Words) => statusOf(site, frameOf(site, words), words);
  return [staticPage({ city: site.info.key }, seed, show)];
}

function frameOf(site: SiteCity, { status, frame }: Words): Frame {
  const name = frame.city(site.info.name);
  return cityFrame(site, {
    path: cityStatusPath(site.info.key),
    title: status.title(name),
    description: status.description(name),
  });
}

/** What `/status/` shows: the status of the only city, or the list of cities. */
export function statusView(sites: readonly SiteCity[]): CityStatusView | StatusListView {
  const [only, ...others] = sites;
  const frame = siteFrame(sites, {
    path: statusPath,
    title: 'Status of the data',
    description:
      'Age and size of the data, what the last pulls changed, and every fault found in the rows of the city.',
  });
  if (only !== undefined && others.length === 0)
    return statusOf(only, { ...frame, city: only.info }, english);
  return { frame, cities: sites.map(({ info }) => ({ label: info.name, href: cityStatusPath(info.key) })) };
}

function statusOf(site: SiteCity, frame: Frame, words: Words): CityStatusView {
  const { info, rows, city, history, log, problems } = site;
  return {
    frame,
    key: info.key,
    name: words.frame.city(info.name),
    href: cityPath(info.key),
    rows,
    trucks: city.trucks.length,
    places: city.places.length,
    history,
    pulls: log.pulls.map(({ asOf, changes, more }) => {
      return { asOf, changes: changes.map((change) => toldChange(info.key, change, words)), more };
    }),
    problems: problems.length,
    kinds: problemKinds(problems, words),
    problemsFile: problemsFile(info.key),
    week: heatMap(city, info.key, words),
  };
}
