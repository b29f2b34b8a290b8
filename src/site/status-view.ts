import type { PastPull } from '../source/state.ts';
import { toldChange, type ToldChange } from './change-words.ts';
import type { SiteCity } from './cities.ts';
import { cityFrame, siteFrame, type Frame } from './frame.ts';
import { staticPage, type StaticPage } from './page.ts';
import type { Link } from './refs.ts';
import { cutText } from './text.ts';
import { cityPath, cityStatusPath, statusPath } from './urls.ts';

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
  /** The first problems, in the snapshot's order. */
  readonly listed: readonly StatusProblem[];
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

export interface StatusProblem {
  readonly row: string;
  readonly column: string;
  /** The city's own text, bounded. */
  readonly value: string;
  readonly message: string;
}

/** Problems listed for a city; the rest is counted. */
export const problemsListed = 300;

/** A city's status, as a list of one page. */
export function cityStatusPages(site: SiteCity): StaticPage<CityStatusView>[] {
  const frame = cityFrame(site, {
    path: cityStatusPath(site.info.key),
    title: `Status of the data · ${site.info.name}`,
    description: `Age and size of the data of ${site.info.name}, what the last pulls changed, and every fault in its rows.`,
  });
  return [staticPage({ city: site.info.key }, statusOf(site, frame), (seed) => seed)];
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
  if (only !== undefined && others.length === 0) return statusOf(only, { ...frame, city: only.info });
  return { frame, cities: sites.map(({ info }) => ({ label: info.name, href: cityStatusPath(info.key) })) };
}

function statusOf({ info, rows, city, history, log, problems }: SiteCity, frame: Frame): CityStatusView {
  return {
    frame,
    key: info.key,
    name: info.name,
    href: cityPath(info.key),
    rows,
    trucks: city.trucks.length,
    places: city.places.length,
    history,
    pulls: log.pulls.map(({ asOf, changes, more }) => {
      return { asOf, changes: changes.map((change) => toldChange(info.key, change)), more };
    }),
    problems: problems.length,
    listed: problems.slice(0, problemsListed).map(({ row, column, value, message }) => {
      return { row: cutText(row, 120), column, value: cutText(value, 200), message: cutText(message, 300) };
    }),
  };
}
