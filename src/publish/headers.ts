/**
 * `Cache-Control` for a file of the site, by its address. Hashed assets and search indexes never change under their
 * name; what tells about the site is asked for whenever its age matters; all else may be served stale while a fresh
 * copy is fetched, for a day, and for a week when the origin is down (RFC 5861).
 */
export function cacheControl(path: string): string {
  if (isHashed(path)) return 'public, max-age=31536000, immutable';
  if (isState(path)) return 'public, max-age=0, s-maxage=10';
  return 'public, max-age=0, s-maxage=300, stale-while-revalidate=86400, stale-if-error=604800';
}

/** Whether the address holds a digest of the content, so that other content has another address. */
export function isHashed(path: string): boolean {
  return path.startsWith('/_astro/') || /^\/[^/]+\/search\/[\w-]{22}\//.test(path);
}

/** Whether the file tells about the site rather than being part of it: the status, the manifests, the pointer. */
export function isState(path: string): boolean {
  return path === '/status.json' || path.startsWith('/.well-known/curbside/');
}

/** Whether readers of other sites may fetch the file: the open data, and nothing else, is open to them. */
export function isOpenData(path: string): boolean {
  return path.endsWith('.json') && !path.startsWith('/_astro/') && !path.startsWith('/api/');
}
