import type { EntryView, PlaceRef } from '../../site/entry-view.ts';
import { linkTo } from '../../site/link.ts';
import type { Badge, Link } from '../../site/refs.ts';
import type { WeekData } from '../../site/week-file.ts';
import { segmentOf, type Language } from '../../words/language.ts';
import type { Words } from '../../words/words.ts';
import { element } from '../dom.ts';
import { picturedMap } from './pictures.ts';

/** What pages are drawn from. */
export interface Kept {
  readonly week: WeekData;
  readonly entries: readonly EntryView[];
  /** Of the page that is drawn, as its address has it. */
  readonly language: Language;
  readonly words: Words;
}

/** A page as it is to be shown. */
export interface Drawing {
  readonly heading: string;
  readonly sum: string;
  /** Address of the style that its kind of page has. */
  readonly style: string;
  readonly nodes: readonly Node[];
  /** Called when it stands in the page. */
  readonly start?: () => void;
}

/** An address of the site in the language of the page. */
export function addressOf({ language }: Kept, path: string): string {
  const segment = segmentOf(language);
  return linkTo(segment === undefined ? path : `/${segment}${path}`);
}

/** A link to another page of the site. */
export function linkElement(kept: Kept, { label, href }: Link): HTMLAnchorElement {
  return element('a', { href: addressOf(kept, href) }, label);
}

/** A time in a list. */
export interface Timed {
  readonly time: string;
  readonly about: boolean;
}

/** Times as lists show them, with their sign where the city gives whole hours only. */
export function timeElement({ words }: Kept, { time, about }: Timed): HTMLElement {
  return element(
    'time',
    {},
    ...(about ? [element('abbr', { title: words.frame.wholeHours }, '≈ ')] : []),
    time,
  );
}

/** A permit that is not simply in force. */
export function badges({ words }: Kept, badge: Badge | null): Node[] {
  return badge === null ? [] : [element('span', { class: 'badge' }, words.frame[badge])];
}

/** A list beside the picture of its places, as the site's own pages have it. */
export function withMap(list: readonly Node[], places: readonly PlaceRef[]): HTMLElement {
  return element('div', { class: 'cols' }, element('div', {}, ...list), ...picturedMap(places));
}

/** The days, each a link; that of the page marked. */
export function daysNavigation(kept: Kept, days: readonly (Link & { current: boolean })[]): HTMLElement {
  const links = days.map((day) => {
    const link = linkElement(kept, day);
    if (day.current) link.setAttribute('aria-current', 'page');
    return link;
  });
  return element('nav', { class: 'days', 'aria-label': kept.words.frame.day }, ...links);
}

/** What stands along a picture of a day or a week. */
export function axis(labels: readonly string[], name = 'axis'): HTMLElement {
  return element('p', name === '' ? {} : { class: name }, ...labels.map((label) => element('i', {}, label)));
}
