import { keptName, seenName } from './release.ts';

const mostSeen = 80;

/** Whether an answer is a file of the site, whole and as it was asked for. */
export const isSound = ({ status, type, redirected }: Response): boolean =>
  status === 200 && type === 'basic' && !redirected;

/** Path of an address. */
export const pathOf = (address: string): string => new URL(address, location.href).pathname;

/** What is kept under a path; a query is for scripts in the page. */
export async function find(path: string): Promise<Response | undefined> {
  for (const name of [keptName, seenName]) {
    const found = await (await caches.open(name)).match(path, { ignoreSearch: true, ignoreVary: true });
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Keeps an answer and the time at which it came; a page says it itself. */
export async function put(cache: Cache, path: string, response: Response): Promise<void> {
  const headers = new Headers(response.headers);
  for (const name of ['content-encoding', 'content-length']) headers.delete(name);
  headers.set('cache-control', 'no-cache'); // what is kept here is nobody else's to keep
  headers.set('x-saved', String(Date.now()));
  const isPage = headers.get('content-type')?.startsWith('text/html') ?? false;
  const body = isPage
    ? (await response.text()).replace('<main', `<main data-saved="${Date.now()}"`)
    : await response.blob();
  await cache.put(path, new Response(body, { headers }));
}

/** Keeps what was asked for, in the place of an older copy; forgets what is gone, and the oldest. */
export async function keep(path: string, response: Response): Promise<void> {
  const [kept, seen] = await Promise.all([caches.open(keptName), caches.open(seenName)]);
  if (response.status === 404 || response.status === 410) await seen.delete(path);
  if (!isSound(response)) return;
  const isKept = (await kept.match(path, { ignoreVary: true })) !== undefined;
  await put(isKept ? kept : seen, path, response);
  for (const request of (await seen.keys()).slice(0, -mostSeen)) await seen.delete(request);
}
