import type { Weekday } from '../../schedule/week.ts';
import { overlapsHour } from '../../schedule/overlap.ts';
import type { EntryView } from '../../site/entry-view.ts';
import { groupByTruck, hourTruck, type HourTruck } from '../../site/hour-trucks.ts';
import { joinMidnights } from '../../site/midnight.ts';
import { daysNav, levelsOf, ribbonOf } from '../../site/navigation.ts';
import { windowFrom } from '../../site/time-range.ts';
import { hourPath } from '../../site/urls.ts';
import timetableStyle from '../../styles/timetable.css?url';
import { element } from '../dom.ts';
import { addressOf, badges, daysNavigation, linkElement, timeElement, withMap } from './kept.ts';
import type { Drawing, Kept } from './kept.ts';
import { chart, svgElement } from './pictures.ts';

/** One hour of the week: who is open where, until when. */
export function drawHour(kept: Kept, day: Weekday, hour: number): Drawing {
  const { week, words } = kept;
  const { city } = week;
  const open = entriesAt(kept, day, hour);
  const { ends } = joinMidnights(kept.entries);
  const trucks = groupByTruck(open).map((entries) =>
    hourTruck(city, { hour: { day, hour }, entries, ends }, words),
  );
  const list = element('ol', { class: 'list bars' }, ...trucks.map((truck) => truckItem(kept, truck)));
  const none = trucks.length > 0 ? [] : [element('p', { class: 'empty' }, words.hours.nobody)];
  const places = open.map(({ place }) => place);
  return {
    heading: words.hours.heading(day, hour),
    sum: words.hours.summary(trucks.length, open.length),
    style: timetableStyle,
    nodes: [
      daysNavigation(
        kept,
        daysNav(words, day, (other) => hourPath(city, other, hour)),
      ),
      ribbon(kept, day, hour),
      withMap([list, ...none], places),
    ],
  };
}

function entriesAt({ entries }: Kept, weekday: Weekday, hour: number): EntryView[] {
  return entries.filter(({ day, windows }) =>
    windows.some((range) => overlapsHour(windowFrom(range), day, { weekday, hour })),
  );
}

/** The day as a chart of its hours, each a link. */
export function ribbon(kept: Kept, day: Weekday, current: number | null): HTMLElement {
  const counts = Array.from({ length: 24 }, (_, hour) => {
    return new Set(entriesAt(kept, day, hour).map(({ truck }) => truck)).size;
  });
  const hours = ribbonOf(kept.words, { levels: levelsOf(counts), current }, (hour) =>
    hourPath(kept.week.city, day, hour),
  );
  const links = hours.map(({ href, label, tick, level, current: isCurrent }) => {
    const bar = svgElement('path', { d: `M0 40v-${level}h9v${level}` });
    const link = element('a', { href: addressOf(kept, href), 'aria-label': label });
    if (isCurrent) link.setAttribute('aria-current', 'page');
    link.append(chart('', '0 0 9 40', [bar]), ...(tick ? [element('span', {}, tick)] : []));
    return link;
  });
  return element('nav', { class: 'ribbon', 'aria-label': kept.words.frame.hour }, ...links);
}

function truckItem(kept: Kept, truck: HourTruck): HTMLElement {
  const stops = truck.stops.map((stop) =>
    element(
      'li',
      {},
      chart('line', '0 0 60 8', stop.bar === null ? [] : [svgElement('path', { d: stop.bar })]),
      timeElement(kept, stop),
      linkElement(kept, stop),
    ),
  );
  const food = truck.food.map(({ text }) => text).join('');
  const note = food === '' ? [] : [element('p', { class: 'note' }, food)];
  return element(
    'li',
    {},
    element('h2', {}, linkElement(kept, truck), ...badges(kept, truck.badge)),
    ...note,
    element('ul', { class: 'stops' }, ...stops),
  );
}
