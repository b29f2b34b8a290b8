/**
 * `Cache-Control` for a file of the site, by its address. Hashed assets and search indexes never change under their
 * name; the status file is asked for whenever its age matters; all else may be served stale while a fresh copy is
 * fetched, for a day, and for a week when the origin is down (RFC 5861).
 */
export function cacheControl(path: string): string {
  if (path.startsWith('/_astro/') || /^\/[^/]+\/search\/[\w-]{22}\//.test(path))
    return 'public, max-age=31536000, immutable';
  if (path === '/status.json') return 'public, max-age=0, s-maxage=10';
  return 'public, max-age=0, s-maxage=300, stale-while-revalidate=86400, stale-if-error=604800';
}

/** Whether readers of other sites may fetch the file: the open data, and nothing else, is open to them. */
export function isOpenData(path: string): boolean {
  return path.endsWith('.json') && !path.startsWith('/_astro/') && !path.startsWith('/api/');
}
