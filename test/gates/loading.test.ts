import fs from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inBrowser, launchChromium, layoutShifts, openReader, settle } from '../chromium.ts';
import { onePageOfEachKind, type BuiltPage } from './kinds.ts';
import { sampleSite, type SampleSite } from './sample-site.ts';
import { weigh } from './weigh.ts';

/** Bytes of script, Brotli 11, before a reader asks for search or map, by kind of page; decision 35 says why some have more. */
const scriptBudget = 3 * 1024;
const widerBudgets: Readonly<Record<string, number>> = {
  '/': 3.8 * 1024,
  '/sf/': 3.8 * 1024,
  '/sf/truck/{slug}/': 3.75 * 1024,
  '/sf/place/{slug}/': 3.75 * 1024,
  // Who opens these has asked already: the search, the list that only the device knows, the page for no network.
  '/sf/search/': 11 * 1024,
  '/sf/following/': 7 * 1024,
  '/sf/offline/': 24 * 1024,
};
/** A page in another language brings its own words first, and those of what was asked. */
const ownWordsBudget = 1.75 * 1024;
const ownAskedWordsBudget = 3.75 * 1024;
/** For closed days: only where a city has some. */
const closedBudget = 1024;

/** What a kind of page may load, in bytes. */
function budgetOf({ kind, language }: BuiltPage): number {
  const budget = widerBudgets[kind] ?? scriptBudget;
  if (language === 'en') return budget;
  return budget + (budget > 4 * 1024 ? ownAskedWordsBudget : ownWordsBudget);
}

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
async function faultsOf(built: BuiltPage, width: number): Promise<string[]> {
  const { address, kind } = built;
  const { page, faults, scripts } = await openReader(browser, site.origin + address, { width });
  await settle(page);
  // The page for no network is drawn by the device: before that there is nothing on it to read.
  const shifts = kind === '/sf/offline/' ? [] : await layoutShifts(page);
  const moved = shifts.map((shift) => `moved by ${shift}`);
  await page.context().close();
  // Where an owner has named closed days a page asks for what knows them, and weighs as much more.
  const days = scripts.filter((script) => script.includes('/closed.'));
  const own = scripts.filter((script) => !days.includes(script));
  const weightOf = (files: readonly string[]) =>
    files.reduce((sum, script) => sum + weigh(fs.readFileSync(path.join(site.out, script))), 0);
  const bytes = weightOf(own) + Math.max(0, weightOf(days) - closedBudget);
  // On a wide screen the map may open by itself, which is as if it were asked for.
  const heavy =
    width < 940 && bytes > budgetOf(built) ? [`${bytes} bytes of script: ${scripts.join(' ')}`] : [];
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
  'a page of any kind loads without a fault, a shift or more script than it may',
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
