import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { exitCodes, runCommand, UsageError } from '../../scripts/command.ts';
import { Failure } from '../../src/failure.ts';
import { findProgram } from '../server-process.ts';
import { findHaproxy, findNginx, findVarnish } from '../servers.ts';
import { measureConnections } from './connections.ts';
import { measureAllOrigins, measureOneOrigin } from './outages.ts';
import { measureReleases } from './releases.ts';
import { measureRendering } from './rendering.ts';
import { reportLines, type Results } from './report.ts';
import type { Scene } from './scene.ts';
import { buildTwoStates } from './site.ts';
import { measureVisits } from './visits.ts';

const usage = `Usage: npm run load -- [--only PART]... [--window SECONDS] [--between SECONDS] [--outage SECONDS]

Starts nginx, Varnish, haproxy and this site's pages on demand on the loopback address, puts them under load with wrk,
and prints what was counted. Takes about a quarter of an hour.

  --only PART        rendering, connections, visits, releases, one-origin or all-origins (all of them)
  --window SECONDS   how long each load lasts (10)
  --between SECONDS  from one of the ten releases to the next (35: pages are fresh for five minutes)
  --outage SECONDS   how long all origins are gone (400)

Needs Debian's nginx, libnginx-mod-http-brotli-static, varnish, haproxy, wrk and openssl.
Exit codes: 0 done, 1 failure, 2 usage.`;

const parts = ['rendering', 'connections', 'visits', 'releases', 'one-origin', 'all-origins'];

for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)
  process.once(signal, () => process.exit(code)); // what was started ends with this process

await runCommand(async () => {
  const { only, window, between, outage, help } = readArguments();
  if (help) {
    console.log(usage);
    return exitCodes.done;
  }
  const scene = await setScene();
  const take = <T>(part: string, measured: () => Promise<T>) =>
    only.includes(part) ? measured() : Promise.resolve(null);
  const results: Results = {
    rendering: await take('rendering', () => measureRendering(scene, window)),
    connections: await take('connections', () => measureConnections(scene)),
    visits: await take('visits', () => measureVisits(scene)),
    oneOrigin: await take('one-origin', () => measureOneOrigin(scene, window * 2)),
    releases: await take('releases', () => measureReleases(scene, between)),
    allOrigins: await take('all-origins', () => measureAllOrigins(scene, outage)),
  };
  for (const line of reportLines(results)) console.log(line);
  return exitCodes.done;
}, usage);

/** Finds the programs, and builds the site twice in a folder that goes when this process does. */
async function setScene(): Promise<Scene> {
  const [nginx, varnish, haproxy] = [findNginx(), findVarnish(), findHaproxy()];
  const others = ['wrk', 'openssl'].map(findProgram);
  if (nginx === null || varnish === null || haproxy === null || others.includes(null))
    throw new Failure('PROGRAM_MISSING', 'A program that this needs is not installed.', {
      hint: 'apt-get install nginx libnginx-mod-http-brotli-static varnish haproxy wrk openssl',
    });
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'load-'));
  const removal = { recursive: true, force: true, maxRetries: 20, retryDelay: 50 }; // what was ended may still be writing
  process.once('exit', () => fs.rmSync(folder, removal));
  fs.chmodSync(folder, 0o755); // nginx's workers are somebody else
  const tell = (words: string) => console.error(words);
  const site = await buildTwoStates(folder);
  tell(`${site.pages.length} pages, ${site.differing} of them differ between the two states`);
  return { folder, site, tell, servers: { nginx, varnish, haproxy } };
}

function readArguments() {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', multiple: true, default: parts },
      window: { type: 'string', default: '10' },
      between: { type: 'string', default: '35' },
      outage: { type: 'string', default: '400' },
      help: { type: 'boolean', default: false },
    },
  });
  const unknown = values.only.find((part) => !parts.includes(part));
  if (unknown !== undefined) throw new UsageError(`"${unknown}" is no part.`, usage);
  return {
    ...values,
    window: seconds(values.window),
    between: seconds(values.between),
    outage: seconds(values.outage),
  };
}

function seconds(text: string): number {
  if (/^[1-9]\d{0,3}$/.test(text)) return Number(text);
  throw new UsageError(`"${text}" is no number of seconds.`, usage);
}
