import { parseArgs } from 'node:util';
import { Failure } from '../../src/failure.ts';
import { siteAddressFrom } from '../../src/site/site-address.ts';
import { exitCodes, runCommand, UsageError } from '../command.ts';
import { recallState, type ReadText } from './published-state.ts';

const usage = `Usage: node scripts/refresh/recall.ts --site URL [--state DIR] [--accept]

Brings back from the published site the state it was built from: the last good snapshot of every city.

  --site URL   the site's public address; without one nothing is recalled
  --state DIR  where snapshots live (.curbside)
  --accept     go on without a state when the site cannot be asked

Exit codes: 0 done, 1 failure, 2 usage.`;

const timeoutMs = 30_000;
/** What a web server says where nothing lies; a bucket that may not be listed says 403. */
const nothingThere: readonly number[] = [403, 404, 410];

await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      site: { type: 'string', default: '' },
      state: { type: 'string', default: '.curbside' },
      accept: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return exitCodes.done;
  }
  if (values.site === '') {
    console.log('No site is named; nothing to recall.');
    return exitCodes.done;
  }
  if (!URL.canParse(values.site)) throw new UsageError(`"${values.site}" is no address.`, usage);
  const site = siteAddressFrom(values.site);
  try {
    const { status, cities, lost } = await recallState(site, values.state, readText);
    if (status === null) console.log(`Nothing is published at ${site.href} yet.`);
    if (cities.length > 0) console.log(`Recalled from ${site.href}: ${cities.join(', ')}.`);
    if (lost.length > 0) console.error(`Warning: ${site.href} carries no state of ${lost.join(', ')}.`);
  } catch (error) {
    if (!values.accept || !(error instanceof Failure)) throw error;
    console.error(`Warning: ${error.message} Going on without the last state, as accepted by hand.`);
  }
  return exitCodes.done;
}, usage);

async function readText(...[url]: Parameters<ReadText>): Promise<string | null> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(timeoutMs) });
    if (response.ok) return await response.text();
    if (nothingThere.includes(response.status)) return null;
    throw new Error(`it answers ${response.status}`);
  } catch (cause) {
    throw new Failure('SITE_UNREADABLE', `${url.href} cannot be read.`, {
      hint: 'Without the last snapshot a broken one cannot be told from a good one. If the site is not up yet, run by hand and accept.',
      cause,
    });
  }
}
