import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inBrowser, launchChromium, openReader, settle, type Arrival } from '../chromium.ts';
import { crowdedText } from './large-text.ts';
import { onePageOfEachKind } from './kinds.ts';
import { sampleSite, type SampleSite } from './sample-site.ts';

let site: SampleSite;
let browser: Browser;
const truck = '/sf/truck/tidewater-almanac-catering/';

beforeAll(async () => {
  if (!inBrowser) return;
  site = await sampleSite();
  browser = await launchChromium();
}, 120_000);
afterAll(() => browser?.close());

const open = (address: string, arrival: Arrival = {}) => openReader(browser, site.origin + address, arrival);

/** What has the focus, as its reader hears it: "a Skip to content". */
const focused = (page: Page) =>
  page.evaluate(() => {
    const { localName = '', textContent } = document.activeElement ?? {};
    return `${localName} ${(textContent ?? '').trim().slice(0, 40)}`.trim();
  });

/** Presses Tab until a selector has the focus; fails when the page ends before. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 120; presses++) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`No Tab leads to ${selector}; the last was at ${await focused(page)}`);
}

describe.runIf(inBrowser)('without JavaScript', () => {
  it.each([
    ['/sf/', /Monday.*Tuesday.*Sunday/s],
    ['/sf/friday/', /Tidewater Almanac/],
    ['/sf/friday/12/', /Tidewater Almanac.*until 12:10 pm/s],
    [truck, /401 Clay St/],
    ['/sf/search/', /needs JavaScript/],
  ])('%s says what it has to say, and leads on', async (address, words) => {
    const { page, faults } = await open(address, { javaScriptEnabled: false, width: 390 });
    expect(await page.locator('main').innerText()).toMatch(words);
    const links = await page.$$eval('main a', (all) => all.map((link) => link.getAttribute('href') ?? ''));
    expect(links.filter((link) => link.startsWith('/sf/')).length).toBeGreaterThan(0);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('a day leads to all of its hours, an hour to the hours beside it', async () => {
    for (const address of ['/sf/friday/', '/sf/friday/12/']) {
      const { page } = await open(address, { javaScriptEnabled: false });
      const links = await page.$$eval('main a', (all) => all.map((link) => link.getAttribute('href') ?? ''));
      const hours = new Set(links.filter((link) => /^\/sf\/friday\/\d\d\/$/.test(link)));
      expect(hours.size, address).toBe(24);
      await page.context().close();
    }
  });
});

describe.runIf(inBrowser)('by keyboard alone', () => {
  it('the home page is asked: the week travelled, a filter set', async () => {
    const { page, faults } = await open('/sf/');
    await page.waitForSelector('#now .list li');
    await tabTo(page, '#strip');
    await page.waitForFunction(() => document.getElementById('strip')?.hasAttribute('aria-valuetext'));
    await page.keyboard.press('ArrowRight');
    expect(new URL(page.url()).search).toMatch(/^\?at=friday-12:15$/);
    await tabTo(page, '[name=cold]');
    await page.keyboard.press('Space');
    await page.waitForFunction(() => location.search.includes('cold=no'));
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('what is folded opens, and the map of an hour, which takes the focus on', async () => {
    const { page, faults } = await open(truck, { width: 390 });
    await tabTo(page, 'summary');
    await page.keyboard.press('Enter');
    expect(await page.locator('details[open]').count()).toBe(1);
    await page.goto(`${site.origin}/sf/friday/12/`);
    await tabTo(page, '.to-map');
    await page.keyboard.press('Enter');
    await tabTo(page, '[data-map] button');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.leaflet-marker-icon');
    await tabTo(page, '.leaflet-marker-icon, .leaflet-container');
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('what has the focus can be seen', async () => {
    for (const address of ['/sf/', '/sf/friday/12/', truck, '/sf/search/']) {
      const { page } = await open(address, { width: 390 });
      await settle(page);
      for (let presses = 0; presses < 12; presses++) {
        await page.keyboard.press('Tab');
        if ((await focused(page)).startsWith('body')) break; // past the last
        const seen = await page.evaluate(() => {
          const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement ?? document.body);
          return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
        });
        expect(seen, `${address} ${await focused(page)}`).toBe(true);
      }
      await page.context().close();
    }
  });
});

describe.runIf(inBrowser)('with text of twice the size', () => {
  it('nothing is cut off, lies on something else or runs out of a narrow screen', async () => {
    const faults: string[] = [];
    for (const { address, language } of onePageOfEachKind(site.out)) {
      if (language !== 'en') continue;
      const { page } = await open('/icon.svg', { width: 390 });
      const session = await page.context().newCDPSession(page);
      await session.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
      await page.goto(site.origin + address);
      await settle(page);
      faults.push(...(await page.evaluate(crowdedText)).map((fault) => `${address} ${fault}`));
      await page.context().close();
    }
    expect(faults).toEqual([]);
  }, 180_000);
});

describe.runIf(inBrowser)('with motion reduced', () => {
  it.each(['/sf/', '/sf/friday/12/', truck])('nothing on %s moves or fades', async (address) => {
    const { page } = await open(address, { width: 1280, reducedMotion: 'reduce' });
    await settle(page);
    const moving = await page.evaluate(() => document.getAnimations().length);
    const lasting = await page.$$eval('*', (all) =>
      all
        .filter((each) => {
          const { transitionDuration, animationDuration, scrollBehavior } = getComputedStyle(each);
          const durations = `${transitionDuration},${animationDuration}`.split(',').map(Number.parseFloat);
          return Math.max(...durations) > 0.01 || scrollBehavior === 'smooth';
        })
        .map((each) => `${each.localName}.${each.className}`),
    );
    expect([moving, ...new Set(lasting)]).toEqual([0]);
    await page.context().close();
  });
});
