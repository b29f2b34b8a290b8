import { base, files, keptName, own, statusFile, type Status } from './release.ts';
import { find, isSound, pathOf, put } from './store.ts';

/** Below the home of a city: the page that draws the others. */
const shell = 'offline/';
/** What it draws, below the city's home. */
const drawable = /^(\w+day\/(\d\d\/)?|(truck|place)\/[^/]+\/|search\/)?$/;

const cityOf = (root: string) => root.split('/').at(-2) ?? '';

/** The homes of cities, by language, that are kept for reading without a network. */
async function keptRoots(): Promise<string[]> {
  const names = (await caches.keys()).filter((name) => name.startsWith(own));
  const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
  const paths = requests.flat().map(({ url }) => pathOf(url));
  return paths.filter((path) => path.endsWith(`/${shell}`)).map((path) => path.slice(0, -shell.length));
}

/** The home of the city that a page belongs to: "/es/sf/truck/anzu/" → "/es/sf/". Of the only city where it names none. */
function rootOf({ cities }: Status, path: string): string | null {
  const parts = path.slice(base.length).split('/');
  const at = parts.findIndex((part) => part in cities);
  const [only, ...others] = Object.keys(cities);
  if (at < 0) return only === undefined || others.length > 0 ? null : `${base}${only}/`;
  return `${base}${parts.slice(0, at + 1).join('/')}/`;
}

/** Brings what is kept of cities up to date with the status file; asks for nothing where that is as it was. */
export async function renew(answer: Response, paths: readonly string[]): Promise<void> {
  const kept = await caches.open(keptName);
  const status = (await answer.clone().json()) as Status;
  const before = (await (await kept.match(statusFile, { ignoreVary: true }))?.json()) as Status | undefined;
  const known = await keptRoots();
  const roots = new Set([...known, ...paths.flatMap((path) => rootOf(status, path) ?? [])]);
  for (const root of roots) {
    const city = status.cities[cityOf(root)];
    const was = before?.cities[cityOf(root)];
    const isSame =
      before?.codeDigest === status.codeDigest &&
      was?.snapshot === city?.snapshot &&
      was?.content === city?.content;
    if (city !== undefined && !(isSame && known.includes(root))) await fetchRoot(kept, root);
  }
  await put(kept, statusFile, answer);
}

async function fetchRoot(kept: Cache, root: string): Promise<void> {
  const folder = `${base}${cityOf(root)}/`;
  const wanted = [`${folder}week.json`, `${folder}map.svg`, root, root + shell];
  const answers = await Promise.all(wanted.map((path) => fetch(path, { cache: 'no-cache' })));
  if (!isSound(answers[0]!)) throw new Error(`${wanted[0]}: ${answers[0]!.status}`);
  for (const [index, answer] of answers.entries()) {
    // The drawing page of another build would ask for scripts that are not here.
    if (isSound(answer) && (index < 3 || (await isOurs(answer.clone()))))
      await put(kept, wanted[index]!, answer);
  }
}

async function isOurs(page: Response): Promise<boolean> {
  const names = (await page.text()).matchAll(/(?:src|href)="([^"]*\/_astro\/[^"]+)"/g);
  return [...names].every(([, name = '']) => files.includes(name));
}

/** What stands in for a page that nobody kept, and whether it can draw it; null when nothing is kept at all. */
export async function findShell(path: string): Promise<{ page: Response; isDrawable: boolean } | null> {
  const status = (await (await find(statusFile))?.json()) as Status | undefined;
  if (status === undefined) return null;
  const root = rootOf(status, path);
  const roots = await keptRoots();
  const near = roots.find((one) => one === root) ?? roots.find((one) => cityOf(one) === cityOf(root ?? ''));
  const page = await find(`${near ?? roots[0] ?? ''}${shell}`);
  if (page === undefined) return null;
  return { page, isDrawable: root !== null && drawable.test(path.slice(root.length)) };
}
