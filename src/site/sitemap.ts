import { isWeekday } from '../schedule/week.ts';
import type { Language } from '../words/language.ts';
import { addressBelow } from './site-address.ts';
import { dataPath, languageOfPath, pathIn } from './urls.ts';
import { xmlText } from './xml.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
const namespace = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';
const links = 'xmlns:xhtml="http://www.w3.org/1999/xhtml"';

/** What a sitemap is made of. */
export interface SitemapPages {
  readonly pages: Iterable<string>;
  /** The day on which each subject last changed, where that is known. */
  readonly changed?: ReadonlyMap<string, string>;
  /** Languages of the site; each page of a city is told with its translations, which costs its readers no byte. */
  readonly languages?: readonly Language[];
}

/** A sitemap (sitemaps.org 0.9) of the pages, each with its day and, as search engines want it, with its translations. */
export function sitemap(site: URL, { pages, changed = new Map(), languages = ['en'] }: SitemapPages): string {
  const all = new Set(pages);
  const listed = [...all].filter((page) => isListed(page) && !hasMoved(page, all)).sort();
  const alternates = alternatesIn(site, languages);
  const days = new Map<string, string | undefined>();
  const urls = listed.map((page) => {
    const { path } = languageOfPath(page);
    if (!days.has(path)) days.set(path, changedOn(path, changed));
    const date = days.get(path);
    const told = date === undefined ? '' : `<lastmod>${date}</lastmod>`;
    return `<url><loc>${xmlText(addressBelow(site, page).href)}</loc>${told}${alternates(path)}</url>\n`;
  });
  const spaces = languages.length > 1 ? `${namespace} ${links}` : namespace;
  return `${declaration}<urlset ${spaces}>\n${urls.join('')}</urlset>\n`;
}

/** The links from any translation of a page to all of them; made once for all. None for a page that is there once. */
function alternatesIn(site: URL, languages: readonly Language[]): (path: string) => string {
  const known = new Map<string, string>();
  return (path) => {
    const told = known.get(path) ?? alternatesOf(path);
    known.set(path, told);
    return told;
  };

  function alternatesOf(path: string): string {
    if (languages.length < 2 || pathIn('es', path) === path) return '';
    const link = (language: string, to: string) =>
      `<xhtml:link rel="alternate" hreflang="${language}" href="${xmlText(addressBelow(site, to).href)}"/>`;
    const own = languages.map((language) => link(language, pathIn(language, path)));
    return own.join('') + link('x-default', path);
  }
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
