import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { digest } from '../src/digest.ts';
import { Failure } from '../src/failure.ts';
import type { BuildOptions } from '../src/incremental/options.ts';
import { languageOfPath } from '../src/site/urls.ts';
import { listCurrent, type Current } from '../src/source/state.ts';
import { siteDerivations } from './derivations.ts';

/** Where a build finds its data and leaves its pages. */
export interface SitePlace {
  readonly state: string;
  readonly out: string;
  readonly full?: boolean;
  readonly workers?: number | undefined;
  readonly onPage?: BuildOptions['onPage'];
}

export const root = fileURLToPath(new URL('..', import.meta.url));
/** Where what can be made again is kept. */
export const cache = path.join(root, 'node_modules', '.cache', 'curbside');

/** The shard of everything that belongs to no single city. */
const common = 'site';

/**
 * What the engine must know to build this site from a state folder. Also tells the pages, through the environment,
 * where that folder is, and where pictures are kept. Fails with `NO_SNAPSHOT` when nothing was pulled yet.
 */
export function siteOptions({ state, out, full = false, workers, onPage }: SitePlace): BuildOptions {
  process.env['CURBSIDE_STATE'] = path.resolve(state);
  process.env['CURBSIDE_CARDS'] = path.join(cache, 'cards');
  const cities = listCurrent(state);
  if (cities.length === 0) throw noSnapshot(state);
  const shards = cities.map((current) => ({ name: current.city.key, input: cityInput(current) }));
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
    derivations: siteDerivations(cities, state),
    full,
    threads: workers ?? os.availableParallelism(),
    onPage,
  };
}

/** All of a city's pointer that reaches a page; when it was pulled does not. */
function cityInput({ city, digest: snapshot, source, history, log, geography }: Current): string {
  const { key, name, timeZone } = city;
  const shapes = [geography.neighborhoods?.digest, geography.streets?.digest];
  return digest(JSON.stringify([snapshot, key, name, timeZone, source === 'sample', history, log, shapes]));
}

function noSnapshot(state: string): Failure {
  return new Failure('NO_SNAPSHOT', `There is no snapshot in ${path.resolve(state)} to build from.`, {
    hint: 'Pull one first: npm run pull. Or let npm start do everything.',
  });
}
