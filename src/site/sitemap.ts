const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
const namespace = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

/** A sitemap (sitemaps.org 0.9) of the pages, data files left out; at most 50,000 are allowed in one. `site` is its origin. */
export function sitemap(site: string, pages: Iterable<string>): string {
  const listed = [...pages].filter((page) => page.endsWith('/') && page !== '/404/').sort();
  const urls = listed.map((page) => `<url><loc>${escapeXml(new URL(page, site).href)}</loc></url>\n`);
  return `${declaration}<urlset ${namespace}>\n${urls.join('')}</urlset>\n`;
}

/** The index that names each part's sitemap. */
export function sitemapIndex(site: string, files: readonly string[]): string {
  const parts = files.map((file) => `<sitemap><loc>${escapeXml(new URL(file, site).href)}</loc></sitemap>\n`);
  return `${declaration}<sitemapindex ${namespace}>\n${parts.join('')}</sitemapindex>\n`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll("'", '&apos;').replaceAll('<', '&lt;');
}
