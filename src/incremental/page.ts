/** A page's address in the site: "/sf/friday/12/", "/sf/week.json", "/404/". Always begins with "/". */
export type PagePath = string;

/** A page as the compiled site lists it. */
export interface ListedPage {
  readonly path: PagePath;
  /** Digest of all the data the page shows; null when the page does not say, so that any new input renders it again. */
  readonly cacheKey: string | null;
  /** True for a page whose address has no parameters: it is listed whichever shards are asked for. */
  readonly isFixed: boolean;
}

/** Astro lists addresses with or without their slash; ours end with one unless the last segment has an ending. */
export function pagePathFrom(pathname: string): PagePath {
  const withStart = pathname.startsWith('/') ? pathname : `/${pathname}`;
  const last = withStart.slice(withStart.lastIndexOf('/') + 1);
  return last === '' || last.includes('.') ? withStart : `${withStart}/`;
}

/**
 * The file of a page below the output folder, as `astro build` (format "directory") names it: "/sf/" is
 * "sf/index.html", "/404/" is "404.html", "/sf/week.json" is "sf/week.json".
 */
export function fileOfPage(page: PagePath): string {
  if (page === '/404/' || page === '/500/') return `${page.slice(1, -1)}.html`;
  const relative = encodeURI(page).slice(1);
  return page.endsWith('/') ? `${relative}index.html` : relative;
}
