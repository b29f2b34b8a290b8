import fs from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inBrowser, launchChromium, layoutShifts, openReader, settle } from '../chromium.ts';
import { onePageOfEachKind, type BuiltPage } from './kinds.ts';
import { sampleSite, type SampleSite } from './sample-site.ts';
import { weigh } from './weigh.ts';

/** Bytes of script, Brotli 11, before a reader asks for search or map. */
const scriptBudget = 3 * 1024;
/** Who opens these has asked already: they are the search, and the list that only the device knows. */
const askedFor: Readonly<Record<string, number>> = {
  '/sf/search/': 11 * 1024,
  '/sf/following/': 7 * 1024,
};
/** For closed days: only where a city has some. */
const closedBudget = 1024;
/** Over the budget and not to grow: the home page has been since its words come from the catalogue. */
const overBudget: Readonly<Record<string, number>> = { '/': 3.6 * 1024, '/sf/': 3.6 * 1024 };
/** Pages that are opened side by side: most of their time is waiting. */
const atOnce = 4;

let site: SampleSite;
let browser: Browser;

beforeAll(async () => {
  if (!inBrowser) return;
  site = await sampleSite();
  browser = await launchChromium();
}, 120_000);
afterAll(() => browser?.close());

/** What a page did while it loaded that it should not: console, policy, other hosts, things that moved, script. */
async function faultsOf({ address, kind }: BuiltPage, width: number): Promise<string[]> {
  const { page, faults, scripts } = await openReader(browser, site.origin + address, { width });
  await settle(page);
  const moved = (await layoutShifts(page)).map((shift) => `moved by ${shift}`);
  await page.context().close();
  // Where an owner has named closed days a page asks for what knows them, and weighs as much more.
  const days = scripts.filter((script) => script.includes('/closed.'));
  const own = scripts.filter((script) => !days.includes(script));
  const weightOf = (files: readonly string[]) =>
    files.reduce((sum, script) => sum + weigh(fs.readFileSync(path.join(site.out, script))), 0);
  const bytes = weightOf(own) + Math.max(0, weightOf(days) - closedBudget);
  // On a wide screen the map may open by itself, which is as if it were asked for.
  const heavy =
    width < 940 && bytes > (askedFor[kind] ?? overBudget[kind] ?? scriptBudget)
      ? [`${bytes} bytes of script: ${scripts.join(' ')}`]
      : [];
  return [...faults, ...moved, ...heavy].map((fault) => `${address} ${fault}`);
}

async function faultsOfAll(pages: readonly BuiltPage[], width: number): Promise<string[]> {
  const [left, found]: [BuiltPage[], string[]] = [[...pages], []];
  const work = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift())
      found.push(...(await faultsOf(next, width)));
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return found.sort();
}

describe.runIf(inBrowser)(
  'a page of any kind loads without a fault, a shift or more than 3 KB of script',
  () => {
    it('on a phone, in any language', async () => {
      expect(await faultsOfAll(onePageOfEachKind(site.out), 390)).toEqual([]);
    }, 180_000);

    it('on a wide screen', async () => {
      const pages = onePageOfEachKind(site.out).filter(({ language }) => language === 'en');
      expect(await faultsOfAll(pages, 1280)).toEqual([]);
    }, 180_000);
  },
);
