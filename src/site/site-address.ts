import { Failure } from '../failure.ts';

/** Where a site is that nobody named; addresses have to begin somewhere. */
const unnamed = 'https://curbside.example';

/** The site's public address as `CURBSIDE_SITE` names it, with a slash at its end. Fails with `SITE_ADDRESS`. */
export function siteAddress(): URL {
  return siteAddressFrom(process.env['CURBSIDE_SITE'] || unnamed);
}

/**
 * A site's address from its text: an origin, and the path that the site lies below when it has not the host to itself,
 * "https://owner.github.io/trucks" → https://owner.github.io/trucks/. Fails with `SITE_ADDRESS`.
 */
export function siteAddressFrom(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || !isBare(url)) throw noAddress(text);
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  return url;
}

/** The public address of a page or file of the site: "/status.json" → https://owner.github.io/trucks/status.json. */
export function addressBelow(site: URL, path: string): URL {
  return new URL(`.${path}`, site);
}

/** The opposite: what a requested path means in the site, "/trucks/sf/" → "/sf/", "/trucks" → "/". Null beside the site. */
export function pathBelow(site: URL, requested: string): string | null {
  if (`${requested}/` === site.pathname) return '/';
  return requested.startsWith(site.pathname) ? requested.slice(site.pathname.length - 1) : null;
}

/** Nothing but host and path, the path of segments that are spelt alike in a link, a folder and a request. */
function isBare({ username, password, search, hash, pathname }: URL): boolean {
  return [username, password, search, hash].join('') === '' && /^(\/[\w.~-]+)*\/?$/.test(pathname);
}

function noAddress(text: string): Failure {
  return new Failure('SITE_ADDRESS', `"${text}" is no address that a site can have.`, {
    hint: 'CURBSIDE_SITE wants an origin, and the path when the site lies below one: https://owner.github.io/trucks. Letters, digits, "-", "_", "." and "~" may be in the path.',
  });
}
