import type { CityChange, WeekTime } from '../schedule/city-changes.ts';
import { cutText, listLength } from './text.ts';
import { readingWeek } from '../words/days.ts';
import { english } from '../words/en/index.ts';
import type { Words } from '../words/words.ts';
import type { Link } from './refs.ts';
import { placePath, truckPath } from './urls.ts';

/** A change as readers are told of it. */
export interface ToldChange {
  readonly truck: Link;
  /** Null when it happened at several places. */
  readonly place: Link | null;
  /** What follows the truck's name: "at 401 Clay St: now Fri noon–1 pm, before Fri noon–2 pm". */
  readonly words: string;
}

/** A change in words; in English for feeds. */
export function toldChange(city: string, change: CityChange, words: Words = english): ToldChange {
  const { truck, place } = change;
  return {
    truck: { label: cutText(truck.name, listLength.name), href: truckPath(city, truck.slug) },
    place: place && { label: cutText(place.name, listLength.name), href: placePath(city, place.slug) },
    words: wordsOf(change, words),
  };
}

function wordsOf({ kind, place, from, places, before, after }: CityChange, words: Words): string {
  const { changes } = words;
  const where = place === null ? changes.places(places) : cutText(place.name, listLength.name);
  const [then, now] = [timesText(before, words), timesText(after, words)];
  switch (kind) {
    case 'appeared':
      return changes.appeared(where, now);
    case 'gone':
      return changes.gone(where, then);
    case 'moved':
      return changes.moved(from === null ? '' : cutText(from.name, listLength.name), where);
    case 'times':
      return place === null ? changes.otherTimes(where) : changes.times(where, now, then);
    case 'lapsed':
      return changes.lapsed(where);
    case 'expired':
      return changes.expired(where);
    case 'renewed':
      return changes.renewed(where, now);
    case 'doubted':
      return changes.doubted(where);
    case 'settled':
      return changes.settled(where, now);
  }
}

/** "Mon–Fri 11 am–2 pm, Sat noon–3 pm". */
function timesText(changed: readonly WeekTime[], { times, comma }: Words): string {
  return changed
    .map(({ days, start, end }) => {
      const inOrder = readingWeek.filter((day) => days.includes(day));
      return `${times.shortDays(inOrder)} ${times.window({ start, end })}`;
    })
    .join(comma);
}
