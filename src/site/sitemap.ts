import { isWeekday } from '../schedule/week.ts';
import { addressBelow } from './site-address.ts';
import { dataPath, languageOfPath } from './urls.ts';
import { xmlText } from './xml.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
const namespace = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

/** A sitemap (sitemaps.org 0.9) of the pages, with the day on which what they say last changed where that is known. */
export function sitemap(
  site: URL,
  pages: Iterable<string>,
  changed: ReadonlyMap<string, string> = new Map(),
): string {
  const all = new Set(pages);
  const listed = [...all].filter((page) => isListed(page) && !hasMoved(page, all)).sort();
  const urls = listed.map((page) => {
    const date = changedOn(page, changed);
    const told = date === undefined ? '' : `<lastmod>${date}</lastmod>`;
    return `<url><loc>${xmlText(addressBelow(site, page).href)}</loc>${told}</url>\n`;
  });
  return `${declaration}<urlset ${namespace}>\n${urls.join('')}</urlset>\n`;
}

/** Pages that readers look for: no data files, nothing made for the frames of other sites or for want of a network. */
function isListed(page: string): boolean {
  return page.endsWith('/') && page !== '/404/' && !/^\/[^/]+\/embed\/|\/offline\/$/.test(page);
}

/** The page of an address that a truck had before: unlike every truck's it has no data beside it. */
function hasMoved(page: string, all: ReadonlySet<string>): boolean {
  const { path } = languageOfPath(page);
  return /^\/[^/]+\/truck\//.test(path) && !all.has(dataPath(path));
}

/**
 * The day of a page by the days of subjects: a page of one has its own, a day the newest of its hours, the city's first
 * page the newest of all.
 */
function changedOn(page: string, changed: ReadonlyMap<string, string>): string | undefined {
  const subject = page.replace(/^\/[^/]+\//, '').slice(0, -1);
  const own = changed.get(subject);
  if (own !== undefined || subject.includes('/')) return own;
  if (subject !== '' && !isWeekday(subject)) return undefined;
  const parts = [...changed].filter(([name]) => subject === '' || name.startsWith(`${subject}/`));
  return parts.reduce<string | undefined>((newest, [, date]) => {
    return newest === undefined || date > newest ? date : newest;
  }, undefined);
}

/** The index that names each part's sitemap. */
export function sitemapIndex(site: URL, files: readonly string[]): string {
  const parts = files.map(
    (file) => `<sitemap><loc>${xmlText(addressBelow(site, file).href)}</loc></sitemap>\n`,
  );
  return `${declaration}<sitemapindex ${namespace}>\n${parts.join('')}</sitemapindex>\n`;
}
