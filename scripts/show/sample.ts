import fs from 'node:fs';
import path from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { Failure } from '../../src/failure.ts';
import { build } from '../../src/incremental/build.ts';
import { findCity } from '../../src/source/cities.ts';
import { pullCity } from '../../src/source/pull.ts';
import { serve, type Served } from '../serve.ts';
import { root, siteOptions } from '../site.ts';

const browserFlags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The bundled sample as `npm start` shows it without a network: every page says that it is made up. Its files lie below `scratch`. */
export async function serveSample(scratch: string): Promise<Served> {
  const [state, out] = [path.join(scratch, 'state'), path.join(scratch, 'out')];
  const sample = path.join(root, 'data', 'sample');
  const { asOf } = JSON.parse(fs.readFileSync(path.join(sample, 'sample.json'), 'utf8')) as { asOf: string };
  const files = { schedule: path.join(sample, 'schedule.json'), permits: path.join(sample, 'permits.json') };
  const shapes = {
    neighborhoods: path.join(sample, 'neighborhoods.json'),
    streets: path.join(sample, 'streets.json'),
  };
  const from = { source: 'sample', ...files } as const;
  await pullCity({ city: findCity('sf'), from, stateDir: state, asOf, shapes, accept: false });
  const options = siteOptions({ state, out });
  await build(options);
  return serve({ build: options, host: '127.0.0.1', port: 0 });
}

/** The Chromium that is installed, without a window. Fails with `NO_BROWSER` where there is none. */
export async function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
  if (!fs.existsSync(executablePath)) {
    throw new Failure('NO_BROWSER', `There is no browser at ${executablePath}.`, {
      hint: 'Install Chromium, or name one with CHROMIUM=/path/to/chromium.',
    });
  }
  return chromium.launch({ executablePath, args: [...browserFlags, ...more] });
}
