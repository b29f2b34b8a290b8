import { findShell, renew } from './cities.ts';
import { base, files, keptName, own, seenName, statusFile } from './release.ts';
import { find, isSound, keep, pathOf } from './store.ts';

/** What a service worker has and a page has not. */
interface Worker {
  readonly clients: {
    claim(): Promise<void>;
    get(id: string): Promise<{ readonly url: string } | undefined>;
    matchAll(wanted: object): Promise<readonly { readonly url: string }[]>;
  };
  skipWaiting(): Promise<void>;
}
interface LateEvent {
  readonly data: unknown;
  readonly request: Request;
  readonly clientId: string;
  waitUntil(work: Promise<unknown>): void;
  respondWith(answer: Promise<Response>): void;
}

const worker = self as unknown as Worker;
const patienceMs = 2500;

const on = (name: string, act: (event: LateEvent) => void) =>
  addEventListener(name, (event) => act(event as unknown as LateEvent));

async function install(): Promise<void> {
  await (await caches.open(keptName)).addAll(files);
  const pages = await worker.clients.matchAll({ includeUncontrolled: true, type: 'window' });
  const paths = pages.map(({ url }) => pathOf(url)).filter((path) => path.startsWith(base));
  await renew(await fetch(statusFile, { cache: 'no-cache' }), paths);
  for (const path of paths) if (path.endsWith('/')) await keep(path, await fetch(path));
}

async function activate(): Promise<void> {
  for (const name of await caches.keys())
    if (name.startsWith(own) && name !== keptName && name !== seenName) await caches.delete(name);
  await worker.clients.claim();
}

/** An answer of the network that is worth having, in time; null else. Kept whenever it comes. */
async function ask(event: LateEvent, answer: Promise<Response>): Promise<Response | null> {
  const { request, clientId } = event;
  const path = pathOf(request.url);
  const work = answer.then(async (response) => {
    if (path !== statusFile) return keep(path, response);
    const page = await worker.clients.get(clientId);
    if (isSound(response)) await renew(response, page === undefined ? [] : [pathOf(page.url)]);
  });
  event.waitUntil(work.catch(() => undefined));
  const late = new Promise<null>((resolve) => setTimeout(resolve, patienceMs, null));
  return await Promise.race([answer.catch(() => null), late]);
}

/** Network first; then a copy; then, for a page, one that draws it from the week; then whatever the network says. */
async function respond(event: LateEvent, isPage: boolean): Promise<Response> {
  const path = pathOf(event.request.url);
  // A browser's own cache may give what it has while it asks, and nothing would say how old that is.
  const answer = fetch(event.request, { cache: 'no-cache' });
  const first = await ask(
    event,
    answer.then((response) => response.clone()),
  );
  if (first !== null && first.status < 500) return await answer;
  const copy = await find(path);
  if (copy !== undefined) return copy;
  const drawn = isPage ? await findShell(path) : null;
  if (drawn?.isDrawable === true) return drawn.page;
  const late = await answer.catch(() => null);
  return late !== null && (late.status < 500 || drawn === null) ? late : (drawn?.page ?? Response.error());
}

/** What never changes under its name. */
async function respondOnce(event: LateEvent): Promise<Response> {
  const path = pathOf(event.request.url);
  const copy = await find(path);
  if (copy !== undefined) return copy;
  const answer = await fetch(event.request);
  event.waitUntil(keep(path, answer.clone()));
  return answer;
}

on('install', (event) => event.waitUntil(install()));
on('activate', (event) => event.waitUntil(activate()));
on('message', ({ data }) => {
  if (data === 'update') void worker.skipWaiting();
});
on('fetch', (event) => {
  const { method, url, mode, destination } = event.request;
  const path = pathOf(url);
  if (method !== 'GET' || new URL(url).origin !== location.origin || !path.startsWith(base)) return;
  if (path.startsWith(`${base}_astro/`)) event.respondWith(respondOnce(event));
  else if (mode === 'navigate' && destination === 'document' && path.endsWith('/'))
    event.respondWith(respond(event, true));
  else if (mode !== 'navigate' && /\/(week\.json|status\.json|\w+\.svg)$/.test(path))
    event.respondWith(respond(event, false));
});
