import fs from 'node:fs';
import path from 'node:path';
import readline from 'node:readline';
import { createGunzip } from 'node:zlib';
import { parseArgs } from 'node:util';
import { writeFileAtomic } from '../src/disk.ts';
import { Failure } from '../src/failure.ts';
import { campaignKey } from '../src/content/campaign.ts';
import { lockName, readLock } from '../src/payments/lock.ts';
import { siteAddress } from '../src/site/site-address.ts';
import { cities } from '../src/source/cities.ts';
import { exitCodes, runCommand, UsageError } from './command.ts';
import { keptContent } from './kept-content.ts';
import { cache } from './site.ts';
import { countViews, type Counting, type Shown, type Views } from './sponsors/count.ts';
import { LogReader } from './sponsors/log-line.ts';

const usage = `Usage: npm run sponsor-report -- --logs DIR [--content DIR] [--campaign ID] [--report FILE]

Counts the page views of each campaign by day, from CloudFront's standard logs (files that end with .gz, or plain).

  --logs DIR     the folder of logs; folders in it are read too
  --content DIR  owners, sponsors and the lock of payments (content)
  --campaign ID  this campaign alone: the name of its file
  --report FILE  write the numbers as JSON

A view is a GET of a page that carried the campaign on that day of the city, answered with 200 or 304, by what does not
call itself a program. Pages shown from a browser's own copy are in no log, nor is whether anybody looked at the box.

Exit codes: 0 done, 1 failure, 2 usage.
Environment: CURBSIDE_SITE, when the site lies below a path.`;

await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      logs: { type: 'string' },
      content: { type: 'string', default: 'content' },
      campaign: { type: 'string' },
      report: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return exitCodes.done;
  }
  if (values.logs === undefined) throw new UsageError('--logs is missing.', usage);
  const shown = shownOf(values.content).filter(
    ({ campaign }) => campaign.id === (values.campaign ?? campaign.id),
  );
  if (shown.length === 0) throw noCampaign(values.campaign, values.content);
  const zones = Object.fromEntries(cities.map(({ info }) => [info.key, info.timeZone]));
  const base = siteAddress().pathname.replace(/\/*$/, '/');
  const { views, files, damaged } = await countFolder(values.logs, { shown, base, zones });
  for (const line of linesOf(shown, views)) console.log(line);
  if (values.report !== undefined)
    writeFileAtomic(values.report, `${JSON.stringify(asJson(shown, views), null, 2)}\n`);
  console.log(`${files} files of logs read; ${damaged} of their lines could not be`);
  return exitCodes.done;
}, usage);

/** Campaigns that were shown: those that owe nothing, and those that are paid, since that day. */
function shownOf(folder: string): Shown[] {
  const { paid } = readLock(path.join(folder, lockName));
  return keptContent(folder, cache).campaigns.flatMap((campaign) => {
    if (campaign.price === null) return [{ campaign, since: campaign.from }];
    const payment = paid[campaignKey(campaign)];
    if (payment === undefined) return [];
    const paidOn = new Date(payment.openedAt * 1000).toISOString().slice(0, 10);
    return [{ campaign, since: paidOn > campaign.from ? paidOn : campaign.from }];
  });
}

async function countFolder(
  folder: string,
  counting: Counting,
): Promise<{ views: Views; files: number; damaged: number }> {
  if (!fs.existsSync(folder))
    throw new Failure('NO_LOGS', `There is no folder ${folder}.`, {
      hint: 'Copy the logs from their bucket first: aws s3 sync s3://BUCKET/PREFIX DIR',
    });
  const views: Views = new Map();
  let damaged = 0;
  const names = fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile());
  for (const { parentPath, name } of names) {
    const source = fs.createReadStream(path.join(parentPath, name));
    const text = name.endsWith('.gz') ? source.pipe(createGunzip()) : source;
    const reader = new LogReader();
    for await (const line of readline.createInterface({ input: text, crlfDelay: Infinity })) {
      const request = reader.read(line);
      if (request === 'damaged') damaged++;
      else if (request !== null) countViews([request], counting, views);
    }
  }
  return { views, files: names.length, damaged };
}

function linesOf(shown: readonly Shown[], views: Views): string[] {
  return shown.flatMap(({ campaign, since }) => {
    const days = daysOf(views, campaign.id);
    const total = days.reduce((sum, [, count]) => sum + count, 0);
    const head = `${campaign.id}: ${total} page views from ${since} to ${campaign.to}`;
    return [head, ...days.map(([day, count]) => `  ${day}  ${String(count).padStart(8)}`)];
  });
}

function asJson(shown: readonly Shown[], views: Views): object {
  return shown.map(({ campaign: { id, where, to }, since }) => {
    return { campaign: id, where, since, to, views: Object.fromEntries(daysOf(views, id)) };
  });
}

function daysOf(views: Views, id: string): [string, number][] {
  return [...(views.get(id) ?? [])].sort(([a], [b]) => (a < b ? -1 : 1));
}

function noCampaign(id: string | undefined, folder: string): Failure {
  const which = id === undefined ? 'no campaign that was shown' : `no campaign "${id}" that was shown`;
  return new Failure('NO_CAMPAIGN', `There is ${which} in ${folder}.`, {
    hint: 'A campaign with a price is shown when it is paid; npm run payments reads that.',
  });
}
