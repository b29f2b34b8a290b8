import { cityNow } from '../schedule/clock.ts';
import { weekdays } from '../schedule/week.ts';
import { base, linkTo } from '../site/link.ts';
import type { WeekData } from '../site/week-file.ts';
import { element } from './dom.ts';
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
  const asked = new URLSearchParams(location.search);
  input.value = asked.get('q') ?? '';
  for (const radio of form.querySelectorAll<HTMLInputElement>('[name=kind]'))
    radio.checked = radio.value === (asked.get('kind') ?? '');
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
  const minute = data === null ? 0 : minuteNow(data);
  if (isLatest()) {
    const answers = data === null ? [] : suggestionsFor(query, data, minute).slice(0, -1);
    const shown = Object.keys(filters).length > 0 ? [] : answers.slice(0, answersShown);
    put(
      'at-once',
      shown.map(({ label, about, path }) => resultItem(linkTo(path), label, { about })),
    );
    if (isEmpty) put('results', [], '');
  }
  if (isEmpty) return;
  try {
    const words = data === null ? query : understand(query, data, minute).words.join(' ');
    const found = await (await engine()).search(words || null, { filters });
    const shown = await Promise.all(found.results.slice(0, resultsShown).map((result) => result.data()));
    const items = shown.map(({ url, meta }) =>
      resultItem(url, meta['title'] ?? url, { kind: meta['kind'] ?? '', about: meta['about'] ?? '' }),
    );
    if (isLatest()) put('results', items, countText(found.results.length, query));
  } catch {
    if (isLatest()) put('results', [], 'The search could not be loaded. Check the connection and try again.');
  }
}

/** Loads the index, and offers what it can be filtered by. */
async function startEngine(form: HTMLFormElement): Promise<Pagefind> {
  const pagefind = await loadEngine(form.dataset['index'] ?? '', base);
  const known = await pagefind.filters();
  const asked = new URLSearchParams(location.search);
  for (const select of form.querySelectorAll('select')) {
    const counts = Object.entries(known[select.name] ?? {});
    select.append(...counts.map(([name, count]) => new Option(`${name} (${count})`, name)));
    select.value = asked.get(select.name) ?? '';
    select.hidden = counts.length === 0;
  }
  return pagefind;
}

async function loadWeek(): Promise<WeekData | null> {
  const response = await fetch('../week.json');
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
  const asked = new URLSearchParams({ ...(query && { q: query }), ...filters }).toString();
  history.replaceState(null, '', asked === '' ? location.pathname : `?${asked}`);
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

function countText(count: number, query: string): string {
  if (count > 0) return `${count} ${count === 1 ? 'result' : 'results'}`;
  return query === '' ? 'Nothing found.' : `Nothing found for “${query}”.`;
}

function minuteNow({ timeZone }: WeekData): number {
  const { weekday, minute } = cityNow(timeZone, new Date());
  return weekdays.indexOf(weekday) * 1440 + minute;
}
