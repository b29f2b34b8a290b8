import { digest } from '../digest.ts';
import { cityPath, dataPath, dayPath, followingPath, hourPath, offlinePath, searchPath } from './urls.ts';

/** What the worker's file is made from: pages of one city, and what they load. */
export interface WorkerParts {
  /** Where the site begins: "/", or "/trucks/". */
  readonly base: string;
  readonly city: string;
  /** True for a file that does away with a worker that readers have. */
  readonly isOff: boolean;
  /** Addresses of the city's pages. */
  readonly pages: readonly string[];
  /** Text of a page or asset by its address in the site. */
  readonly read: (page: string) => string;
}

/** The live map is fetched by those who open it, and kept then. */
const heavy = /\/(?:leaflet|tile-layer)[\w-]*\./;
/**
 * What owners and sponsors say is on some pages, by the day: with its styles the file would depend on the data. They are
 * kept with the pages that a reader visits.
 */
const ofContent = /\/(?:owner|sponsor)\./;

/**
 * `/sw.js`: the compiled worker, and before it the names of all it keeps for reading without a network. They hold their
 * digests, so the file is another one whenever a script or style is, and the same whatever the data is.
 */
export function serviceWorker({ base, city, isOff, pages, read }: WorkerParts): string {
  const drawing = read(offlinePath(city));
  const [, source = ''] =
    new RegExp(`data-worker${isOff ? '-off' : ''}="[^"]*(/_astro/[^"]+)"`).exec(drawing) ?? [];
  const assets = [...assetsOf(kindsOf(city, pages), read), '/icon.svg'];
  const files = isOff ? [] : assets.map((file) => base + file.slice(1));
  const release = { base, version: digest(files.join()), files };
  return `const release=${JSON.stringify(release)};\n${read(source)}`;
}

/** A page of each kind that readers open. */
function kindsOf(city: string, pages: readonly string[]): string[] {
  const data = new Set(pages); // the page of an address that a truck had before has none beside it
  const fixed = [cityPath, offlinePath, followingPath, searchPath].map((pathOf) => pathOf(city));
  const subjects = ['truck', 'place'].flatMap(
    (kind) =>
      pages.find(
        (page) => page.startsWith(`/${city}/${kind}/`) && page.endsWith('/') && data.has(dataPath(page)),
      ) ?? [],
  );
  return [...fixed, dayPath(city, 'friday'), hourPath(city, 'friday', 12), ...subjects];
}

/** Scripts and styles that pages name, and those that these name in turn, the heavy ones left out; sorted. */
export function assetsOf(pages: readonly string[], read: (page: string) => string): string[] {
  const found = new Set<string>();
  const waiting = pages.flatMap((page) => namesIn(read(page), /(?:src|href)="[^"]*\/_astro\/([^"]+)"/g));
  for (const file of waiting) {
    if (heavy.test(file) || ofContent.test(file) || found.has(file)) continue;
    found.add(file);
    const names = file.endsWith('.js')
      ? namesIn(read(file), /["'`](?:\.|[^"'`]*\/_astro)\/([\w.-]+\.(?:js|css))["'`]/g)
      : [];
    waiting.push(...names);
  }
  return [...found].sort();
}

function namesIn(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, name = '']) => `/_astro/${name}`);
}
