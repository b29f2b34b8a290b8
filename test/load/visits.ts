import fs from 'node:fs';
import path from 'node:path';
import { inBrowser, launchChromium } from '../chromium.ts';
import { start } from '../servers.ts';
import { publishBuild, type Scene } from './scene.ts';

/** What a browser asked for. */
export interface Visit {
  readonly what: string;
  readonly requests: number;
  /** Headers and bodies of the answers, without TLS. */
  readonly bytes: number;
}

const walk = [
  ['home, the first visit', '/'],
  ['then an hour', '/sf/friday/12/'],
  ['home again', '/'],
] as const;

/** A reader's first page and the next ones, counted by nginx; empty without a browser. */
export async function measureVisits(scene: Scene): Promise<Visit[]> {
  if (!inBrowser) return [];
  await using stack = new AsyncDisposableStack();
  const root = await publishBuild(scene, 'visits', 0);
  const folder = path.join(scene.folder, 'visits-nginx');
  const nginx = await start(scene.servers.nginx, { folder, root });
  stack.defer(() => nginx.kill());
  const browser = await launchChromium();
  stack.defer(() => browser.close());
  scene.tell('a browser visits');
  const answered = () => fs.readFileSync(path.join(folder, 'access.log'), 'utf8').split('\n').filter(Boolean);
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  const visits: Visit[] = [];
  for (const [what, at] of walk) {
    const before = answered().length;
    await page.goto(nginx.origin + at, { waitUntil: 'networkidle' });
    const sizes = answered()
      .slice(before)
      .map((line) => Number.parseInt(line, 10));
    visits.push({ what, requests: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) });
  }
  return visits;
}
