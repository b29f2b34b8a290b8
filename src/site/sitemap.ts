import { addressBelow } from './site-address.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
const namespace = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

/** A sitemap (sitemaps.org 0.9) of the pages, data files left out; at most 50,000 are allowed in one. */
export function sitemap(site: URL, pages: Iterable<string>): string {
  const listed = [...pages].filter((page) => page.endsWith('/') && page !== '/404/').sort();
  const urls = listed.map((page) => `<url><loc>${escapeXml(addressBelow(site, page).href)}</loc></url>\n`);
  return `${declaration}<urlset ${namespace}>\n${urls.join('')}</urlset>\n`;
}

/** The index that names each part's sitemap. */
export function sitemapIndex(site: URL, files: readonly string[]): string {
  const parts = files.map(
    (file) => `<sitemap><loc>${escapeXml(addressBelow(site, file).href)}</loc></sitemap>\n`,
  );
  return `${declaration}<sitemapindex ${namespace}>\n${parts.join('')}</sitemapindex>\n`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll("'", '&apos;').replaceAll('<', '&lt;');
}
