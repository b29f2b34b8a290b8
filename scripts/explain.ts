import { isDeepStrictEqual, parseArgs } from 'node:util';
import type { CityContent } from '../src/content/content.ts';
import { handedContent } from '../src/content/kept.ts';
import type { Digest } from '../src/digest.ts';
import { Failure } from '../src/failure.ts';
import { readShardManifest, readSiteManifest } from '../src/incremental/manifest.ts';
import { fileOfPage, pagePathFrom } from '../src/incremental/page.ts';
import { understand, type SiteCity } from '../src/site/cities.ts';
import { pageAt } from '../src/site/page-at.ts';
import { viewDifferences } from '../src/site/view-difference.ts';
import { listCurrent, type Current } from '../src/source/state.ts';
import { exitCodes, runCommand, UsageError } from './command.ts';
import { readLastBuild, type LastBuild } from './last-build.ts';
import { siteOptions } from './site.ts';

const usage = `Usage: npm run explain -- PAGE [--out dist] [--state DIR]

Prints why the last build rendered that page, or why it did not, and what of its data changed.
PAGE is an address such as /sf/friday/12/`;

const differencesShown = 12;

await runCommand(async () => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      out: { type: 'string', default: 'dist' },
      state: { type: 'string', default: '.curbside' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return exitCodes.done;
  }
  const [address] = positionals;
  if (address === undefined || positionals.length > 1) throw new UsageError('Name one page.', usage);
  await Promise.resolve();
  for (const line of explain(pagePathFrom(address), values)) console.log(line);
  return exitCodes.done;
}, usage);

function explain(page: string, place: { out: string; state: string }): string[] {
  const options = siteOptions(place);
  const last = readLastBuild(options);
  if (last === null) {
    throw new Failure('NO_BUILD', `No build of ${place.out} is known on this machine.`, {
      hint: 'Build first: npm run build.',
    });
  }
  const shard = options.shardOf(page);
  const record = readShardManifest(options.out, readSiteManifest(options.out), shard)?.pages.get(page);
  const reason = last.reasons[page];
  const current = listCurrent(place.state).find(({ city }) => city.key === shard);
  return [
    verdict({ page, reason, isThere: record !== undefined }),
    ...(record === undefined
      ? []
      : [
          `  file        ${fileOfPage(page)}, ${record.size.toLocaleString('en')} bytes, digest ${record.digest}`,
        ]),
    ...(record === undefined
      ? []
      : [`  cache key   ${record.cacheKey ?? 'none: rendered again whenever any data changes'}`]),
    ...(current === undefined || reason === undefined
      ? []
      : dataLines({ page, current, last, state: place.state })),
  ];
}

function verdict({
  page,
  reason,
  isThere,
}: {
  page: string;
  reason: string | undefined;
  isThere: boolean;
}): string {
  if (reason === 'no longer listed') return `${page} was removed by the last build: no longer listed.`;
  if (reason !== undefined) return `${page} was written by the last build: ${reason}.`;
  if (isThere)
    return `${page} was left as it was by the last build: same data and same code, or new code with the same bytes.`;
  return `${page} is no page of this site.`;
}

/** What the page showed of the snapshot before, and what it shows of the one now. */
function dataLines({
  page,
  current,
  last,
  state,
}: {
  page: string;
  current: Current;
  last: LastBuild;
  state: string;
}): string[] {
  const key = current.city.key;
  const [before, after] = [last.before[key], last.snapshots[key]];
  if (before === undefined) return ['  data        nothing was built before'];
  const isSame = before === after && isDeepStrictEqual(...contentOf(key, last));
  if (isSame) return [`  data        the snapshot is the same, ${after}`];
  const [old, now] = contentOf(key, last).map((content, index) => {
    const digest = (index === 0 ? before : after) as Digest;
    return viewAt(page, understand(state, { ...current, digest }, content));
  });
  if (old === undefined) return [`  data        the snapshot before, ${before}, is no longer kept`];
  const differences = viewDifferences(old, now, differencesShown);
  const lines = differences.map((one) => `    ${one.at}: ${one.before} → ${one.after}`);
  const what = before === after ? 'what owners say changed' : `what changed between ${before} and ${after}`;
  return [`  data        ${what}:`, ...lines];
}

/** What owners said of a city's trucks, before and now. */
function contentOf(key: string, { content, contentBefore }: LastBuild): [CityContent, CityContent] {
  return [handedContent(key, contentBefore), handedContent(key, content)];
}

/** What a page showed; undefined when the snapshot is no longer there. */
function viewAt(page: string, site: SiteCity): unknown {
  try {
    return pageAt(site, page)?.props.view() ?? null;
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}
