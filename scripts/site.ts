import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { digest } from '../src/digest.ts';
import { Failure } from '../src/failure.ts';
import type { BuildOptions } from '../src/incremental/options.ts';
import { languageOfPath } from '../src/site/urls.ts';
import { listCurrent, type Current } from '../src/source/state.ts';
import { siteDerivations } from './derivations.ts';
import { contentOfSite, type ContentOfSite } from './site-content.ts';

/** Where a build finds its data and leaves its pages. */
export interface SitePlace {
  readonly state: string;
  readonly out: string;
  readonly full?: boolean;
  readonly workers?: number | undefined;
  readonly onPage?: BuildOptions['onPage'];
}

/** What the engine must know, and what the content is of which it knows nothing. */
export interface SiteOptions extends BuildOptions {
  readonly content: ContentOfSite;
}

export const root = fileURLToPath(new URL('..', import.meta.url));
/** Where what can be made again is kept. */
export const cache = path.join(root, 'node_modules', '.cache', 'curbside');

/** The shard of everything that belongs to no single city. */
const common = 'site';

/**
 * What the engine must know to build this site from a state folder. Also tells the pages, through the environment,
 * where that folder is, where pictures are kept, and what owners say. Fails with `NO_SNAPSHOT` when nothing was pulled yet.
 */
export function siteOptions({ state, out, full = false, workers, onPage }: SitePlace): SiteOptions {
  process.env['CURBSIDE_STATE'] = path.resolve(state);
  process.env['CURBSIDE_CARDS'] = path.join(cache, 'cards');
  const cities = listCurrent(state);
  if (cities.length === 0) throw noSnapshot(state);
  const content = contentOfSite(cities, root, cache);
  const shards = cities.map((current) => {
    const { key } = current.city;
    return { name: key, input: cityInput(current, content.digests[key]) };
  });
  const keys = new Set(shards.map(({ name }) => name));
  return {
    root,
    out: path.resolve(out),
    cache: path.join(cache, 'compiled'),
    memory: path.join(cache, 'outputs'),
    codePaths: ['src', 'public', 'astro.config.mjs', 'tsconfig.json', 'package-lock.json'],
    codeEnvironment: ['CURBSIDE_SITE', 'CURBSIDE_PMTILES', 'CURBSIDE_LANGUAGES'],
    shards: [...shards, { name: common, input: digest(JSON.stringify(shards)) }],
    shardOf: (page) => {
      const { path: own } = languageOfPath(page);
      const first = own.slice(1, own.indexOf('/', 1));
      return keys.has(first) ? first : common;
    },
    shardsVariable: 'CURBSIDE_SHARDS',
    derivations: siteDerivations(cities, state, content.digests),
    full,
    threads: workers ?? os.availableParallelism(),
    onPage,
    content,
  };
}

/** All of a city's pointer and of its content that reaches a page; when it was pulled does not. */
function cityInput(current: Current, content: string | undefined): string {
  const { city, digest: snapshot, source, history, log, geography } = current;
  const { key, name, timeZone } = city;
  const shapes = [geography.neighborhoods?.digest, geography.streets?.digest];
  const pulled = [snapshot, key, name, timeZone, source === 'sample', history, log, shapes];
  return digest(JSON.stringify([...pulled, content]));
}

function noSnapshot(state: string): Failure {
  return new Failure('NO_SNAPSHOT', `There is no snapshot in ${path.resolve(state)} to build from.`, {
    hint: 'Pull one first: npm run pull. Or let npm start do everything.',
  });
}
