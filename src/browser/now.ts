import { cityNow } from '../schedule/clock.ts';
import { formatMinutes, formatTime, formatUntil, formatWeekday } from '../schedule/format.ts';
import { weekdays } from '../schedule/week.ts';
import { base } from '../site/link.ts';
import type { WeekData } from '../site/week-file.ts';
import { element } from './dom.ts';
import { openVisits, opensIn, windowAt, type Visit } from './week.ts';

/** Open for at most so many minutes more: "closing soon". */
const closingMinutes = 15;
/** How far ahead the home page looks. */
const soonMinutes = 60;

interface Line {
  readonly visit: Visit;
  readonly text: string;
  readonly closing: boolean;
}

/** Draws who is open now and who opens soon, again at every minute, from a week that is fetched once. */
export async function showOpenNow(box: HTMLElement): Promise<void> {
  const { week = '', city = '', zone = 'UTC' } = box.dataset;
  const response = await fetch(week).catch(() => null);
  if (response?.ok !== true) {
    box.replaceChildren(element('p', {}, 'The week did not load. Choose an hour below.'));
    return;
  }
  const visits = openVisits((await response.json()) as WeekData);
  const draw = () => {
    showNow(box, visits, { city, now: cityNow(zone, new Date()) });
    setTimeout(draw, 60_000 - (Date.now() % 60_000));
  };
  draw();
}

type Moment = { readonly city: string; readonly now: ReturnType<typeof cityNow> };

function showNow(box: HTMLElement, visits: readonly Visit[], { city, now }: Moment): void {
  const minute = weekdays.indexOf(now.weekday) * 1440 + now.minute;
  const open = visits.flatMap((visit): Line[] => {
    const window = windowAt(visit, minute);
    if (window === null) return [];
    return [{ visit, text: formatUntil(minute + window.end), closing: window.end <= closingMinutes }];
  });
  const soon = visits
    .flatMap((visit) => ({ visit, wait: opensIn(visit, minute, soonMinutes) ?? Infinity }))
    .filter(({ wait }) => wait <= soonMinutes)
    .sort((a, b) => a.wait - b.wait)
    .map(({ visit, wait }): Line => ({ visit, text: `in ${formatMinutes(wait)}`, closing: false }));
  setText('now-time', `${formatWeekday(now.weekday)}, ${formatTime(now.minute)}`);
  setText('now-count', summary(open));
  const focused = document.activeElement?.getAttribute('href');
  box.replaceChildren(
    list(city, open),
    ...(soon.length > 0 ? [element('h2', {}, 'Opening within the hour'), list(city, soon)] : []),
  );
  if (focused) box.querySelector<HTMLElement>(`a[href="${focused}"]`)?.focus();
}

function summary(open: readonly Line[]): string {
  const trucks = new Set(open.map(({ visit }) => visit.truck.slug)).size;
  const closing = open.filter((line) => line.closing).length;
  if (trucks === 0) return 'No truck.';
  const count = `${trucks} ${trucks === 1 ? 'truck' : 'trucks'} at ${open.length} ${open.length === 1 ? 'spot' : 'spots'}`;
  return closing > 0 ? `${count}, ${closing} closing soon.` : `${count}.`;
}

function list(city: string, lines: readonly Line[]): HTMLElement {
  const made = element('ol', { class: 'list' });
  // A truck stands once, where its first line does, with all its stops.
  const stopsOf = new Map<string, HTMLElement>();
  for (const { visit, text, closing } of lines) {
    const { truck, place, about } = visit;
    let stops = stopsOf.get(truck.slug);
    if (stops === undefined) {
      stops = element('ul', { class: 'stops' });
      stopsOf.set(truck.slug, stops);
      const name = element('a', { href: `${base}${city}/truck/${truck.slug}/` }, truck.name.slice(0, 80));
      made.append(element('li', {}, element('h2', {}, name), stops));
    }
    const sign = about ? [element('abbr', { title: 'The city gives whole hours only' }, '≈ ')] : [];
    stops.append(
      element(
        'li',
        {},
        element('time', closing ? { class: 'hot' } : {}, ...sign, text),
        element('a', { href: `${base}${city}/place/${place.slug}/` }, place.address.slice(0, 80)),
      ),
    );
  }
  return made;
}

function setText(id: string, text: string): void {
  const found = document.getElementById(id);
  if (found !== null && found.textContent !== text) found.textContent = text;
}
