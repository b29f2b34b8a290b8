import { isWeekday } from '../../schedule/week.ts';
import { base } from '../../site/link.ts';
import { languageOfPath } from '../../site/urls.ts';
import type { WeekData } from '../../site/week-file.ts';
import { element } from '../dom.ts';
import { drawDay } from './day.ts';
import { entriesOf } from './entries.ts';
import { drawHour } from './hour.ts';
import type { Drawing, Kept } from './kept.ts';
import { drawMissing, drawNow, drawSearch } from './others.ts';
import { drawPlace, drawTruck } from './subject.ts';
import { speak } from './speak.ts';

// The worker answers with this page for any that it cannot have, under that page's address.
const box = document.getElementById('offline');
if (box !== null) void open(box);

async function open(place: HTMLElement): Promise<void> {
  const words = speak();
  const response = await fetch(place.dataset['week'] ?? '').catch(() => null);
  if (response?.ok !== true) {
    place.replaceChildren(element('p', {}, words.offline.noWeek));
    return;
  }
  tellSaved(response.headers.get('x-saved'));
  const week = (await response.json()) as WeekData;
  const { language, path } = languageOfPath(`/${location.pathname.slice(base.length)}`);
  const kept = { week, entries: entriesOf(week), language, words };
  const rest = path.startsWith(`/${week.city}/`) ? path.slice(week.city.length + 2) : path.slice(1);
  await show(place, kept, drawingOf(kept, rest));
}

/** The page is as old as the week that it is drawn from. */
function tellSaved(time: string | null): void {
  const page = document.querySelector<HTMLElement>('[data-saved]');
  if (page === null || time === null) return;
  page.dataset['saved'] = time;
  dispatchEvent(new Event('curbside-saved'));
}

/** What to show for an address below the city's home. */
function drawingOf(kept: Kept, path: string): Drawing {
  const words = kept.words.offline;
  const [first = '', second = ''] = path.split('/');
  if (isWeekday(first))
    return /^([01]\d|2[0-3])$/.test(second) ? drawHour(kept, first, Number(second)) : drawDay(kept, first);
  const gone = () => drawMissing(kept, { heading: words.gone, more: words.goneMore });
  if (first === 'truck') return drawTruck(kept, second) ?? gone();
  if (first === 'place') return drawPlace(kept, second) ?? gone();
  if (first === 'search') return drawSearch(kept, new URLSearchParams(location.search).get('q') ?? '');
  if (first === '' || first === 'offline') return drawNow(kept);
  return drawMissing(kept, { heading: words.notKept, more: words.notKeptMore });
}

async function show(place: HTMLElement, { words }: Kept, drawing: Drawing): Promise<void> {
  const { heading, sum, style, nodes, start } = drawing;
  await loadStyle(style);
  const title = document.querySelector('h1');
  title?.replaceChildren(heading.slice(0, 80));
  title?.after(element('p', { class: 'sum' }, ...marked(sum)));
  document.title = heading;
  place.replaceChildren(...nodes, element('p', { class: 'note' }, words.offline.drawn));
  start?.();
}

/** What is drawn before its style has come would jump. */
function loadStyle(href: string): Promise<void> {
  const link = element('link', { rel: 'stylesheet', href });
  document.head.append(link);
  return new Promise((resolve) => {
    for (const event of ['load', 'error']) link.addEventListener(event, () => resolve());
  });
}

/** Words in brackets stand out, as in the site's own pages. */
function marked(text: string): (Node | string)[] {
  return text.split(/\[([^\]]*)\]/).map((part, index) => (index % 2 === 1 ? element('b', {}, part) : part));
}
