import { dayWidth, weekPicture, weekWidth } from '../../site/picture.ts';
import { closedText, closedView } from '../../site/closed-text.ts';
import { placeLink, type Badge } from '../../site/refs.ts';
import { commonBadge, routeOf, type RouteDay } from '../../site/route.ts';
import { weekTrucks, type WeekTruck } from '../../site/week-trucks.ts';
import weekStyle from '../../styles/week.css?url';
import type { EntryView } from '../../site/entry-view.ts';
import { readingWeek } from '../../words/days.ts';
import { closedTrucks } from '../closed.ts';
import { element } from '../dom.ts';
import { showNext } from '../next.ts';
import { axis, badges, linkElement, timeElement, withMap, type Drawing, type Kept } from './kept.ts';
import { pictureElement } from './pictures.ts';

/** One truck: its week, its route. Null when the week knows no such truck. */
export function drawTruck(kept: Kept, slug: string): Drawing | null {
  const {
    words,
    week: { trucks, city, timeZone, foods: kinds },
  } = kept;
  const index = trucks.slug.indexOf(slug);
  if (index < 0) return null;
  const own = kept.entries.filter(({ truck }) => truck.slug === slug);
  const places = [...new Set(own.map(({ place }) => place))];
  const route = routeOf(own, { linkOf: ({ place }) => placeLink(city, place), noteLength: 0, words });
  const told = commonBadge(route);
  const foods = (trucks.foods[index] ?? []).map((food) => words.kind(kinds.name[food] ?? ''));
  const next = element('p', { class: 'next', 'data-zone': timeZone });
  const closed = closedTrucks(kept.week)[slug] ?? [];
  const days = route.map((day) => routeSection(kept, day, told));
  if (closed.length > 0) for (const day of days) day.dataset['closed'] = closedText(closed);
  const shut = closedView(closed, words).map(({ text, until }) =>
    element('b', { 'data-until': until }, text),
  );
  const notes = element('p', { class: 'note' }, foods.join(words.comma));
  return {
    heading: trucks.name[index] ?? slug,
    sum: summaryOf(kept, own, words.frame.spots(places.length)),
    style: weekStyle,
    nodes: [
      ...badges(kept, told),
      ...(own.length > 0 ? [next] : []),
      ...(shut.length > 0 ? [element('p', { class: 'closed' }, ...shut)] : []),
      notes,
      withMap([weekGrid(kept, own), ...days], places),
    ],
    start: () => void showNext(next),
  };
}

function weekGrid({ words: { times } }: Kept, own: readonly EntryView[]): HTMLElement {
  return element(
    'div',
    { class: 'week', 'aria-hidden': 'true' },
    axis(readingWeek.map(times.shortWeekday), ''),
    pictureElement(weekPicture(own), dayWidth, 70),
    axis([0, 6, 12, 18].map(times.tick)),
  );
}

function routeSection(kept: Kept, { days, stops }: RouteDay, told: Badge | null): HTMLElement {
  const items = stops.map((stop) =>
    element(
      'li',
      { 'data-when': stop.when },
      timeElement(kept, stop),
      element('div', {}, linkElement(kept, stop), ...badges(kept, stop.badge === told ? null : stop.badge)),
    ),
  );
  return element(
    'section',
    { class: 'route' },
    element('h2', {}, days),
    element('ol', { class: 'stops' }, ...items),
  );
}

/** One spot: who comes when. Null when the week knows no such place. */
export function drawPlace(kept: Kept, slug: string): Drawing | null {
  const {
    words,
    week: { places, city, timeZone },
  } = kept;
  const index = places.slug.indexOf(slug);
  if (index < 0) return null;
  const own = kept.entries.filter(({ place }) => place.slug === slug);
  const trucks = weekTrucks(city, own, { words, closed: closedTrucks(kept.week) });
  const next = element('p', { class: 'next', 'data-zone': timeZone });
  const list = element('ol', { class: 'list' }, ...trucks.map((truck) => weekItem(kept, truck)));
  return {
    heading: places.address[index] ?? slug,
    sum: summaryOf(kept, own, words.frame.trucks(trucks.length)),
    style: weekStyle,
    nodes: [
      ...(own.length > 0 ? [next] : []),
      withMap(
        [axis(readingWeek.map(words.times.shortWeekday)), list],
        own.slice(0, 1).map(({ place }) => place),
      ),
    ],
    start: () => void showNext(next),
  };
}

function weekItem(kept: Kept, truck: WeekTruck): HTMLElement {
  const stays = truck.stays.map((stay) =>
    element(
      'li',
      { 'data-when': stay.when },
      element('b', {}, stay.days),
      element('div', {}, timeElement(kept, stay)),
    ),
  );
  return element(
    'li',
    truck.closed === '' ? {} : { 'data-closed': truck.closed },
    element('h2', {}, linkElement(kept, truck), ...badges(kept, truck.badge)),
    pictureElement(truck.week, weekWidth),
    element('ul', { class: 'stops' }, ...stays),
  );
}

/** "3 spots, 5 days a week." */
function summaryOf({ words }: Kept, own: readonly EntryView[], what: string): string {
  const days = new Set(own.map(({ day }) => day)).size;
  return days === 0 ? words.frame.noPermit : words.stops.summary(what, words.stops.days(days));
}
