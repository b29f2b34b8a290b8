import fs from 'node:fs';
import net, { type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import lighthouse, { type Result } from 'lighthouse';
import { addressBelow } from '../src/site/site-address.ts';
import { exitCodes, runCommand } from './command.ts';
import { launchBrowser, serveSample } from './show/sample.ts';

const usage = `Usage: npm run lighthouse

Builds the site from the bundled sample in a temporary folder, serves it on this machine, and lets Lighthouse look at the
home page, an hour, a truck and the search as a phone sees them, with Chromium (CHROMIUM in the environment names another than
/usr/bin/chromium). A score under 100 is a failure; its audits are named.

Exit codes: 0 done, 1 failure, 2 usage.`;

const pages = ['/sf/', '/sf/friday/12/', '/sf/truck/tidewater-almanac-catering/', '/sf/search/'];
const categories = ['performance', 'accessibility', 'best-practices', 'seo'];

await runCommand(async () => {
  const { values } = parseArgs({ options: { help: { type: 'boolean', default: false } } });
  if (values.help) {
    console.log(usage);
    return exitCodes.done;
  }
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'curbside-lighthouse-'));
  try {
    const served = await serveSample(scratch);
    const results = await lookAt(served.address).finally(() => served.close());
    console.log(table(results));
    const failing = results.flatMap(failingAudits);
    for (const line of failing) console.log(line);
    console.log(failing.length === 0 ? 'All scores are 100.' : `${failing.length} audits fail.`);
    return failing.length === 0 ? exitCodes.done : exitCodes.failure;
  } finally {
    fs.rmSync(scratch, { recursive: true, force: true });
  }
}, usage);

/** What Lighthouse finds on each page, one after the other, as on a phone with a slow line. */
async function lookAt(address: string): Promise<Result[]> {
  const port = await freePort();
  const browser = await launchBrowser([`--remote-debugging-port=${port}`]);
  try {
    const results: Result[] = [];
    for (const page of pages) {
      const { href } = addressBelow(new URL(address), page);
      const found = await lighthouse(href, { port, onlyCategories: categories, logLevel: 'error' });
      if (found !== undefined) results.push(found.lhr);
    }
    return results;
  } finally {
    await browser.close();
  }
}

function scoreOf({ score }: { readonly score: number | null }): number {
  return Math.round((score ?? 0) * 100);
}

function table(results: readonly Result[]): string {
  const rows = results.map(({ requestedUrl = '', categories: found }) => [
    new URL(requestedUrl).pathname,
    ...categories.map((category) => String(found[category] === undefined ? 0 : scoreOf(found[category]))),
  ]);
  const head = ['page', ...categories];
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  return [head, ...rows]
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** For each score under 100, the audits that weigh in it and are not passed. */
function failingAudits({ requestedUrl = '', categories: found, audits }: Result): string[] {
  return categories.flatMap((category) => {
    const { score, auditRefs } = found[category] ?? { score: 0, auditRefs: [] };
    if (scoreOf({ score }) === 100) return [];
    const missed = auditRefs.filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1);
    if (missed.length === 0) return [`${new URL(requestedUrl).pathname} ${category}: ${scoreOf({ score })}`];
    return missed.map(({ id }) => {
      const { title = '', displayValue = '' } = audits[id] ?? {};
      return `${new URL(requestedUrl).pathname} ${category}: ${id}: ${title} ${displayValue}`.trimEnd();
    });
  });
}

async function freePort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
