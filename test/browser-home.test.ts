import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundledSample, generateCity } from '../scripts/sample/city.ts';
import { inBrowser, launchChromium, openReader } from './chromium.ts';
import { siteCopy, type SiteCopy } from './site-copy.ts';
import { serveFolder, type FolderServer } from './workflow-site.ts';

let site: SiteCopy;
let server: FolderServer;
let browser: Browser;

const open = (address: string, reader: Parameters<typeof openReader>[2] = {}) =>
  openReader(browser, server.origin + address, reader);

beforeAll(async () => {
  if (!inBrowser) return;
  site = siteCopy();
  const trucks = [...generateCity(bundledSample)].slice(0, 38);
  await site.pull({
    schedule: trucks.flatMap(({ schedule }) => schedule),
    permits: trucks.flatMap(({ permits }) => permits),
    asOf: bundledSample.asOf,
  });
  await site.build();
  server = await serveFolder(site.out);
  browser = await launchChromium();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
  site?.remove();
});

describe.runIf(inBrowser)('home, search and what is followed, in a browser', () => {
  it('travels over the week by keyboard, in the address, and back', async () => {
    const { page, faults } = await open('/sf/');
    await page.waitForSelector('#now .list li');
    await page.focus('#strip');
    await page.waitForFunction(() => document.getElementById('strip')?.hasAttribute('aria-valuetext'));
    await page.keyboard.press('PageUp');
    await page.keyboard.press('ArrowUp');
    expect(page.url()).toMatch(/\?at=saturday-13:00$/);
    expect(await page.textContent('#now-time')).toBe('Saturday, 1 pm');
    expect(await page.textContent('#now-count')).not.toMatch(/now$/);
    await page.goBack();
    await page.goBack();
    expect(await page.textContent('#now-time')).toBe('Friday, 12:03 pm');
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it.each([
    ['23:59 on Saturday', '2026-11-22T07:59:30Z', 'Saturday, 11:59 pm', 'Sunday, midnight'],
    ['the night with an hour twice', '2026-11-01T08:59:30Z', 'Sunday, 1:59 am', 'Sunday, 1 am'],
    ['the night with an hour less', '2027-03-14T09:59:30Z', 'Sunday, 1:59 am', 'Sunday, 3 am'],
    ['just before the hour', '2026-11-20T20:59:59Z', 'Friday, 12:59 pm', 'Friday, 1 pm'],
  ])('keeps to the city’s clock at %s', async (...[, at, before, after]) => {
    const { page } = await open('/sf/', { at });
    await page.waitForFunction(() => !document.getElementById('now-count')?.textContent?.startsWith('Open'));
    expect(await page.textContent('#now-time')).toBe(before);
    await page.clock.runFor(60_000);
    expect(await page.textContent('#now-time')).toBe(after);
    await page.context().close();
  });

  it('takes up a newer week in a page that stays open, asking the status file first', async () => {
    const { page, faults } = await open('/sf/?cold=no');
    await page.waitForSelector('#ask [name=cold]:checked');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    // Of the context: the service worker asks for the page.
    await page.context().route('**/week.json', async (route) => {
      const week = (await (await route.fetch()).json()) as { visits: object };
      const none = { truck: [], place: [], days: [], state: [], times: [] };
      await route.fulfill({ json: { ...week, visits: none } });
    });
    await page.clock.runFor(90 * 60_000);
    await expect.poll(() => page.textContent('#now-count'), { timeout: 8000 }).toBe('No trucks now');
    const data = asked.filter((path) => path.endsWith('.json'));
    expect(data.slice(0, 2)).toEqual(['/status.json', '/sf/week.json']);
    expect(data.filter((path) => path === '/sf/week.json')).toHaveLength(1);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('filters by what the address asks, and sorts by distance without telling anybody where the reader is', async () => {
    const { page, faults } = await open('/sf/?cold=no');
    await page.waitForSelector('#ask [name=cold]:checked');
    await page.context().grantPermissions(['geolocation']);
    await page.context().setGeolocation({ latitude: 37.79, longitude: -122.4 });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.click('[name=near]');
    await page.waitForSelector('#now .stops i:not(:empty)');
    const miles = await page.$$eval('#now h2:first-child + .list > li', (items) =>
      items.map((item) => {
        const [text = ''] = [...item.querySelectorAll('i')].map((sign) => sign.textContent);
        return Number.parseFloat(text) / (text.endsWith('ft') ? 5280 : 1);
      }),
    );
    expect(miles).toEqual([...miles].sort((a, b) => a - b));
    expect(asked).toEqual([]);
    expect(page.url()).not.toContain('37.');
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('puts the nearest trucks of an hour first, on its other pages too, and as they were when asked again', async () => {
    const { page, faults } = await open('/sf/friday/12/');
    const trucks = () =>
      page.$$eval('.list.bars > li', (items) => items.map((item) => item.querySelector('h2')?.textContent));
    const nearestMeters = () =>
      page.$$eval('.list.bars > li', (items) =>
        items.map((item) => {
          const signs = [...item.querySelectorAll('.far')].map(
            ({ textContent: text }) => Number.parseFloat(text) * (text.endsWith('ft') ? 0.3048 : 1609.344),
          );
          return signs.length === 0 ? Infinity : Math.min(...signs);
        }),
      );
    const before = await trucks();
    await page.context().grantPermissions(['geolocation']);
    await page.context().setGeolocation({ latitude: 37.79, longitude: -122.4 });
    await page.click('[data-nearest]');
    await page.waitForSelector('.far');
    const meters = await nearestMeters();
    expect(meters).toEqual([...meters].sort((a, b) => a - b));
    expect(await trucks()).not.toEqual(before);
    await page.click('[rel=next]');
    await page.waitForSelector('[data-nearest][aria-pressed=true]');
    await page.goBack();
    await page.waitForSelector('[data-nearest][aria-pressed=true]');
    await page.click('[data-nearest]');
    expect(await trucks()).toEqual(before);
    expect(await page.$('.far')).toBeNull();
    expect(await page.getAttribute('[data-nearest] ~ a', 'href')).toBe('/sf/?at=friday-12:00');
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('answers in the box of any page by keyboard alone', async () => {
    const { page, faults } = await open('/sf/friday/12/', { width: 390 });
    await page.focus('header [name=q]');
    await page.waitForSelector('header [role=combobox]');
    await page.keyboard.type('friday noon');
    const first = await page.waitForSelector('[role=option]');
    expect(await first.textContent()).toMatch(/^Food trucks, (Friday, noon|now)/);
    await page.keyboard.press('ArrowDown');
    expect(await page.getAttribute('header [name=q]', 'aria-activedescendant')).toBe('answer-0');
    await page.keyboard.press('Escape');
    expect(await page.getAttribute('header [name=q]', 'aria-expanded')).toBe('false');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/sf\/(\?at=|truck\/|$)/);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('follows a truck, tells where it stops next, and sends the list as a link', async () => {
    const { page, faults } = await open('/sf/');
    const href = await page.waitForSelector('#now h3 a').then((link) => link.getAttribute('href'));
    await page.goto(server.origin + (href ?? ''));
    await page.click('[data-follow]');
    expect(await page.getAttribute('[data-follow]', 'aria-pressed')).toBe('true');
    await page.goto(`${server.origin}/sf/following/`);
    expect(await page.waitForSelector('#following h2 a').then((link) => link.getAttribute('href'))).toBe(
      href,
    );
    expect(await page.textContent('#following time')).toMatch(/^until /);
    const download = page.waitForEvent('download');
    await page.click('[data-key=calendar]');
    expect((await download).suggestedFilename()).toBe('food-trucks.ics');
    const slug = href?.split('/').at(-2) ?? '';
    const { page: friend } = await open(`/sf/following/#truck/${slug}`);
    await friend.click('[data-key=keep]');
    expect(await friend.evaluate(() => localStorage.getItem('curbside.sf.follow'))).toBe(`["truck/${slug}"]`);
    expect(faults).toEqual([]);
    await Promise.all([page.context().close(), friend.context().close()]);
  });
});
