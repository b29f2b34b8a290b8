import { weekdays, type Weekday } from '../../schedule/week.ts';
import { dayTruck, windowsOn, type DayTruck } from '../../site/day-trucks.ts';
import { groupByTruck } from '../../site/hour-trucks.ts';
import { daysNav } from '../../site/navigation.ts';
import { dayWidth } from '../../site/picture.ts';
import { dayPath } from '../../site/urls.ts';
import timetableStyle from '../../styles/timetable.css?url';
import { element } from '../dom.ts';
import { ribbon } from './hour.ts';
import { axis, badges, daysNavigation, linkElement, type Drawing, type Kept } from './kept.ts';
import { pictureElement } from './pictures.ts';

/** One day: every truck as a row of 24 hours. */
export function drawDay(kept: Kept, day: Weekday): Drawing {
  const { week, words } = kept;
  const { city } = week;
  const open = kept.entries.filter((entry) => windowsOn(entry, day).length > 0);
  const trucks = groupByTruck(open).map((entries) => dayTruck({ city, day }, entries, words));
  const { truck: who, from, until, where, daySummary } = words.hours;
  const head = [who, from, until, where].map((text) => element('th', { scope: 'col' }, text));
  const hours = axis([0, 3, 6, 9, 12, 15, 18, 21].map(words.times.tick));
  const table = element(
    'table',
    { class: 'day' },
    element('thead', {}, element('tr', {}, ...head, element('td', { 'aria-hidden': 'true' }, hours))),
    element('tbody', {}, ...trucks.map((truck) => row(kept, truck))),
  );
  return {
    heading: words.first.weekday(weekdays.indexOf(day)),
    sum: daySummary(trucks.length),
    style: timetableStyle,
    nodes: [
      daysNavigation(
        kept,
        daysNav(words, day, (other) => dayPath(city, other)),
      ),
      ribbon(kept, day, null),
      table,
    ],
  };
}

function row(kept: Kept, truck: DayTruck): HTMLElement {
  return element(
    'tr',
    {},
    element('th', { scope: 'row' }, linkElement(kept, truck), ...badges(kept, truck.badge)),
    element('td', {}, truck.from),
    element('td', {}, truck.until),
    element('td', {}, linkElement(kept, truck.where)),
    element('td', {}, pictureElement(truck.picture, dayWidth)),
  );
}
