import { base } from '../site/link.ts';
import { asked } from './asked.ts';
import { pageBase } from './page-link.ts';
import type { WeekData } from '../site/week-file.ts';
import { cityTime, type CityTime } from './city-time.ts';
import { withoutClosed } from './closed.ts';
import { element } from './dom.ts';
import { fetchJson } from './fetch-json.ts';
import { hashFromList, listFromHash, readFollowed, writeFollowed, type Followed } from './follow.ts';
import { mergeCalendars } from './merge-calendars.ts';
import { nextStops, nextText } from './next-stop.ts';
import { openVisits, type Visit } from './week.ts';

/** Stops told of each truck or place. */
const stopsTold = 3;

interface Page {
  readonly box: HTMLElement;
  readonly city: string;
  readonly week: WeekData;
  readonly visits: readonly Visit[];
  readonly now: () => CityTime;
}

const box = document.getElementById('following');
if (box !== null) void openList(box);

async function openList(box: HTMLElement): Promise<void> {
  const { week = '', zone = 'UTC', city = '' } = box.dataset;
  const data = await fetchJson<WeekData>(week);
  if (data === null) {
    box.replaceChildren(element('p', { role: 'alert' }, asked.noWeek));
    return;
  }
  const page: Page = { box, city, week: data, visits: openVisits(data), now: () => cityTime(zone) };
  const draw = () => drawList(page);
  for (const event of ['hashchange', 'storage', 'pageshow']) addEventListener(event, draw);
  const tick = () => {
    draw();
    setTimeout(tick, 60_000 - (Date.now() % 60_000));
  };
  tick();
}

function drawList(page: Page): void {
  const { box, city } = page;
  const own = readFollowed(city);
  const sent = listFromHash(location.hash);
  const isSent = sent.length > 0 && sent.join() !== own.join();
  const shown = isSent ? sent : own;
  const focused = document.activeElement?.getAttribute('data-key');
  box.replaceChildren(
    ...(isSent ? [sentBox(page, own, sent)] : []),
    shown.length === 0
      ? element('p', {}, asked.nothingFollowed)
      : element('ol', { class: 'list' }, ...shown.map((one) => followedItem(page, one, isSent))),
    ...(shown.length === 0 ? [] : [actions(page, shown)]),
  );
  if (focused) box.querySelector<HTMLElement>(`[data-key="${focused}"]`)?.focus();
}

function sentBox({ city }: Page, own: Followed, sent: Followed): HTMLElement {
  const keep = button(asked.followAll, 'keep', () => {
    writeFollowed(city, [...new Set([...own, ...sent])]);
    location.hash = '';
  });
  const leave = button(asked.ownList, 'leave', () => (location.hash = ''));
  return element('div', {}, element('p', {}, asked.listSent), element('p', { class: 'chips' }, keep, leave));
}

function followedItem(
  { city, week, visits, now: clock }: Page,
  followed: string,
  isSent: boolean,
): HTMLElement {
  const [kind = '', slug = ''] = followed.split('/');
  const isTruck = kind === 'truck';
  const table = isTruck ? week.trucks : week.places;
  const index = table.slug.indexOf(slug);
  const name = (isTruck ? week.trucks.name : week.places.address)[index];
  const now = clock();
  const own = visits.filter((visit) => (isTruck ? visit.truck : visit.place).slug === slug);
  const stops = nextStops(withoutClosed(week, own, now), now.minute);
  const lines = stops.slice(0, stopsTold).map((stop) => {
    const { truck, place } = stop.visit;
    const [href, label] = isTruck
      ? [`place/${place.slug}/`, place.address]
      : [`truck/${truck.slug}/`, truck.name];
    const link = element('a', { href: `${pageBase}${city}/${href}` }, label.slice(0, 80));
    return element('li', {}, element('time', {}, nextText(stop, now.minute)), link);
  });
  const remove = button(asked.unfollow, `not-${followed}`, () => {
    writeFollowed(
      city,
      readFollowed(city).filter((one) => one !== followed),
    );
    dispatchEvent(new Event('hashchange'));
  });
  remove.setAttribute('aria-label', asked.unfollowNamed(name ?? slug));
  const title = element('a', { href: `${pageBase}${city}/${followed}/` }, (name ?? slug).slice(0, 80));
  const none = name === undefined ? asked.offSchedule : own.length > 0 ? asked.closed : asked.noPermit;
  return element(
    'li',
    {},
    element('h2', {}, title),
    lines.length === 0 ? element('p', { class: 'note' }, none) : element('ul', { class: 'stops' }, ...lines),
    ...(isSent ? [] : [remove]),
  );
}

function actions({ box, city }: Page, shown: Followed): HTMLElement {
  const said = element('p', { role: 'status' });
  const send = button(asked.sendList, 'send', () => {
    const url = `${location.origin}${location.pathname}${hashFromList(shown)}`;
    const done = navigator.share?.({ title: document.title, url }) ?? navigator.clipboard.writeText(url);
    done.then(
      () => (said.textContent = 'share' in navigator ? '' : asked.linkCopied),
      () => (said.textContent = url),
    );
  });
  const calendar = button(asked.calendarOfAll, 'calendar', () => {
    said.textContent = asked.gathering;
    void gather(city, shown).then(({ texts, missing }) => {
      if (texts.length > 0) download(mergeCalendars(texts, box.dataset['name'] ?? ''));
      said.textContent = missing === 0 ? '' : asked.missing(missing, shown.length);
    });
  });
  return element('div', {}, element('p', { class: 'chips' }, send, calendar), said);
}

/** The calendars of a list, one after the other: nobody's list may become a storm. */
async function gather(city: string, shown: Followed): Promise<{ texts: string[]; missing: number }> {
  const texts: string[] = [];
  for (const one of shown) {
    const response = await fetch(`${base}${city}/${one}.ics`).catch(() => null);
    if (response?.ok === true) texts.push(await response.text());
  }
  return { texts, missing: shown.length - texts.length };
}

function download(text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/calendar' }));
  element('a', { href: url, download: 'food-trucks.ics' }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

function button(text: string, key: string, act: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button', class: 'chip', 'data-key': key }, text);
  made.addEventListener('click', act);
  return made;
}
