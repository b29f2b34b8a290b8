import axe, { type RunOnly, type RunOptions } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inBrowser, launchChromium, openReader, settle } from '../chromium.ts';
import { onePageOfEachKind } from './kinds.ts';
import { sampleSite, type SampleSite } from './sample-site.ts';
import { states, type State } from './states.ts';

let site: SampleSite;
let browser: Browser;

beforeAll(async () => {
  if (!inBrowser) return;
  site = await sampleSite();
  browser = await launchChromium();
}, 120_000);
afterAll(() => browser?.close());

/** Where a page is examined; in the dark by colours alone, since all else is as in the light. */
const sights = [
  { width: 390, colorScheme: 'light' },
  { width: 390, colorScheme: 'dark' },
  { width: 1280, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
] as const;

type Sight = (typeof sights)[number];
const colours: RunOnly = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };

/** What axe finds on a page as it is: "390 dark: color-contrast #now-time". */
async function findBarriers(page: Page, { width, colorScheme }: Sight): Promise<string[]> {
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ colorScheme });
  const options: RunOptions = {
    resultTypes: ['violations'],
    rules: { 'target-size': { enabled: true } }, // as Lighthouse has it
    ...(colorScheme === 'dark' && { runOnly: colours }),
  };
  const { violations } = await page.evaluate(
    (told) => (globalThis as unknown as { axe: typeof axe }).axe.run(told),
    options,
  );
  return violations.flatMap(({ id, nodes }) => {
    const barriers = nodes.map(({ target }) => target.join(' ')).filter((target) => !isAsMeant(id, target));
    return barriers.length === 0 ? [] : [`${width} ${colorScheme}: ${id} ${barriers.join(', ')}`];
  });
}

/**
 * Pins stand where their places are, however near to each other: "essential" in the words of WCAG 2.5.8. Every one has a
 * button of its own in the list.
 */
function isAsMeant(rule: string, target: string): boolean {
  return rule === 'target-size' && target.startsWith('.pin.');
}

interface Examination {
  readonly reach?: State['reach'];
  readonly in?: readonly Sight[];
}

/** A page that a reader has brought into a state; nothing fades, so that colours are those that stay. */
async function examine(address: string, { reach, in: where = sights }: Examination = {}): Promise<string[]> {
  const { page } = await openReader(browser, site.origin + address, { width: 390, reducedMotion: 'reduce' });
  await settle(page);
  await reach?.(page);
  await page.evaluate(axe.source);
  const found: string[] = [];
  for (const sight of where) found.push(...(await findBarriers(page, sight)));
  await page.context().close();
  return found.map((barrier) => `${address} ${barrier}`);
}

const unfold = (page: Page) => page.$$eval('details', (parts) => parts.forEach((part) => (part.open = true)));

const pages = (language: 'en' | 'other') =>
  onePageOfEachKind(site.out).filter((page) => (page.language === 'en') === (language === 'en'));

/** Some at once: half of an examination is waiting for a page to settle. */
async function examineAll(addresses: readonly string[], examination: Examination): Promise<string[]> {
  const [left, found]: [string[], string[]] = [[...addresses], []];
  const work = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift())
      found.push(...(await examine(next, examination)));
  };
  await Promise.all([work(), work(), work()]);
  return found.sort();
}

describe.runIf(inBrowser)('axe finds nothing', () => {
  it('on any kind of page, with all parts unfolded', async () => {
    const addresses = pages('en').map(({ address }) => address);
    expect(await examineAll(addresses, { reach: unfold })).toEqual([]);
  }, 180_000);

  it('on any kind of page in another language, by turns, since only words differ', async () => {
    const kinds = Map.groupBy(pages('other'), ({ kind }) => kind);
    const turns = [...kinds.values()].map((list, turn) => list[turn % list.length]!.address);
    expect(turns.length).toBeGreaterThan(10);
    expect(await examineAll(turns, { reach: unfold, in: sights.slice(0, 1) })).toEqual([]);
  }, 180_000);

  it.each(states)('with $name', async ({ address, reach }) => {
    expect(await examine(address, { reach })).toEqual([]);
  });
});
