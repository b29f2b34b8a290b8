/** What the build puts before this file: where the site begins, its shell, and the digest of that. */
declare const release: { readonly base: string; readonly version: string; readonly files: readonly string[] };

const { base, version, files } = release;
/** Where the site begins, and what its pages are made with: every script and style but the largest. */
export { base, files };

/** Caches of this site have names of their own: other sites may live on the same host. */
export const own = `curbside ${base} `;
/** The shell, and of each city that was visited its week, its map, its home and the page that draws the others. */
export const keptName = own + version;
/** Other pages that were read, and what is loaded on demand; the oldest leave. */
export const seenName = `${keptName} seen`;

/** Tells which snapshot of each city and which code the site has. */
export const statusFile = `${base}status.json`;

export interface Status {
  readonly codeDigest: string;
  readonly cities: Readonly<
    Record<string, { readonly snapshot: string; readonly content?: string } | undefined>
  >;
}
