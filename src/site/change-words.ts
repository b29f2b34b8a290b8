import type { CityChange, WeekTime } from '../schedule/city-changes.ts';
import { cutText, listLength } from './text.ts';
import { readingWeek, shortDaysText, shortWindow } from './times.ts';
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

/** A change in words. */
export function toldChange(city: string, change: CityChange): ToldChange {
  const { truck, place } = change;
  return {
    truck: { label: cutText(truck.name, listLength.name), href: truckPath(city, truck.slug) },
    place: place && { label: cutText(place.name, listLength.name), href: placePath(city, place.slug) },
    words: wordsOf(change),
  };
}

function wordsOf({ kind, place, from, places, before, after }: CityChange): string {
  const where = place === null ? `${places} places` : cutText(place.name, listLength.name);
  const at = `at ${where}`;
  const [then, now] = [timesText(before), timesText(after)];
  switch (kind) {
    case 'appeared':
      return withTimes(`may now stop ${at}`, now);
    case 'gone':
      return withTimes(`is no longer listed ${at}`, then && `before ${then}`);
    case 'moved':
      return from === null ? `moved, ${at}` : `moved from ${cutText(from.name, listLength.name)} to ${where}`;
    case 'times':
      return place === null ? `has other times ${at}` : `${at}: now ${now}; before ${then}`;
    case 'lapsed':
      return `has no permit in force any more ${at}`;
    case 'expired':
      return `is renewing its permit ${at}`;
    case 'renewed':
      return withTimes(`has a permit in force again ${at}`, now);
    case 'doubted':
      return `${at}: the city’s text and its hours disagree now`;
    case 'settled':
      return withTimes(`${at}: the city’s text and its hours agree again`, now);
  }
}

function withTimes(words: string, times: string): string {
  return times === '' ? words : `${words}${words.includes(': ') ? ',' : ':'} ${times}`;
}

/** "Mon–Fri 11 am–2 pm, Sat noon–3 pm". */
function timesText(times: readonly WeekTime[]): string {
  return times
    .map(({ days, start, end }) => {
      const inOrder = readingWeek.filter((day) => days.includes(day));
      return `${shortDaysText(inOrder)} ${shortWindow({ start, end })}`;
    })
    .join(', ');
}
