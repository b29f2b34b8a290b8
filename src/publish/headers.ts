const hashed = /^\/_astro\/|^\/[^/]+\/(?:search\/[\w-]{22}\/|photo\/[\w-]{22}-)/;
const state = /^\/(?:status\.json|sw\.js)$|^\/\.well-known\/curbside\//;

/**
 * What caches are told of an address, the first rule that matches: hashed assets and search indexes never change under
 * their name; what tells about the site, and the worker that readers' devices keep, is asked for whenever its age matters;
 * all else may be served stale while a fresh copy is fetched, for a day, and for a week when the origin is down (RFC 5861).
 */
export const cacheRules: readonly { readonly address: RegExp; readonly cacheControl: string }[] = [
  { address: hashed, cacheControl: 'public, max-age=31536000, immutable' },
  { address: state, cacheControl: 'public, max-age=0, s-maxage=10' },
  {
    address: /^/,
    cacheControl: 'public, max-age=0, s-maxage=300, stale-while-revalidate=86400, stale-if-error=604800',
  },
];

/** What a server sends with every answer. */
export const hostHeaders: Readonly<Record<string, string>> = { 'X-Content-Type-Options': 'nosniff' };

/** `Content-Security-Policy`: who may show a page in a frame. Pages carry the rest of their policy themselves. */
export const frameRules: readonly { readonly address: RegExp; readonly policy: string }[] = [
  { address: /^\/[^/]+\/embed\//, policy: 'frame-ancestors *' },
  { address: /^/, policy: "frame-ancestors 'none'" },
];

/** Who may show an address in a frame: everybody what is made for it, nobody any other page. */
export function framePolicy(path: string): string {
  return frameRules.find(({ address }) => address.test(path))!.policy;
}

/** Addresses that readers of other sites may fetch: the open data, and nothing else, is open to them. */
export const openDataAddress = /^\/(?!_astro\/|api\/).*\.(?:json|geojson|csv|ics|atom)$/;

/** `Cache-Control` for a file of the site, by its address. */
export function cacheControl(path: string): string {
  return cacheRules.find(({ address }) => address.test(path))!.cacheControl;
}

/** Whether the address holds a digest of the content, so that other content has another address. */
export function isHashed(path: string): boolean {
  return hashed.test(path);
}

/** Whether the file tells about the site rather than being part of it: the status, the manifests, the pointer, the worker that knows the rest. */
export function isState(path: string): boolean {
  return state.test(path);
}

/** Whether readers of other sites may fetch the file. */
export function isOpenData(path: string): boolean {
  return openDataAddress.test(path);
}
