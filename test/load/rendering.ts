import fs from 'node:fs';
import path from 'node:path';
import { ask } from '../ask.ts';
import type { ServerProcess } from '../server-process.ts';
import { start } from '../servers.ts';
import { measure, median, type Measured } from './measure.ts';
import { serveOnDemand } from './on-demand.ts';
import { publishBuild, type Scene } from './scene.ts';

/** The same pages as files and rendered on each request; and what the servers before them add. */
export interface Rendering {
  readonly astro: Measured;
  readonly nginx: Measured;
  readonly nginxPlain: Measured;
  readonly varnish: Measured;
  readonly haproxy: Measured;
}

const rounds = 3;

/** Measures each of them three times by turns, so that what disturbs the machine disturbs all, and takes the middle one. */
export async function measureRendering(scene: Scene, seconds: number): Promise<Rendering> {
  const { servers, site } = scene;
  await using stack = new AsyncDisposableStack();
  const begun = <T extends ServerProcess>(server: T) => stack.adopt(server, (one) => one.kill());
  const root = await publishBuild(scene, 'rendering', 0);
  const folder = (name: string) => path.join(scene.folder, `rendering-${name}`);
  const nginx = begun(await start(servers.nginx, { folder: folder('nginx'), root }));
  const varnish = begun(await start(servers.varnish, { folder: folder('varnish'), origins: [nginx.port] }));
  const haproxy = begun(await start(servers.haproxy, { folder: folder('haproxy'), origins: [nginx.port] }));
  const astro = begun(await serveOnDemand(site.states[0]));
  stack.defer(() => astro.remove());
  for (const page of ['/sf/', '/sf/friday/12/', '/sf/food/']) await assertSamePage(page, { astro, root });
  const options = { addresses: site.pages, seconds, folder: scene.folder };
  const cases: Record<keyof Rendering, () => Promise<Measured>> = {
    astro: () => measure(astro, options),
    nginx: () => measure(nginx, options),
    nginxPlain: () => measure(nginx, { ...options, encoding: 'identity' }),
    varnish: () => measure(varnish, options),
    haproxy: () => measure(haproxy, options),
  };
  const taken = new Map<keyof Rendering, Measured[]>();
  for (let round = 0; round < rounds; round++) {
    for (const [name, take] of Object.entries(cases) as [keyof Rendering, () => Promise<Measured>][]) {
      scene.tell(`rendering: ${name}, round ${round + 1} of ${rounds}`);
      taken.set(name, [...(taken.get(name) ?? []), await take()]);
    }
  }
  return Object.fromEntries([...taken].map(([name, all]) => [name, median(all)])) as unknown as Rendering;
}

/**
 * A page on demand sends its security policy as a header and names scripts by other digests; otherwise it must be the
 * published page, or the comparison would be of two different things.
 */
async function assertSamePage(page: string, { astro, root }: { astro: ServerProcess; root: string }) {
  const bare = (html: string) =>
    html.replace(/<meta http-equiv="content-security-policy"[^>]*>/, '').replaceAll(/\.[\w-]{8}\.js/g, '.js');
  const { body } = await ask(astro.origin, page);
  if (bare(body.toString()) === bare(fs.readFileSync(path.join(root, page, 'index.html'), 'utf8'))) return;
  throw new Error(`${page} is another page when it is rendered on demand.`);
}
