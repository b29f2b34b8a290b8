import fs from 'node:fs';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { leaveIfFailed, type Files } from './evidence.ts';

const executablePath = '/usr/bin/chromium';
const flags =
  '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';

const present = fs.existsSync(executablePath);
if (!present && !process.env['CI']) console.info(`skipped: the browser ${executablePath} is not there`);

/** Whether tests in a browser are to run: where there is one, and where `CI` is set even if that makes them fail. */
export const inBrowser = present || Boolean(process.env['CI']);

/** The browser of the tests, without a window. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath, args: flags.split(' ') });
}

let pages = 0;

/** Leaves a picture of the page, its HTML and what it said, if the test under way fails and has not closed it by then. */
export function leavePageIfFailed(page: Page): void {
  const said: string[] = [];
  page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => said.push(`uncaught: ${error.stack ?? error.message}`));
  page.on('requestfailed', (request) => said.push(`not loaded: ${request.url()}`));
  page.on('response', (response) => {
    if (response.status() >= 400) said.push(`${response.status()}: ${response.url()}`);
  });
  leaveIfFailed(`page-${++pages}`, async (): Promise<Files> => {
    if (page.isClosed()) return {};
    const picture = await page.screenshot({ timeout: 10_000 }).catch(String);
    return {
      [typeof picture === 'string' ? 'no-picture.txt' : 'picture.png']: picture,
      'console.txt': [page.url(), ...said, ''].join('\n'),
      'page.html': await page.content().catch(String),
    };
  });
}

/** How a reader comes to a page; what a browser can be told otherwise is Playwright's. */
export interface Arrival extends BrowserContextOptions {
  readonly width?: number;
  /** An instant: "2026-11-20T20:03:00Z". */
  readonly at?: string;
}

export interface Reader {
  readonly page: Page;
  /** Errors, warnings, what the page's policy blocked, and whatever was asked of another host. */
  readonly faults: string[];
  /** Scripts of the page, in the order in which they came: "/_astro/site.CVU5iE6t.js". */
  readonly scripts: string[];
}

/** A reader far away, in Tokyo, on a Friday at three past noon in San Francisco, unless said otherwise. */
export async function openReader(
  browser: Browser,
  url: string,
  { width = 1280, at = '2026-11-20T20:03:00Z', ...more }: Arrival = {},
): Promise<Reader> {
  const viewport = { width, height: 900 };
  const context = await browser.newContext({ viewport, timezoneId: 'Asia/Tokyo', ...more });
  const page = await context.newPage();
  leavePageIfFailed(page);
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(String(error)));
  context.on('request', (request) => {
    const asked = new URL(request.url());
    if (asked.protocol.startsWith('http') && asked.origin !== new URL(url).origin)
      faults.push(`asked of another host: ${asked.href}`);
  });
  const scripts: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(new URL(request.url()).pathname);
  });
  await page.addInitScript(watchShifts);
  await page.clock.install({ time: new Date(at) });
  await page.goto(url);
  return { page, faults, scripts };
}

function watchShifts(): void {
  const shifts: number[] = [];
  Object.assign(globalThis, { shifts });
  const observer = new PerformanceObserver((list) =>
    shifts.push(...list.getEntries().map((entry) => (entry as PerformanceEntry & { value: number }).value)),
  );
  observer.observe({ type: 'layout-shift', buffered: true });
}

/** By how much the page has moved under the reader, shift by shift, without what the reader did. */
export async function layoutShifts(page: Page): Promise<number[]> {
  await page.screenshot(); // a frame has certainly been drawn
  return page.evaluate(() => (globalThis as unknown as { shifts: number[] }).shifts);
}

/** Waits until nothing more has come for a while. Playwright's "networkidle" never comes where a fetch is met by a cache. */
export async function settle(page: Page, quietMs = 300): Promise<void> {
  // A page may lead on by itself, as the one without a network does; then it is the next that has to come to rest.
  await comeToRest(page, quietMs).catch(async () => {
    await page.waitForLoadState('load');
    await comeToRest(page, quietMs);
  });
}

async function comeToRest(page: Page, quietMs: number): Promise<void> {
  await page.evaluate(
    (quiet) =>
      new Promise<void>((resolve) => {
        let known = -1;
        const look = () => {
          const { length } = performance.getEntriesByType('resource');
          if (length === known) return resolve();
          known = length;
          setTimeout(look, quiet);
        };
        look();
      }),
    quietMs,
  );
}
