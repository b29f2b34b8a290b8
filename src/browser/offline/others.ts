import { daysNav } from '../../site/navigation.ts';
import { dayPath } from '../../site/urls.ts';
import homeStyle from '../../styles/home.css?url';
import { cityTime } from '../city-time.ts';
import { withoutClosed } from '../closed.ts';
import { element } from '../dom.ts';
import { momentOf, trucksAmong } from '../moment.ts';
import { stopSection } from '../stop-list.ts';
import { suggestionsFor } from '../suggest.ts';
import { openVisits } from '../week.ts';
import { addressOf, daysNavigation, linkElement, type Drawing, type Kept } from './kept.ts';

function days(kept: Kept): HTMLElement {
  return daysNavigation(
    kept,
    daysNav(kept.words, null, (day) => dayPath(kept.week.city, day)),
  );
}

/** Who is open now, and the way to every day. */
export function drawNow(kept: Kept): Drawing {
  const { week, words } = kept;
  const { first } = words;
  const at = cityTime(week.timeZone);
  const { minute } = at;
  const { open, closing, soon } = momentOf(withoutClosed(week, openVisits(week), at), minute);
  const food = (slug: string) => {
    const foods = week.trucks.foods[week.trucks.slug.indexOf(slug)] ?? [];
    return foods.map((one) => week.foods.name[one]).join(', ');
  };
  const setting = { city: week.city, minute, live: true, distance: () => '', food };
  const now = element(
    'section',
    { class: 'now' },
    ...stopSection(first.open, open, setting),
    ...stopSection(first.closing, closing, setting),
    ...stopSection(first.soon, soon, setting),
  );
  return {
    heading: first.trucksNow(trucksAmong([...open, ...closing]).size),
    sum: first.at(first.weekday(Math.floor(minute / 1440)), first.time(minute % 1440)),
    style: homeStyle,
    nodes: [days(kept), now],
  };
}

/** What the week answers to a search. */
export function drawSearch(kept: Kept, asked: string): Drawing {
  const answers = suggestionsFor(asked, kept.week, cityTime(kept.week.timeZone)).filter(
    ({ kind }) => kind !== 'Search',
  );
  const items = answers.map(({ label, about, path }) =>
    element(
      'li',
      {},
      element('h2', {}, linkElement(kept, { label, href: path })),
      element('p', { class: 'note' }, about),
    ),
  );
  return {
    heading: kept.words.finding.search,
    sum: asked,
    style: homeStyle,
    nodes: [element('ol', { class: 'list' }, ...items), days(kept)],
  };
}

interface Missing {
  readonly heading: string;
  readonly more: string;
}

/** A page that the week does not hold, and the ways on. */
export function drawMissing(kept: Kept, { heading, more }: Missing): Drawing {
  const home = element(
    'a',
    { class: 'chip', href: addressOf(kept, `/${kept.week.city}/`) },
    kept.words.finding.openNow,
  );
  return {
    heading,
    sum: more,
    style: homeStyle,
    nodes: [element('p', { class: 'chips' }, home), days(kept)],
  };
}
