import fs from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

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
