import type { SiteCity } from './cities.ts';
import { siteFrame, type Frame } from './frame.ts';
import { cutText } from './text.ts';
import { cityPath, statusPath } from './urls.ts';

/** What the site is made of: sizes, and every fault found in the city's rows. Its age is in /status.json, which the browser reads. */
export interface StatusView {
  readonly frame: Frame;
  readonly cities: readonly StatusCity[];
}

export interface StatusCity {
  readonly key: string;
  readonly name: string;
  readonly href: string;
  readonly sample: boolean;
  readonly rows: number;
  readonly trucks: number;
  readonly places: number;
  readonly problems: number;
  /** The first problems, in the snapshot's order. */
  readonly listed: readonly StatusProblem[];
}

export interface StatusProblem {
  readonly row: string;
  readonly column: string;
  /** The city's own text, bounded. */
  readonly value: string;
  readonly message: string;
}

/** Problems listed for each city; the rest is counted. */
export const problemsListed = 300;

/** The status of every city. */
export function statusView(sites: readonly SiteCity[]): StatusView {
  const frame = siteFrame({
    path: statusPath,
    title: 'Status of the data',
    description: 'Age and size of the data, and every fault found in the rows of the city.',
  });
  return { frame, cities: sites.map(statusCity) };
}

function statusCity({ info, sample, rows, city, problems }: SiteCity): StatusCity {
  return {
    key: info.key,
    name: info.name,
    href: cityPath(info.key),
    sample,
    rows,
    trucks: city.trucks.length,
    places: city.places.length,
    problems: problems.length,
    listed: problems.slice(0, problemsListed).map(({ row, column, value, message }) => {
      return { row: cutText(row, 120), column, value: cutText(value, 200), message: cutText(message, 300) };
    }),
  };
}
