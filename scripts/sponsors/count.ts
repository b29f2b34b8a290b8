import type { Campaign } from '../../src/content/campaign.ts';
import { languageOfPath } from '../../src/site/urls.ts';
import type { LoggedRequest } from './log-line.ts';

/** A campaign with the first day on which its pages may have carried it. */
export interface Shown {
  readonly campaign: Campaign;
  /** "YYYY-MM-DD": its own first day, or the day of its payment if that is later. */
  readonly since: string;
}

/** Page views by day, by campaign. */
export type Views = Map<string, Map<string, number>>;

/** Which requests of a log count, and for whom. */
export interface Counting {
  readonly shown: readonly Shown[];
  /** The path below which the site lies, "/" or "/trucks/". */
  readonly base: string;
  /** Key → time zone. */
  readonly zones: Readonly<Record<string, string>>;
}

/** Programs that say that they are one. Those that do not are counted: a log cannot tell them from readers. */
const program = /bot|crawl|spider|slurp|preview|monitor|fetch|curl|wget|python|headless|%20http/i;

/**
 * Counts page views: a GET of a page that carried the campaign on that day of the city, answered with the page (200) or
 * with leave to show it again (304), by what does not call itself a program. Readers whose browser or whose own copy
 * shows the page without asking are not in any log.
 */
export function countViews(
  requests: Iterable<LoggedRequest>,
  { shown, base, zones }: Counting,
  into: Views,
): void {
  for (const { at, method, path, status, agent } of requests) {
    if (method !== 'GET' || (status !== 200 && status !== 304) || program.test(agent)) continue;
    const page = pageOf(path, base);
    if (page === null) continue;
    for (const { campaign, since } of shown) {
      if (!isOn(campaign, page)) continue;
      const day = dayIn(zones[campaign.where.city] ?? 'UTC', at);
      if (day < since || day > campaign.to) continue;
      const days = into.get(campaign.id) ?? new Map<string, number>();
      days.set(day, (days.get(day) ?? 0) + 1);
      into.set(campaign.id, days);
    }
  }
}

/** The page's own path, the same in all languages, however it was asked for; null for what is no page. */
function pageOf(logged: string, base: string): string | null {
  const path = logged.replace(/\/index\.html$/, '/');
  if (!path.startsWith(base) || !path.endsWith('/')) return null;
  return languageOfPath(`/${path.slice(base.length)}`).path;
}

function isOn({ where: { city, neighborhood, food, day } }: Campaign, page: string): boolean {
  if (neighborhood !== null) return page === `/${city}/neighborhood/${neighborhood}/`;
  if (food !== null) return page === `/${city}/food/${food}/`;
  if (day !== null) return page === `/${city}/${day}/` || new RegExp(`^/${city}/${day}/\\d\\d/$`).test(page);
  return page === `/${city}/` || page === '/';
}

const formats = new Map<string, Intl.DateTimeFormat>();

function dayIn(zone: string, at: string): string {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
  formats.set(zone, format);
  return format.format(new Date(at));
}
