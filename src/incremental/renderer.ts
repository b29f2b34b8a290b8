import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RouteData } from 'astro';
import { Failure } from '../failure.ts';
import { pagePathFrom, type ListedPage, type PagePath } from './page.ts';

/** The compiled site, imported: lists its pages and renders any of them without Vite. */
export interface Renderer {
  /** The path below which the site was compiled to be served, with a slash at both ends. No page's path has it. */
  readonly base: string;
  /** Every page for the shards of the environment, in Astro's order; a path that two routes claim belongs to the first. */
  list(): Promise<readonly ListedPage[]>;
  /** The bytes `astro build` would write; null when the page has no body. Fails with `PAGE_FAILED` on any render error. */
  render(page: PagePath): Promise<Uint8Array | null>;
}

/** What prerender-entry.ts exports, as far as it is used. */
interface PrerenderEntry {
  readonly app: {
    readonly manifest: { readonly site?: string; readonly base: string };
    render(request: Request, options: { routeData: RouteData }): Promise<Response>;
  };
  readonly staticPaths: {
    getAll(): Promise<{ pathname: string; route: RouteData; cacheKey?: string | undefined }[]>;
  };
}

let imports = 0;

/** Imports the kept bundle, 0.1 s. Astro remembers the paths it listed, so each call imports the entry anew. */
export async function openRenderer(folder: string): Promise<Renderer> {
  const entry = fs.readdirSync(folder).find((name) => name.startsWith('prerender-entry'));
  if (entry === undefined) throw new Error(`no prerender entry in ${folder}`);
  const url = pathToFileURL(path.join(folder, entry));
  if (imports++ > 0) url.search = `?import=${imports}`;
  const { app, staticPaths } = (await import(url.href)) as PrerenderEntry;
  const routes = new Map<PagePath, RouteData>();
  const origin = new URL(app.manifest.site ?? 'http://localhost:4321').origin;
  const base = app.manifest.base.replace(/\/?$/, '/');

  async function list(): Promise<ListedPage[]> {
    const pages: ListedPage[] = [];
    for (const { pathname, route, cacheKey } of await staticPaths.getAll()) {
      const page = pagePathFrom(pathname);
      if (routes.has(page)) continue;
      routes.set(page, route);
      pages.push({ path: page, cacheKey: cacheKey ?? null, isFixed: route.pathname !== undefined });
    }
    return pages;
  }

  async function render(page: PagePath): Promise<Uint8Array | null> {
    const routeData = routes.get(page);
    if (routeData === undefined) throw new Error(`${page} was not listed`);
    const response = await app.render(new Request(origin + base + encodeURI(page).slice(1)), { routeData });
    if (response.status !== expectedStatus(page)) throw pageFailed(page, response.status);
    return response.body === null ? null : new Uint8Array(await response.arrayBuffer());
  }

  return { base, list, render };
}

function expectedStatus(page: PagePath): number {
  return page === '/404/' ? 404 : page === '/500/' ? 500 : 200;
}

/** A production app turns an exception into a 500 response and prints the exception itself. */
function pageFailed(page: PagePath, status: number): Failure {
  return new Failure(
    'PAGE_FAILED',
    `Rendering ${page} gave status ${status} instead of ${expectedStatus(page)}.`,
    {
      hint: 'The error is printed above. Nothing was published; mend the page and build again.',
    },
  );
}
