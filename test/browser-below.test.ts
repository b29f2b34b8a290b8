import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundledSample, generateCity } from '../scripts/sample/city.ts';
import { inBrowser, launchChromium, leavePageIfFailed } from './chromium.ts';
import { siteCopy, type SiteCopy } from './site-copy.ts';
import { serveFolder, type FolderServer } from './workflow-site.ts';

let site: SiteCopy;
let server: FolderServer;
let browser: Browser;

beforeAll(async () => {
  if (!inBrowser) return;
  process.env['CURBSIDE_SITE'] = 'https://owner.example/trucks';
  site = siteCopy();
  const trucks = [...generateCity(bundledSample)].slice(0, 38);
  await site.pull({
    schedule: trucks.flatMap(({ schedule }) => schedule),
    permits: trucks.flatMap(({ permits }) => permits),
    asOf: bundledSample.asOf,
  });
  await site.build();
  server = await serveFolder(site.out, '/trucks/');
  browser = await launchChromium();
}, 120_000);
afterAll(async () => {
  delete process.env['CURBSIDE_SITE'];
  await browser?.close();
  await server?.close();
  site?.remove();
});

/** A reader on a wide screen, on a Friday at noon in San Francisco, and all that did not go as it should. */
async function openReader(): Promise<{ page: Page; asked: string[]; faults: string[] }> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  leavePageIfFailed(page);
  const [asked, faults]: [string[], string[]] = [[], []];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('requestfailed', (request) => {
    // A page that is left drops what it was still fetching.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') faults.push(`failed: ${request.url()}`);
  });
  page.on('response', (response) => {
    asked.push(response.url());
    if (response.status() >= 400) faults.push(`${response.status()} ${response.url()}`);
    if (!response.url().startsWith(server.address)) faults.push(`beside the site: ${response.url()}`);
  });
  await page.clock.install({ time: new Date('2026-11-20T20:03:00Z') });
  return { page, asked, faults };
}

describe.runIf(inBrowser)('a site below a path, in a browser', () => {
  it('leads from who is open now to an hour, a truck, its map and the search, and asks for nothing beside it', async () => {
    const { page, asked, faults } = await openReader();
    const at = (path: string | RegExp) =>
      page.waitForURL((url) => url.pathname.replace('/trucks/', '/').match(path) !== null);

    await page.goto(server.address);
    await page.waitForSelector('#now .list li');
    expect(await page.textContent('#now-time')).toBe('Friday, 12:03 pm');
    const now = await page.$$eval('#now a', (links) => links.map((link) => link.getAttribute('href')));
    expect(now.filter((href) => !/^\/trucks\/sf\/(truck|place)\/[\w-]+\/$/.test(href ?? ''))).toEqual([]);

    await page.click('.hours a[href$="/friday/12/"]');
    await at(/^\/sf\/friday\/12\/$/);
    await page.click('.list h2 a');
    await at(/^\/sf\/truck\/[\w-]+\/$/);
    await page.waitForSelector('.leaflet-marker-icon');
    await page.waitForSelector('#map canvas');
    await page.waitForFunction(() => document.querySelector('[data-age]')?.textContent !== '');

    await page.fill('header [name=q]', 'taco');
    await page.press('header [name=q]', 'Enter');
    await at(/^\/sf\/search\/$/);
    await page.click('#results li h2 a');
    await at(/^\/sf\/(truck|place|food)\/[\w-]+\/$/);
    await page.waitForSelector('h1');

    expect(faults).toEqual([]);
    const files = asked.map((url) => url.slice(server.address.length).replace(/\?.*/, ''));
    for (const part of [
      /^_astro\/leaflet-map\./,
      /^_astro\/leaflet\..*\.css$/,
      /^sf\/map\.svg$/,
      /^icon\.svg$/,
    ])
      expect(
        files.some((file) => part.test(file)),
        String(part),
      ).toBe(true);
    for (const part of [/^sf\/week\.json$/, /^status\.json$/, /pagefind-worker\.js$/, /\.pf_fragment$/])
      expect(
        files.some((file) => part.test(file)),
        String(part),
      ).toBe(true);
    await page.close();
  }, 60_000);

  it('leads home from an address where nothing is', async () => {
    const { page } = await openReader();
    expect((await page.goto(`${server.address}sf/truck/gone/`))?.status()).toBe(404);
    await page.click('main a');
    await page.waitForSelector('#now');
    expect(page.url()).toBe(server.address);
    await page.close();
  });
});
