import { digest } from '../src/digest.ts';
import type { Derivation, OutputView } from '../src/incremental/derive.ts';
import { writeSearchIndex } from '../src/site/search-index.ts';
import { searchDigest, searchFolder, type SearchRecord } from '../src/site/search-records.ts';
import { serviceWorker } from '../src/site/service-worker.ts';
import { siteLanguages } from '../src/site/languages.ts';
import { siteAddress } from '../src/site/site-address.ts';
import { sitemap, sitemapIndex } from '../src/site/sitemap.ts';
import { cityStatus, type StatusFile } from '../src/site/status-file.ts';
import { offlinePath } from '../src/site/urls.ts';
import { workerFile } from '../src/site/worker-file.ts';
import { datesOf, readLog } from '../src/source/log.ts';
import type { Current } from '../src/source/state.ts';

/** Digest of a city's content by the city's key; none where it has no content. */
export type Digests = Readonly<Record<string, string>>;

/** What is made from the rendered pages: each city's search index and sitemap, the status file and the service worker. */
export function siteDerivations(cities: readonly Current[], state: string, content: Digests): Derivation[] {
  const site = siteAddress();
  const ofCities = cities.flatMap((current) => [searchOf(current.city.key), sitemapOf(site, current, state)]);
  return [...ofCities, ...ofTheWhole(site, cities, content)];
}

function searchOf(city: string): Derivation {
  const page = `/${city}/search/records.json`;
  return {
    name: 'search',
    shard: city,
    input: ({ pages }) => pages(city).get(page)?.digest ?? '',
    make: async ({ read }) => {
      const records = JSON.parse(read(page)) as SearchRecord[];
      const folder = searchFolder(city, searchDigest(records)).slice(1);
      const files = await writeSearchIndex(records);
      return files.map(({ path, content }) => ({ file: folder + path, content }));
    },
  };
}

function sitemapOf(site: URL, current: Current, state: string): Derivation {
  const shard = current.city.key;
  let dates: ReadonlyMap<string, string> | null = null;
  const facts = ({ pages }: OutputView) => ({
    pages: [...pages(shard).keys()].sort(),
    changed: (dates ??= datesOf(readLog(state, current))),
    languages: siteLanguages(),
  });
  return {
    name: 'sitemap',
    shard,
    // What the text is made of, which is a tenth of it.
    input: (view) => {
      const { pages, changed, languages } = facts(view);
      return digest(JSON.stringify([site.href, languages, pages, [...changed]]));
    },
    make: (view) => [{ file: `${shard}/sitemap.xml`, content: sitemap(site, facts(view)) }],
  };
}

function ofTheWhole(site: URL, cities: readonly Current[], content: Digests): Derivation[] {
  const parts = cities.map(({ city }) => `/${city.key}/sitemap.xml`);
  const index = () => sitemapIndex(site, parts);
  const status = (view: OutputView) => JSON.stringify(statusFile(cities, view, content));
  return [
    {
      name: 'sitemap',
      shard: null,
      input: () => digest(index()),
      make: () => [{ file: 'sitemap.xml', content: index() }],
    },
    {
      name: 'status',
      shard: null,
      input: (view) => digest(status(view)),
      make: (view) => [{ file: 'status.json', content: status(view) }],
    },
    ...cities.slice(0, 1).map(({ city }) => workerOf(site, city.key)),
  ];
}

/** The same for every city: what its scripts and styles are, and nothing of its data. */
function workerOf(site: URL, city: string): Derivation {
  const isOff = process.env['CURBSIDE_WORKER'] === 'off';
  const drawing = ({ pages }: OutputView) => pages(city).get(offlinePath(city))?.digest ?? '';
  return {
    name: 'worker',
    shard: null,
    input: (view) => `${drawing(view)}${isOff ? ' off' : ''}`,
    make: ({ read, pages }) => {
      const content = serviceWorker({
        base: site.pathname,
        city,
        isOff,
        pages: [...pages(city).keys()],
        read,
      });
      return [{ file: workerFile.slice(1), content }];
    },
  };
}

function statusFile(cities: readonly Current[], { code, pages }: OutputView, content: Digests): StatusFile {
  const shards = [...cities.map(({ city }) => city.key), 'site'];
  return {
    cities: Object.fromEntries(
      cities.map((current) => {
        const { key } = current.city;
        return [key, cityStatus(current, pages(key).keys(), content[key] ?? null)];
      }),
    ),
    pages: shards.reduce((sum, shard) => sum + pages(shard).size, 0),
    codeDigest: code,
  };
}
