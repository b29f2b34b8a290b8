import fs from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { bundledSample, generateCity } from '../scripts/sample/city.ts';
import { inBrowser, launchChromium, openReader } from './chromium.ts';
import { serveFlaky, type FlakySite } from './flaky-site.ts';
import { sampleShapes, siteCopy, type SiteCopy } from './site-copy.ts';

let site: SiteCopy;
let server: FlakySite;
let browser: Browser;

const trucks = [...generateCity(bundledSample)].slice(0, 38);

function pull(count: number) {
  const some = trucks.slice(0, count);
  return site.pull({
    schedule: some.flatMap(({ schedule }) => schedule),
    permits: some.flatMap(({ permits }) => permits),
    asOf: bundledSample.asOf,
    shapes: sampleShapes,
  });
}

beforeAll(async () => {
  if (!inBrowser) return;
  site = siteCopy();
  await pull(trucks.length);
  await site.build();
  server = await serveFlaky(site.out);
  browser = await launchChromium();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await server?.stop().catch(() => undefined);
  site?.remove();
});

afterEach(async () => {
  if (!inBrowser) return;
  await server.stop();
  await server.start();
  server.delay(0);
  server.answerWith(null);
  server.replace('/sw.js', null);
  // Where a test switched it off.
  if (fs.readFileSync(path.join(site.out, 'sw.js'), 'utf8').includes('"files":[]')) await site.build();
});

/** A reader who has come once, to one page, and whose device has kept the rest by now. */
async function openOnce(address: string, reader: Parameters<typeof openReader>[2] = {}): Promise<Page> {
  const { page } = await openReader(browser, server.origin + address, { width: 390, ...reader });
  await untilKept(page);
  return page;
}

async function untilKept(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
}

/** A page as the network gives it, to a reader without a worker. */
async function readOnline<Read>(address: string, read: (page: Page) => Promise<Read>): Promise<Read> {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.clock.install({ time: new Date('2026-11-20T20:03:00Z') });
  await page.goto(server.origin + address);
  const result = await read(page);
  await context.close();
  return result;
}

/** What a page says of who is where when: each line's text and where it leads. */
function linesOf(page: Page): Promise<string[]> {
  return page.$$eval('.list h2, .list li li, .route h2, .route li, table.day tbody tr', (lines) =>
    lines.map((line) => {
      const links = [...line.querySelectorAll('a')].map((link) => link.getAttribute('href'));
      const texts = [...line.querySelectorAll('a, b, time, td, th')].map((part) => part.textContent.trim());
      return [...(texts.length > 0 ? texts : [line.textContent]), ...links].join(' | ').replace(/\s+/g, ' ');
    }),
  );
}

/** What is kept under a path, as text; empty for nothing. */
function keptAt(page: Page, address: string): Promise<string> {
  return page.evaluate(async (path) => (await (await caches.match(path))?.text()) ?? '', address);
}

function cacheNames(page: Page): Promise<string[]> {
  return page.evaluate(async () => (await caches.keys()).sort());
}

function seenPaths(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const name = (await caches.keys()).find((one) => one.endsWith(' seen')) ?? '';
    return (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname);
  });
}

/** Digest of the data that the site was built from. */
function snapshotNow(): string {
  const status = JSON.parse(fs.readFileSync(path.join(site.out, 'status.json'), 'utf8')) as {
    cities: Record<string, { snapshot: string }>;
  };
  return status.cities['sf']?.snapshot ?? 'none';
}

describe.runIf(inBrowser)('without a network, in a browser', () => {
  it('draws any page of the week after one visit to one page, as the site itself has it', async () => {
    const noon = fs.readFileSync(path.join(site.out, 'sf/friday/12/index.html'), 'utf8');
    const [truck = '', place = ''] = ['truck', 'place'].map(
      (kind) => new RegExp(`/sf/${kind}/[^"]+`).exec(noon)?.[0] ?? '',
    );
    const addresses = ['/sf/friday/12/', '/sf/sunday/00/', '/sf/saturday/23/', '/sf/tuesday/', truck, place];
    const online = new Map<string, string[]>();
    for (const address of addresses) online.set(address, await readOnline(address, linesOf));
    const page = await openOnce('/sf/about/');
    await server.stop();
    for (const [address, lines] of online) {
      await page.goto(server.origin + address);
      await page.waitForSelector('.list h2, .route, table.day tbody tr, .empty');
      expect(await linesOf(page), address).toEqual(lines);
      expect(lines.length, address).toBeGreaterThan(0);
      expect(await page.textContent('.notice'), address).toBe('No answer from the site. Saved this hour.');
    }
    await page.context().close();
  });

  it('keeps the home page, and says who is open by the city’s clock', async () => {
    const shown = (page: Page) =>
      page.$$eval('#now h2, #now h3, #now li li', (parts) => parts.map((part) => part.textContent));
    const untilDrawn = (page: Page) => page.waitForSelector('#now .list li');
    const online = await readOnline('/sf/', async (page) => (await untilDrawn(page)) && (await shown(page)));
    const page = await openOnce('/sf/friday/');
    await server.stop();
    await page.goto(`${server.origin}/sf/`);
    await untilDrawn(page);
    expect(await shown(page)).toEqual(online);
    expect(await page.textContent('#now-time')).toBe('Friday, 12:03 pm');
    await page.waitForSelector('.notice');
    await page.context().close();
  });

  it('answers typed names, and a search, from the week', async () => {
    const page = await openOnce('/sf/status/');
    await server.stop();
    await page.goto(`${server.origin}/sf/monday/09/`);
    await page.waitForSelector('.ribbon');
    await page.fill('header [name=q]', 'clay');
    const answer = await page.waitForSelector('[role=option]');
    expect(await answer.textContent()).toMatch(/clay/i);
    await page.press('header [name=q]', 'Enter');
    await page.waitForSelector('.list h2 a');
    expect(await page.textContent('main')).toMatch(/clay/i);
    await page.context().close();
  });

  it('says how long ago it was saved, and what is not on the device', async () => {
    const at = new Date(Date.now() + 3 * 3_600_000 + 60_000).toISOString();
    const page = await openOnce('/sf/friday/12/', { at });
    await server.stop();
    await page.reload();
    await page.waitForSelector('.notice');
    expect(await page.textContent('.notice')).toBe('No answer from the site. Saved 3 hours ago.');
    for (const [address, heading] of [
      ['/sf/truck/nobody-knows/', 'Not on the schedule'],
      ['/data/', 'Not on your device'],
    ] as const) {
      await page.goto(server.origin + address);
      await page.waitForFunction((text) => document.querySelector('h1')?.textContent === text, heading);
    }
    await page.context().close();
  });

  it('gives a copy when the network is too slow, and offers the new page once it answers', async () => {
    const page = await openOnce('/sf/friday/12/');
    const before = await linesOf(page);
    const worker = fs.readFileSync(path.join(site.out, 'sw.js'), 'utf8');
    await pull(trucks.length - 20);
    await site.build();
    expect(fs.readFileSync(path.join(site.out, 'sw.js'), 'utf8')).toBe(worker);
    server.delay(4000);
    const since = Date.now();
    await page.reload({ waitUntil: 'commit' });
    expect(Date.now() - since).toBeLessThan(3900);
    await page.waitForSelector('.notice');
    expect(await linesOf(page)).toEqual(before);
    server.delay(0);
    await page.clock.runFor(60_000);
    await page.click('.notice button');
    await page.waitForFunction(() => document.querySelector('[data-saved]') === null);
    expect(await linesOf(page)).not.toEqual(before);
    const now = await linesOf(page);
    await expect.poll(() => keptAt(page, '/status.json')).toContain(snapshotNow());
    await server.stop();
    await page.goto(`${server.origin}/sf/friday/13/`);
    await page.waitForSelector('.list h2');
    const later = await linesOf(page);
    await server.start();
    await page.goto(`${server.origin}/sf/friday/12/`);
    expect(await linesOf(page)).toEqual(now);
    expect(later).toEqual(await readOnline('/sf/friday/13/', linesOf));
    await page.context().close();
  });

  it('never keeps an answer that is no page, and never more than some', async () => {
    const page = await openOnce('/sf/friday/');
    await page.goto(`${server.origin}/sf/truck/nobody-knows/`);
    expect(await page.textContent('h1')).toBe('It has driven off');
    await page.goto(`${server.origin}/sf/food/`);
    await expect.poll(() => keptAt(page, '/sf/food/')).toContain('<main data-saved="');
    server.answerWith(503);
    await page.goto(`${server.origin}/sf/food/`);
    await page.waitForSelector('.notice');
    expect(await keptAt(page, '/sf/food/')).not.toContain('<main>No</main>');
    server.answerWith(null);
    await page.evaluate(async () => {
      const name = (await caches.keys()).find((one) => one.endsWith(' seen')) ?? '';
      const cache = await caches.open(name);
      for (let index = 0; index < 120; index++) await cache.put(`/made/${index}/`, new Response(''));
    });
    await page.goto(`${server.origin}/sf/monday/`);
    await expect.poll(() => seenPaths(page)).toHaveLength(80);
    const paths = await seenPaths(page);
    expect(paths).toContain('/sf/monday/');
    expect(paths).not.toContain('/made/0/');
    expect(paths).not.toContain('/sf/truck/nobody-knows/');
    await page.context().close();
  });

  it('offers a new version, and takes it up when asked', async () => {
    const page = await openOnce('/sf/friday/12/');
    const script = fs.readFileSync(path.join(site.out, 'sw.js'), 'utf8');
    server.replace('/sw.js', script.replace(/"version":"[^"]+"/, '"version":"another"'));
    await page.reload();
    await page.waitForSelector('.notice button');
    expect(await page.textContent('.notice')).toBe('There is a new version.Update');
    expect(await cacheNames(page)).toHaveLength(4);
    await Promise.all([page.waitForEvent('load'), page.click('.notice button')]);
    await untilKept(page);
    await expect.poll(() => cacheNames(page)).toEqual(['curbside / another', 'curbside / another seen']);
    await server.stop();
    await page.goto(`${server.origin}/sf/friday/13/`);
    await page.waitForSelector('.list h2');
    await page.context().close();
  });

  it('is gone, with all it kept, once it is switched off', async () => {
    process.env['CURBSIDE_WORKER'] = 'off';
    const report = await site.build().finally(() => delete process.env['CURBSIDE_WORKER']);
    expect([report.rendered, report.otherFiles]).toEqual([0, 1]);
    const { page } = await openReader(browser, `${server.origin}/sf/week.csv.txt`, { width: 390 });
    await page.evaluate(async () => {
      for (const name of ['curbside / old', 'curbside / old seen', 'of another site'])
        await caches.open(name);
    });
    await page.goto(`${server.origin}/sf/friday/13/`);
    const registrations = () =>
      page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
    await expect.poll(() => cacheNames(page), { timeout: 10_000 }).toEqual(['of another site']);
    await expect.poll(registrations, { timeout: 10_000 }).toBe(0);
    expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull();
    await page.context().close();
  });

  it('may be installed', async () => {
    const page = await openOnce('/sf/');
    const session = await page.context().newCDPSession(page);
    const { url, errors, data } = await session.send('Page.getAppManifest');
    expect([url, errors]).toEqual([`${server.origin}/manifest.webmanifest`, []]);
    expect(JSON.parse(data ?? '')).toMatchObject({ start_url: '/', display: 'standalone' });
    const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
    // A window that keeps nothing cannot install anything; all else must be right.
    expect(installabilityErrors.map(({ errorId }) => errorId)).toEqual(['in-incognito']);
    await page.context().close();
  });
});
