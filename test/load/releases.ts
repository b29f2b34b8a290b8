import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ask } from '../ask.ts';
import { start } from '../servers.ts';
import { publishBuild, type Scene } from './scene.ts';
import { varnishCounts } from './varnish-counts.ts';
import { errorsOf, loadUntil } from './wrk.ts';

/** What readers noticed while releases were published. */
export interface Releases {
  readonly published: number;
  readonly seconds: number;
  /** Of readers who came through Varnish. */
  readonly requests: number;
  readonly errors: number;
  /** Share of these that Varnish answered from memory. */
  readonly hitRatio: number;
  readonly misses: number;
  readonly refreshed: number;
  /** Of readers who came to nginx itself. */
  readonly nginxRequests: number;
  readonly nginxErrors: number;
}

const releases = 10;

/** Publishes the two states by turns under an even load, when every page was asked for once. */
export async function measureReleases(scene: Scene, betweenSeconds: number): Promise<Releases> {
  const { servers, site } = scene;
  await using stack = new AsyncDisposableStack();
  const folder = (name: string) => path.join(scene.folder, `releases-${name}`);
  const root = await publishBuild(scene, 'releases', 0);
  const nginx = await start(servers.nginx, { folder: folder('nginx'), root });
  stack.defer(() => nginx.kill());
  const varnish = await start(servers.varnish, { folder: folder('varnish'), origins: [nginx.port] });
  stack.defer(() => varnish.kill());
  for (const at of site.pages) await ask(varnish.origin, at, { headers: { 'accept-encoding': 'br' } });
  const before = await varnishCounts(folder('varnish'));
  const options = { addresses: site.pages, folder: scene.folder, pauseMs: 10 };
  const published = publishByTurns(scene, betweenSeconds);
  const [through, direct] = await Promise.all([
    loadUntil(published, { ...options, origin: varnish.origin, connections: 20 }),
    loadUntil(published, { ...options, origin: nginx.origin, connections: 4 }),
    published,
  ]);
  const after = await varnishCounts(folder('varnish'));
  const [hits, misses] = [after.hits - before.hits, after.misses - before.misses];
  return {
    published: releases,
    seconds: through.seconds,
    requests: through.requests,
    errors: errorsOf(through),
    hitRatio: hits / (hits + misses),
    misses,
    refreshed: after.refreshed - before.refreshed,
    nginxRequests: direct.requests,
    nginxErrors: errorsOf(direct),
  };
}

async function publishByTurns(scene: Scene, betweenSeconds: number): Promise<void> {
  const began = performance.now();
  for (let release = 1; release <= releases; release++) {
    scene.tell(`releases: ${release} of ${releases}`);
    await publishBuild(scene, 'releases', release % 2 === 0 ? 0 : 1);
    await pause(Math.max(0, began + release * betweenSeconds * 1000 - performance.now()));
  }
}
