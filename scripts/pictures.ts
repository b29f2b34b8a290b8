import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { addressBelow } from '../src/site/site-address.ts';
import { exitCodes, runCommand } from './command.ts';
import { launchBrowser, serveSample } from './show/sample.ts';

const usage = `Usage: npm run pictures -- [--out docs/pictures]

Builds the site from the bundled sample in a temporary folder, serves it on this machine, and takes the pictures of the
README with Chromium (CHROMIUM in the environment names another than /usr/bin/chromium).

  --out DIR   where the pictures go (docs/pictures)

Exit codes: 0 done, 1 failure, 2 usage.`;

interface Shot {
  readonly name: string;
  readonly path: string;
  readonly width: number;
  readonly height: number;
  readonly scheme: 'light' | 'dark';
  /** What must be on the page before it is taken: what scripts draw comes later than the page. */
  readonly ready: readonly string[];
  /** Opens the map, which on a narrow screen is one tap away. */
  readonly tapMap?: boolean;
}

const phone = { width: 390, height: 760 };
const desk = { width: 1280, height: 800 };
const map = ['#map .pin', '#map canvas'];
const home = { path: '/sf/', ready: ['#now li'] };
const hour = { path: '/sf/friday/12/', ready: ['main li'] };
const truck = { path: '/sf/truck/tidewater-almanac-catering/', ready: ['main li'] };
const shots: readonly Shot[] = [
  { ...home, ...phone, name: 'home-390-light', scheme: 'light' },
  { ...home, ...desk, name: 'home-1280-light', scheme: 'light' },
  { ...hour, ...phone, name: 'hour-390-light', scheme: 'light' },
  { ...hour, ...desk, name: 'hour-1280-light', scheme: 'light', ready: map },
  { ...hour, ...desk, name: 'hour-1280-dark', scheme: 'dark', ready: map },
  { ...truck, ...phone, name: 'truck-390-dark', scheme: 'dark' },
  { ...truck, ...desk, name: 'truck-1280-light', scheme: 'light', ready: map },
  { ...hour, ...phone, name: 'map-390-light', scheme: 'light', tapMap: true, ready: map },
];

/** The Friday on which the sample's permits are judged, ten past noon in San Francisco. */
const clock = new Date('2026-11-20T12:10:00-08:00');
/** JPEG: a quarter of the bytes of a PNG, and text stays sharp at this quality. */
const quality = 64;
const patienceMs = 15_000;
await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      out: { type: 'string', default: 'docs/pictures' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return exitCodes.done;
  }
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'curbside-pictures-'));
  try {
    const served = await serveSample(scratch);
    const sizes = await takeAll(served.address, values.out).finally(() => served.close());
    const total = sizes.reduce((sum, size) => sum + size, 0);
    console.log(`${sizes.length} pictures in ${values.out}; ${Math.round(total / 1000)} KB`);
  } finally {
    fs.rmSync(scratch, { recursive: true, force: true });
  }
  return exitCodes.done;
}, usage);

async function takeAll(address: string, folder: string): Promise<number[]> {
  fs.mkdirSync(folder, { recursive: true });
  const browser = await launchBrowser();
  try {
    const sizes: number[] = [];
    for (const shot of shots)
      sizes.push(await take(browser, addressBelow(new URL(address), shot.path).href, { shot, folder }));
    return sizes;
  } finally {
    await browser.close();
  }
}

async function take(
  browser: Browser,
  address: string,
  { shot, folder }: { shot: Shot; folder: string },
): Promise<number> {
  const { name, width, height, scheme, ready, tapMap = false } = shot;
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: width < 600 ? 1.5 : 1,
    colorScheme: scheme,
    reducedMotion: 'reduce',
    locale: 'en-US',
    timezoneId: 'America/Los_Angeles',
  });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(patienceMs);
    await page.clock.setFixedTime(clock);
    await page.goto(address);
    if (tapMap) {
      await page.locator('#map button').click();
      await page.locator('#map').evaluate((section) => section.scrollIntoView({ block: 'start' }));
    }
    for (const selector of ready) await page.locator(selector).first().waitFor();
    const picture = await page.screenshot({ type: 'jpeg', quality, animations: 'disabled' });
    fs.writeFileSync(path.join(folder, `${name}.jpg`), picture);
    return picture.byteLength;
  } finally {
    await context.close();
  }
}
