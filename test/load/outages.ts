import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ask } from '../ask.ts';
import { start } from '../servers.ts';
import { startServer, type ServerProcess } from '../server-process.ts';
import { publishBuild, type Scene } from './scene.ts';
import { errorsOf, load } from './wrk.ts';

/** What readers noticed while servers died. */
export interface Outage {
  readonly seconds: number;
  readonly requests: number;
  readonly errors: number;
}

/** One of two nginx behind haproxy dies after a third of the time, and is back after two. */
export async function measureOneOrigin(scene: Scene, seconds: number): Promise<Outage> {
  await using stack = new AsyncDisposableStack();
  const { nginx } = scene.servers;
  const places = await Promise.all(
    ['one1', 'one2'].map(async (name) => ({
      folder: path.join(scene.folder, `${name}-nginx`),
      root: await publishBuild(scene, name, 0),
    })),
  );
  const origins = await Promise.all(places.map((place) => start(nginx, place)));
  for (const origin of origins) stack.defer(() => origin.kill());
  const haproxy = await balance(
    scene,
    'one',
    origins.map(({ port }) => port),
  );
  stack.defer(() => haproxy.kill());
  scene.tell('one of two origins dies');
  const dieAndComeBack = async () => {
    await pause((seconds * 1000) / 3);
    await origins[0]!.kill();
    await pause((seconds * 1000) / 3);
    const { port } = origins[0]!;
    const revived = await startServer(nginx.command({ ...places[0]!, port }), port);
    stack.defer(() => revived.kill());
  };
  const options = { addresses: scene.site.pages, seconds, folder: scene.folder, origin: haproxy.origin };
  const [loaded] = await Promise.all([load(options), dieAndComeBack()]);
  return { seconds, requests: loaded.requests, errors: errorsOf(loaded) };
}

/** How old what was served was in the end: older than it is fresh, or nothing was shown. */
export interface AllGone extends Outage {
  readonly oldestSeconds: number;
  /** Answers to pages that nobody had asked for before. */
  readonly unknownStatus: number;
}

/** Both nginx die, behind a Varnish each and haproxy before them, when every page was asked for once. */
export async function measureAllOrigins(scene: Scene, seconds: number): Promise<AllGone> {
  await using stack = new AsyncDisposableStack();
  const { nginx, varnish } = scene.servers;
  const pair = await Promise.all(
    ['all1', 'all2'].map(async (name) => {
      const folder = (kind: string) => path.join(scene.folder, `${name}-${kind}`);
      const root = await publishBuild(scene, name, 0);
      const origin = await start(nginx, { folder: folder('nginx'), root });
      stack.defer(() => origin.kill());
      return { origin, folder: folder('varnish') };
    }),
  );
  const origins = pair.map(({ origin }) => origin.port);
  const caches = await Promise.all([
    start(varnish, { folder: pair[0]!.folder, origins }),
    start(varnish, { folder: pair[1]!.folder, origins: origins.toReversed() }),
  ]);
  for (const cache of caches) stack.defer(() => cache.kill());
  const haproxy = await balance(
    scene,
    'all',
    caches.map(({ port }) => port),
  );
  stack.defer(() => haproxy.kill());
  const { pages } = scene.site;
  const headers = { 'accept-encoding': 'br' };
  for (const at of pages) await ask(haproxy.origin, at, { headers });
  for (const { origin } of pair) await origin.kill();
  scene.tell(`all origins are gone, for ${seconds} seconds`);
  const light = { connections: 20, pauseMs: 10, folder: scene.folder };
  const loaded = await load({ ...light, seconds, addresses: pages, origin: haproxy.origin });
  const last = await ask(haproxy.origin, '/sf/', { headers });
  const unknown = await ask(haproxy.origin, '/sf/week.json');
  return {
    seconds,
    requests: loaded.requests,
    errors: errorsOf(loaded),
    oldestSeconds: Number(last.headers['age']),
    unknownStatus: unknown.status,
  };
}

function balance(scene: Scene, name: string, origins: readonly number[]): Promise<ServerProcess> {
  return start(scene.servers.haproxy, { folder: path.join(scene.folder, `${name}-haproxy`), origins });
}
