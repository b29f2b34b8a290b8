import { cityNow } from '../schedule/clock.ts';
import { weekdays } from '../schedule/week.ts';
import type { WeekData } from '../site/week-file.ts';
import type { withoutClosed } from './closed.ts';
import { element } from './dom.ts';
import { fetchJson } from './fetch-json.ts';
import { trucksAmong, momentOf, type Stop } from './moment.ts';
import { language, words } from './speech.ts';
import { stopSection } from './stop-list.ts';
import { openVisits, type Visit } from './week.ts';

/** What the reader asks of the home page. Whoever asks nothing gets everything that is open now. */
export interface Question {
  readonly visits: readonly Visit[];
  /** Minute of the week; null is now. */
  readonly minute: number | null;
  readonly distance: (place: string) => string;
  /** Puts the nearest first; null leaves them A–Z. */
  readonly order: ((a: Stop, b: Stop) => number) | null;
}

/** The home page, for what is loaded when the reader asks more of it. */
export interface Home {
  readonly box: HTMLElement;
  readonly controls: HTMLElement;
  readonly strip: HTMLElement;
  week: WeekData;
  question: Question;
  /** The minute of the week that is shown: the city's clock, unless the reader travels. */
  readonly minute: () => number;
  readonly draw: () => void;
  /** Takes out who is closed; null while no owner has named a day. */
  held: typeof withoutClosed | null;
  /** The control that was pressed last, perhaps before it could answer. */
  pressed: EventTarget | null;
}

/** Width of an hour of the strip. */
export const hourPixels = 24;

type HomeParts = readonly [box: HTMLElement, controls: HTMLElement, strip: HTMLElement];

// Other pages load this too, for what stands in the same file; the page that has one part has all three.
const parts = ['now', 'ask', 'strip'].map((id) => document.getElementById(id)!) as unknown as HomeParts;
if (parts[0] !== null) void openHome(parts);

/** Draws who is open now, again at every minute, from a week that is fetched once; the rest comes when it is asked for. */
async function openHome([box, controls, strip]: HomeParts): Promise<void> {
  const data = await fetchJson<WeekData>(box.dataset['week'] ?? '');
  if (data === null) {
    box.replaceChildren(element('p', {}, words.noWeek));
    return;
  }
  const nothing = { minute: null, distance: () => '', order: null };
  const home: Home = {
    box,
    controls,
    strip,
    week: data,
    question: { visits: openVisits(data), ...nothing },
    minute: () => {
      const now = cityNow(data.timeZone, new Date());
      return home.question.minute ?? weekdays.indexOf(now.weekday) * 1440 + now.minute;
    },
    draw: () => drawHome(home),
    held: data.closed ? (await import('./closed.ts')).withoutClosed : null,
    pressed: null,
  };
  let asked: Promise<void> | null = null;
  const ask = () => {
    asked ??= import('./explore.ts').then(({ explore }) => explore(home)).catch(() => void (asked = null));
  };
  for (const event of ['pointerover', 'focusin']) controls.addEventListener(event, ask);
  controls.addEventListener('click', ({ target }) => (home.pressed = target));
  if (location.search !== '') ask();
  // Once in half an hour to an hour and a half: readers who came together do not ask together.
  const later = () => {
    const renewed = () => import('./renew.ts').then(({ renew }) => renew(home)).catch(() => undefined);
    setTimeout(() => void renewed().then(later), 3.6e6 * (0.5 + Math.random()));
  };
  later();
  const tick = () => {
    home.draw();
    setTimeout(tick, 60_000 - (Date.now() % 60_000));
  };
  tick();
  if (wantedLanguage().slice(0, 2) !== language.slice(0, 2))
    void import('./offer-language.ts').then(({ offerLanguage }) => offerLanguage(wantedLanguage()));
}

/** The language kept as the reader's, else the browser's own. */
function wantedLanguage(): string {
  try {
    return localStorage.getItem('curbside.language') ?? navigator.language;
  } catch {
    return language;
  }
}

function drawHome({ box, controls, strip, week, question, held, minute: minuteOf }: Home): void {
  const minute = minuteOf();
  const visits = held?.(week, question.visits, { minute, instant: new Date() }) ?? question.visits;
  const live = question.minute === null;
  const { open, closing, soon, left } = momentOf(visits, minute);
  const { trucks, foods } = week;
  const setting = {
    city: week.city,
    minute,
    live,
    distance: question.distance,
    food: (slug: string) =>
      (trucks.foods[trucks.slug.indexOf(slug)] ?? [])
        .slice(0, 5)
        .map((food) => foodName(controls, foods.slug[food] ?? '') ?? foods.name[food])
        .join(', '),
  };
  const here = trucksAmong([...open, ...closing]);
  const more = [...trucksAmong(soon)].filter((truck) => !here.has(truck)).length;
  setText('now-count', (live ? words.trucksNow : words.trucks)(here.size));
  setText('now-time', words.at(words.weekday(Math.floor(minute / 1440)), words.time(minute)));
  setText('now-more', words.moreSoon(more));
  const focused = document.activeElement?.getAttribute('href');
  box.replaceChildren(
    ...stopSection(words.open, question.order ? [...open].sort(question.order) : open, setting),
    ...stopSection(words.closing, closing, setting),
    ...stopSection(words.soon, soon, setting),
    ...(live ? stopSection(words.left, left, setting) : []),
  );
  if (focused) box.querySelector<HTMLElement>(`a[href="${focused}"]`)?.focus();
  if (live) strip.scrollLeft = (minute / 60) * hourPixels;
}

/** What a page in another language calls a kind of food. */
function foodName(controls: HTMLElement, slug: string): string | undefined {
  return controls.querySelector<HTMLOptionElement>(`[name=food] [value="${slug}"]`)?.text;
}

function setText(id: string, text: string): void {
  document.getElementById(id)!.textContent = text;
}
