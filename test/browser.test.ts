import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundledSample, generateCity } from '../scripts/sample/city.ts';
import { inBrowser, launchChromium, leavePageIfFailed } from './chromium.ts';
import { hostileSchedule } from './site-hostile-rows.ts';
import { sampleShapes, siteCopy, type SiteCopy } from './site-copy.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

let site: SiteCopy;
let server: http.Server;
let browser: Browser;
let origin: string;

/** What went wrong in the pages of a test: errors, and everything that the policy blocked. */
let faults: string[] = [];

async function openPage(
  address: string,
  { width = 1280, at = '2026-11-20T20:03:00Z', script = true } = {},
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    timezoneId: 'Asia/Tokyo', // a reader far away still gets the city's clock
    javaScriptEnabled: script,
  });
  const page = await context.newPage();
  leavePageIfFailed(page);
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(String(error)));
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(globalThis, { shifts });
    const observer = new PerformanceObserver((list) =>
      shifts.push(...list.getEntries().map((entry) => (entry as PerformanceEntry & { value: number }).value)),
    );
    observer.observe({ type: 'layout-shift', buffered: true });
  });
  await page.clock.install({ time: new Date(at) });
  await page.goto(origin + address);
  return page;
}

/** Friday noon in San Francisco is 20:00 UTC. */
beforeAll(async () => {
  if (!inBrowser) return;
  site = siteCopy();
  const trucks = [...generateCity(bundledSample)].slice(0, 38);
  await site.pull({
    schedule: [...trucks.flatMap(({ schedule }) => schedule), ...hostileSchedule],
    permits: trucks.flatMap(({ permits }) => permits),
    asOf: bundledSample.asOf,
    shapes: sampleShapes,
  });
  await site.build();
  server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = path.join(site.out, decodeURI(pathname), pathname.endsWith('/') ? 'index.html' : '');
    if (!fs.existsSync(file)) return response.writeHead(404).end();
    return response
      .writeHead(200, { 'content-type': types[path.extname(file)] ?? 'application/octet-stream' })
      .end(fs.readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await launchChromium();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  server?.close();
  site?.remove();
});

describe.runIf(inBrowser)('in a browser', () => {
  it('says who is open now by the city’s clock, and redraws at the minute without asking again', async () => {
    faults = [];
    const page = await openPage('/sf/');
    await page.waitForSelector('#now .list li');
    expect(await page.textContent('#now-time')).toBe('Friday, 12:03 pm');
    expect(await page.textContent('#now-count')).toMatch(/^\d+ trucks? now$/);
    const noon = JSON.parse(fs.readFileSync(path.join(site.out, 'sf/friday/12.json'), 'utf8')) as {
      trucks: number;
    };
    const shown = new Set(
      await page.$$eval('#now h2:first-child + .list h3 a', (links) =>
        links.map((link) => link.getAttribute('href')),
      ),
    );
    expect(shown.size).toBeGreaterThan(0);
    expect(shown.size).toBeLessThanOrEqual(noon.trucks);
    let requests = 0;
    page.on('request', () => requests++);
    await page.clock.runFor(60_000);
    expect(await page.textContent('#now-time')).toBe('Friday, 12:04 pm');
    expect(requests).toBe(0);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('keeps the layout still while it loads', async () => {
    for (const [address, width] of [
      ['/sf/', 390],
      ['/sf/', 1280],
      ['/sf/friday/12/', 390],
    ] as const) {
      const page = await openPage(address, { width });
      if (address === '/sf/') await page.waitForSelector('#now .list li');
      await page.waitForFunction(() => document.querySelector('[data-age]')?.textContent !== '');
      await page.screenshot(); // a frame has certainly been drawn
      const shift = await page.evaluate(() => (globalThis as unknown as { shifts: number[] }).shifts);
      expect(shift).toEqual([]);
      await page.context().close();
    }
  });

  it('leads to every day and hour without JavaScript', async () => {
    const page = await openPage('/sf/', { script: false });
    const hrefs = await page.$$eval('main a', (links) =>
      links.map((link) => link.getAttribute('href') ?? ''),
    );
    expect(new Set(hrefs.filter((href) => /^\/sf\/\w+day\/\d\d\/$/.test(href))).size).toBe(168);
    expect(new Set(hrefs.filter((href) => /^\/sf\/\w+day\/$/.test(href))).size).toBe(7);
    await page.context().close();
  });

  it('says on every page how old the data is', async () => {
    const page = await openPage('/sf/friday/12/', {
      at: new Date(Date.now() + 3 * 3_600_000 + 60_000).toISOString(),
    });
    await page.waitForFunction(() => document.querySelector('[data-age]')?.textContent !== '');
    expect(await page.textContent('[data-age]')).toBe('Data from 3 hours ago.');
    await page.context().close();
  });

  it('opens the map on a tap, with a named marker for every place of the list', async () => {
    faults = [];
    const page = await openPage('/sf/friday/12/', { width: 390 });
    expect(await page.$$('.leaflet-container')).toHaveLength(0);
    await page.click('[data-map] button');
    await page.waitForSelector('.leaflet-marker-icon');
    const points = new Set(
      await page.$$eval('[data-at]', (items) => items.map((item) => item.getAttribute('data-at'))),
    );
    const labels = await page.$$eval('.pin', (icons) =>
      icons.map((icon) => icon.getAttribute('aria-label') ?? ''),
    );
    const crowds = labels.flatMap((label) => /^(\d+) places: zoom in$/.exec(label)?.[1] ?? []);
    const apart = labels.length - crowds.length;
    expect(crowds.length).toBeGreaterThan(0);
    expect(crowds.reduce((sum, count) => sum + Number(count), apart)).toBe(points.size);
    expect(labels.every((label) => label.length > 5)).toBe(true);
    await page.focus('.crowd');
    await page.keyboard.press('Enter');
    await page.waitForFunction(
      (before) => document.querySelectorAll('.crowd').length !== before,
      crowds.length,
    );
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('leaflet-container');
    await page.click('.stops button.show');
    await page.waitForSelector('.leaflet-popup a[href^="/sf/"]');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('opens the map by itself beside the list, and lets the keyboard reach few markers', async () => {
    faults = [];
    const slugs = fs
      .readdirSync(path.join(site.out, 'sf/truck'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory());
    const withMap = slugs.find(({ name }) =>
      fs.readFileSync(path.join(site.out, 'sf/truck', name, 'index.html'), 'utf8').includes('data-at="'),
    );
    const page = await openPage(`/sf/truck/${withMap?.name}/`);
    const marker = await page.waitForSelector('.leaflet-marker-icon[role="button"]');
    await marker.focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('.leaflet-popup');
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('leaves the wheel to the page, and fetches all streets only where they are drawn', async () => {
    faults = [];
    const page = await openPage('/sf/friday/12/');
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
    await page.locator('.box').scrollIntoViewIfNeeded();
    await page.waitForSelector('.leaflet-marker-icon');
    await page.waitForSelector('.name span:not(.hid)');
    const zoomed = () => page.getAttribute('.leaflet-proxy', 'style');
    const [before, top] = [await zoomed(), await page.evaluate(() => scrollY)];
    await page.locator('.box').hover();
    await page.mouse.wheel(0, 300);
    await page.waitForFunction((from) => scrollY > from, top);
    await page.waitForSelector('.hint.on');
    expect(await zoomed()).toBe(before);
    expect(fetched).not.toContain('/sf/streets.svg');
    const streets = page.waitForRequest(/streets\.svg$/);
    await page.click('.stops button.show');
    await streets;
    expect(await zoomed()).not.toBe(before);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('searches as one types, keeps the question in the address, and filters by kind', async () => {
    faults = [];
    const page = await openPage('/sf/search/?q=taco');
    await page.waitForSelector('#results li');
    const all = await page.$$eval('#results .badge', (kinds) => kinds.map((kind) => kind.textContent));
    expect(all).toContain('Truck');
    await page.check('[name=kind][value=Food]');
    await page.waitForFunction(() => new URL(location.href).searchParams.get('kind') === 'Food');
    await page.waitForFunction(() =>
      [...document.querySelectorAll('#results .badge')].every((kind) => kind.textContent === 'Food'),
    );
    await page.fill('[name=q]', 'zzzzzz');
    await page.clock.runFor(1000);
    await page.waitForFunction(() =>
      document.getElementById('count')?.textContent?.startsWith('Nothing found'),
    );
    expect(page.url()).toContain('q=zzzzzz');
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('finds from the box of any page without a script of its own', async () => {
    const page = await openPage('/sf/friday/12/');
    await page.fill('header [name=q]', 'mission');
    await page.press('header [name=q]', 'Enter');
    await page.waitForURL(/\/sf\/search\/\?q=mission/);
    await page.waitForSelector('#results li');
    await page.context().close();
  });

  it('says a truck’s next stop by the city’s clock, from the page alone, and numbers today’s route', async () => {
    faults = [];
    const trucks = path.join(site.out, 'sf/truck');
    const slug = fs.readdirSync(trucks).find((name) => {
      const file = path.join(trucks, name, 'index.html');
      return fs.existsSync(file) && /data-when="62 /.test(fs.readFileSync(file, 'utf8'));
    });
    const page = await openPage(`/sf/truck/${slug}/`, { width: 390 });
    await page.waitForFunction(() => document.querySelector('.next')?.textContent !== '');
    expect(await page.textContent('.next')).toMatch(/^(Next: .+, in .+\.|Permitted now: .+, until .+\.)/);
    const numbers = await page.$$eval('[data-n]', (items) => items.map((item) => item.outerHTML));
    expect(numbers[0]).toContain('data-n="1"');
    expect(await page.evaluate(() => (globalThis as unknown as { shifts: number[] }).shifts)).toEqual([]);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('prints a day and a place on one sheet each, A4 and Letter', async () => {
    const place = fs.readdirSync(path.join(site.out, 'sf/place')).find((name) => !name.includes('.'));
    for (const address of ['/sf/friday/', `/sf/place/${place}/`]) {
      const page = await openPage(address);
      for (const format of ['A4', 'Letter']) {
        const sheets = (await page.pdf({ format })).toString('latin1').match(/\/Type \/Page\b/g);
        expect(sheets, `${address} ${format}`).toHaveLength(1);
      }
      await page.context().close();
    }
  });

  it('runs nothing that stands in the city’s texts, on any page, on the map or in the search', async () => {
    faults = [];
    for (const address of ['/sf/', '/sf/friday/12/', '/sf/friday/', '/status/', '/sf/search/?q=script']) {
      const page = await openPage(address);
      await page.waitForSelector('main');
      await page.clock.runFor(2000);
      await page.waitForLoadState('networkidle');
      expect(await page.evaluate(() => 'ran' in window)).toBe(false);
      await page.context().close();
    }
    expect(faults).toEqual([]);
  });

  it('never overflows sideways at 390 px', async () => {
    const addresses = '/sf/ /sf/friday/ /sf/friday/12/ /sf/food/ /sf/search/ /sf/about/ /status/ /404.html';
    for (const address of addresses.split(' ')) {
      const page = await openPage(address, { width: 390 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBe(390);
      await page.context().close();
    }
  });
});
