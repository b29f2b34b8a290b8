import { base } from '../site/link.ts';
import { element } from './dom.ts';

interface Result {
  readonly data: () => Promise<{ readonly url: string; readonly meta: Readonly<Record<string, string>> }>;
}

interface Found {
  readonly results: readonly Result[];
  readonly filters: { readonly kind?: Readonly<Record<string, number>> };
}

interface Pagefind {
  readonly options: (options: Readonly<Record<string, unknown>>) => Promise<void>;
  readonly search: (
    query: string | null,
    options: { filters: Readonly<Record<string, string>> },
  ) => Promise<Found>;
}

/** Results shown; whoever needs more types another letter. */
const resultsShown = 30;

/** Searches as the reader types; question and kind are in the address, so that Back and sharing work. */
export function startSearch(form: HTMLFormElement): void {
  const output = document.getElementById('results');
  const count = document.getElementById('count');
  const input = form.querySelector<HTMLInputElement>('[name=q]');
  if (output === null || count === null || input === null) return;
  let engine: Promise<Pagefind> | null = null;
  let latest = 0;
  const load = () => (engine ??= loadEngine(form.dataset['index'] ?? ''));
  const kindOf = () => form.querySelector<HTMLInputElement>('[name=kind]:checked')?.value ?? '';
  const run = async () => {
    const turn = ++latest;
    const query = input.value.trim();
    const kind = kindOf();
    history.replaceState(
      null,
      '',
      query === ''
        ? location.pathname
        : `?${new URLSearchParams({ q: query, ...(kind && { kind }) }).toString()}`,
    );
    if (query === '') return show([], '');
    try {
      const pagefind = await load();
      const found = await pagefind.search(query, { filters: kind ? { kind } : {} });
      const shown = await Promise.all(found.results.slice(0, resultsShown).map((result) => result.data()));
      if (turn === latest) show(shown.map(resultItem), countText(found.results.length, query));
    } catch {
      engine = null;
      if (turn === latest) show([], 'The search could not be loaded. Check the connection and try again.');
    }
  };
  const show = (items: readonly HTMLElement[], text: string) => {
    output.replaceChildren(...items);
    count.textContent = text;
  };
  const asked = new URLSearchParams(location.search);
  input.value = asked.get('q') ?? '';
  for (const radio of form.querySelectorAll<HTMLInputElement>('[name=kind]'))
    radio.checked = radio.value === (asked.get('kind') ?? '');
  let pause: ReturnType<typeof setTimeout> | undefined;
  input.addEventListener('focus', () => void load().catch(() => (engine = null)), { once: true });
  input.addEventListener('input', () => {
    clearTimeout(pause);
    pause = setTimeout(() => void run(), 120);
  });
  form.addEventListener('change', () => void run());
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void run();
  });
  if (input.value !== '') void run();
}

async function loadEngine(folder: string): Promise<Pagefind> {
  const pagefind = (await import(/* @vite-ignore */ `${folder}pagefind.js`)) as Pagefind;
  await pagefind.options({ excerptLength: 0, baseUrl: base });
  return pagefind;
}

function resultItem({ url, meta }: { url: string; meta: Readonly<Record<string, string>> }): HTMLElement {
  const link = element('a', { href: url }, meta['title'] ?? url);
  const kind = element('span', { class: 'badge' }, meta['kind'] ?? '');
  return element(
    'li',
    {},
    element('h2', {}, link, kind),
    element('p', { class: 'note' }, meta['about'] ?? ''),
  );
}

function countText(count: number, query: string): string {
  return count === 0 ? `Nothing found for “${query}”.` : `${count} ${count === 1 ? 'result' : 'results'}`;
}
