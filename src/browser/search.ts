import { base, linkTo } from '../site/link.ts';
import { weekFile } from '../site/urls.ts';
import type { WeekData } from '../site/week-file.ts';
import { cityTime } from './city-time.ts';
import { asked } from './asked.ts';
import { element } from './dom.ts';
import { inEnglish } from './in-english.ts';
import { pageBase, pageLink } from './page-link.ts';
import { loadEngine, type Filters, type Pagefind } from './pagefind.ts';
import { understand } from './question.ts';
import { suggestionsFor } from './suggest.ts';

/** Results shown; whoever needs more types another letter. */
const resultsShown = 30;
/** Answers from the week above the results. */
const answersShown = 5;
const filterNames = ['kind', 'food', 'neighborhood'] as const;

interface Search {
  readonly form: HTMLFormElement;
  readonly input: HTMLInputElement;
  readonly engine: () => Promise<Pagefind>;
  readonly week: () => Promise<WeekData | null>;
}

const page = document.querySelector<HTMLFormElement>('form[data-index]');
if (page !== null) startSearch(page);

/** Searches as the reader types; question and filters are in the address, so that Back and sharing work. */
function startSearch(form: HTMLFormElement): void {
  const input = form.querySelector<HTMLInputElement>('[name=q]');
  if (input === null) return;
  let engine: Promise<Pagefind> | null = null;
  let week: Promise<WeekData | null> | null = null;
  const search: Search = {
    form,
    input,
    engine: () => {
      engine ??= startEngine(form);
      engine.catch(() => (engine = null));
      return engine;
    },
    week: () => (week ??= loadWeek().catch(() => (week = null))),
  };
  let latest = 0;
  const run = () => {
    const turn = ++latest;
    void answer(search, () => turn === latest);
  };
  const wished = new URLSearchParams(location.search);
  input.value = wished.get('q') ?? '';
  for (const radio of form.querySelectorAll<HTMLInputElement>('[name=kind]'))
    radio.checked = radio.value === (wished.get('kind') ?? '');
  let pause: ReturnType<typeof setTimeout> | undefined;
  input.addEventListener('focus', () => void search.engine().catch(() => undefined), { once: true });
  input.addEventListener('input', () => {
    clearTimeout(pause);
    pause = setTimeout(run, 120);
  });
  form.addEventListener('change', run);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    run();
  });
  if (location.search !== '') void search.engine().then(run, run);
}

/** Answers from the week come first and also without a network; the index of everything follows. */
async function answer({ form, input, engine, week }: Search, isLatest: () => boolean): Promise<void> {
  const query = input.value.trim();
  const filters = filtersOf(form);
  remember(query, filters);
  const isEmpty = query === '' && Object.keys(filters).length === 0;
  const data = isEmpty ? null : await week();
  if (isLatest()) {
    const answers = data === null ? [] : suggestionsFor(query, data, cityTime(data.timeZone)).slice(0, -1);
    const shown = Object.keys(filters).length > 0 ? [] : answers.slice(0, answersShown);
    put(
      'at-once',
      shown.map(({ label, about, path }) => resultItem(pageLink(path), label, { about })),
    );
    if (isEmpty) put('results', [], '');
  }
  if (isEmpty) return;
  try {
    const words =
      data === null
        ? query
        : understand(inEnglish(query, asked.rules), data, cityTime(data.timeZone).minute).words.join(' ');
    const found = await (await engine()).search(words || null, { filters });
    const shown = await Promise.all(found.results.slice(0, resultsShown).map((result) => result.data()));
    const items = shown.map(({ url, meta }) => foundItem(url, { title: url, kind: '', about: '', ...meta }));
    if (isLatest()) put('results', items, said(found.results.length, query));
  } catch {
    if (isLatest()) put('results', [], asked.noSearch);
  }
}

/** Loads the index, and offers what it can be filtered by. */
async function startEngine(form: HTMLFormElement): Promise<Pagefind> {
  const pagefind = await loadEngine(form.dataset['index'] ?? '', base);
  const known = await pagefind.filters();
  const wished = new URLSearchParams(location.search);
  for (const select of form.querySelectorAll('select')) {
    const counts = Object.entries(known[select.name] ?? {});
    select.append(
      ...counts.map(([name, count]) => new Option(`${asked.foods[name] ?? name} (${count})`, name)),
    );
    select.value = wished.get(select.name) ?? '';
    select.hidden = counts.length === 0;
  }
  return pagefind;
}

async function loadWeek(): Promise<WeekData | null> {
  const city = document.querySelector<HTMLElement>('footer [data-city]')?.dataset['city'] ?? '';
  const response = await fetch(linkTo(weekFile(city)));
  return response.ok ? ((await response.json()) as WeekData) : null;
}

function filtersOf(form: HTMLFormElement): Filters {
  const values = new FormData(form);
  const chosen = filterNames.map((name) => [name, values.get(name)] as const);
  return Object.fromEntries(
    chosen.filter(([, value]) => typeof value === 'string' && value !== ''),
  ) as Filters;
}

function remember(query: string, filters: Filters): void {
  const wished = new URLSearchParams({ ...(query && { q: query }), ...filters }).toString();
  history.replaceState(null, '', wished === '' ? location.pathname : `?${wished}`);
}

function put(id: string, items: readonly HTMLElement[], count?: string): void {
  document.getElementById(id)?.replaceChildren(...items);
  if (count !== undefined) document.getElementById('count')!.textContent = count;
}

function resultItem(
  href: string,
  title: string,
  { kind = '', about }: { kind?: string; about: string },
): HTMLElement {
  const link = element('a', { href }, title.slice(0, 80));
  const badge = kind === '' ? [] : [element('span', { class: 'badge' }, kind)];
  return element('li', {}, element('h2', {}, link, ...badge), element('p', { class: 'note' }, about));
}

function said(count: number, query: string): string {
  return count > 0 ? asked.results(count) : asked.nothingFound(query);
}

interface Meta {
  readonly title: string;
  readonly kind: string;
  readonly about: string;
}

/** A record of the index, which is in English and leads to English pages, as a result in the page's language. */
function foundItem(url: string, { title, kind, about }: Meta): HTMLElement {
  const name = kind === 'Food' ? (asked.foods[title] ?? title) : title;
  const own = asked.kinds[kind as keyof typeof asked.kinds];
  return resultItem(pageBase + url.slice(base.length), name, { kind: own, about });
}
