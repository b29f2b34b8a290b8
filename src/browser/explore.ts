import { asked } from './asked.ts';
import { formatDistance } from './distance.ts';
import { element } from './dom.ts';
import { readFollowed } from './follow.ts';
import { askHere, forgetHere, knownHere } from './here.ts';
import type { Home } from './home.ts';
import { keepOf } from './keep.ts';
import { startTravel } from './travel.ts';
import { openVisits } from './week.ts';
import { metersFrom, pointsNear } from './whereabouts.ts';
import { queryFromWish, wishFromQuery, type Wish } from './wish.ts';

/** A home page that is asked something: its wish is in the address, and both follow each other. */
export interface Explored {
  readonly home: Home;
  readonly wish: () => Wish;
  /** Wishes something else; the reader can go back to what was before. */
  readonly change: (change: Partial<Wish>) => void;
}

/** Brings the controls of the home page to life. */
export function explore(home: Home): void {
  let wish = wishFromQuery(location.search);
  const explored: Explored = {
    home,
    wish: () => wish,
    change: (change) => {
      wish = { ...wish, ...change };
      const query = queryFromWish(wish);
      if (query !== location.search) history.pushState(null, '', query === '' ? location.pathname : query);
      show();
    },
  };
  const show = () => {
    answer(home, wish);
    showForm(home, wish);
    travel.show();
  };
  const travel = startTravel(explored);
  addEventListener('popstate', () => {
    wish = wishFromQuery(location.search);
    show();
  });
  addEventListener('curbside-week', show);
  startForm(explored, show);
  pressAgain(home.pressed);
  home.controls.append(status);
  if (location.search !== '' || knownHere() !== null) show();
  else travel.show();
}

/** The first press brings this module, and would be lost with it: a finger does not hover before. */
function pressAgain(pressed: EventTarget | null): void {
  if (pressed instanceof HTMLButtonElement) pressed.click();
  if (pressed instanceof HTMLInputElement) pressed.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Says the answer to who cannot see it; not at every minute, only when something was asked. */
const status = element('p', { class: 'aside', role: 'status' });

/** Answers a wish: filters the week, measures distances, draws. */
function answer(home: Home, wish: Wish): void {
  const { week } = home;
  const trucks = readFollowed(week.city).flatMap((one) => (one.startsWith('truck/') ? [one.slice(6)] : []));
  const here = knownHere();
  const from = wish.near !== '' ? pointsNear(week, wish.near) : here === null ? [] : [here];
  const meters = metersFrom(week, from);
  const far = (place: string) => meters.get(place) ?? Infinity;
  home.question = {
    visits: openVisits(week, keepOf(week, wish, new Set(trucks))),
    minute: wish.at,
    distance: (place) => (meters.has(place) ? formatDistance(far(place)) : ''),
    order: from.length > 0 ? (a, b) => far(a.visit.place.slug) - far(b.visit.place.slug) : null,
  };
  home.draw();
  if (wish.near !== '') document.getElementById('now-more')!.textContent = asked.nearest(wish.near);
  const said = ['now-count', 'now-time', 'now-more'].map(
    (id) => document.getElementById(id)?.textContent ?? '',
  );
  status.textContent = said.join('. ');
}

const boxes = { cold: 'hot', permit: 'permitted', follow: 'followed' } as const;

function startForm({ home, change }: Explored, show: () => void): void {
  const { controls, week } = home;
  for (const [name, { name: labels, slug }] of Object.entries({
    food: week.foods,
    area: week.neighborhoods,
  })) {
    const select = controls.querySelector<HTMLSelectElement>(`[name=${name}]`);
    if (select === null) continue;
    // A page in another language has the names of foods already.
    const named = new Map([...select.options].map((option) => [option.value, option.text]));
    select.replaceChildren(
      new Option(named.get(''), ''),
      ...labels.map((label, index) => new Option(named.get(slug[index] ?? '') ?? label, slug[index])),
    );
  }
  controls.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLSelectElement) change({ [target.name]: target.value });
    if (target instanceof HTMLInputElement)
      change({ [boxes[target.name as keyof typeof boxes]]: target.checked });
  });
  const near = controls.querySelector<HTMLButtonElement>('[name=near]');
  near?.addEventListener('click', () => {
    if (near.getAttribute('aria-pressed') === 'true') {
      forgetHere();
      change({ near: '' });
      return;
    }
    near.disabled = true;
    askHere()
      .then(show, () => tell(controls, asked.noPlace))
      .finally(() => (near.disabled = false));
  });
}

function tell(controls: HTMLElement, text: string): void {
  controls.querySelector('[role=alert]')?.remove();
  controls.append(element('p', { role: 'alert' }, text));
}

/** What the controls show is the wish, also after Back and in a link that was sent. */
function showForm({ controls }: Home, wish: Wish): void {
  for (const select of controls.querySelectorAll('select'))
    select.value = wish[select.name as 'food' | 'area'];
  for (const input of controls.querySelectorAll<HTMLInputElement>('input'))
    input.checked = wish[boxes[input.name as keyof typeof boxes]];
  const near = controls.querySelector('[name=near]');
  const pressed = wish.near !== '' || knownHere() !== null;
  near?.setAttribute('aria-pressed', String(pressed));
}
