import { closedText, type ClosedTrucks } from './closed-text.ts';
import type { EntryView } from './entry-view.ts';
import { weekLine, type Picture } from './picture.ts';
import { badgeOf, truckLink, type Badge, type Link } from './refs.ts';
import { whenText } from './route.ts';
import { cutText, listLength } from './text.ts';
import type { Words } from '../words/words.ts';
import { weeklyStays, type WeeklyStay } from './weekly.ts';

/** One truck in the week of a place or a neighbourhood: a row of its week grid. */
export interface WeekTruck extends Link {
  readonly badge: Badge | null;
  readonly week: Picture;
  readonly stays: readonly WeekStay[];
  /** The truck's closed days, as `closedText` writes them; empty for none. */
  readonly closed: string;
}

/** What rows are written with besides their entries. */
interface WeekSetting {
  readonly words: Words;
  readonly closed?: ClosedTrucks | undefined;
}

export interface WeekStay {
  /** "Mon–Fri". */
  readonly days: string;
  /** "11 am–2 pm". */
  readonly time: string;
  /** The same for the browser; as `whenText` writes it. */
  readonly when: string;
  /** True when the city gives whole hours only. */
  readonly about: boolean;
  /** The city's words on where exactly, cut, at the first stay that has them; else empty. */
  readonly note: string;
}

/** Who comes when: a row for every truck of the entries, in their order. Only those that count as open are shown. */
export function weekTrucks(
  city: string,
  entries: readonly EntryView[],
  { words, closed = {} }: WeekSetting,
): WeekTruck[] {
  const stays = Map.groupBy(weeklyStays(entries), (stay) => stay.truck);
  const byTruck = Map.groupBy(entries, (entry) => entry.truck);
  return [...byTruck].map(([truck, own]) => {
    const told = new Set<string>();
    return {
      ...truckLink(city, truck),
      badge: badgeOf(own),
      week: weekLine(own),
      stays: (stays.get(truck) ?? []).map((stay) => weekStay(stay, told, words)),
      closed: closedText(closed[truck.slug] ?? []),
    };
  });
}

function weekStay({ days, window, entries }: WeeklyStay, told: Set<string>, { times }: Words): WeekStay {
  const exact = entries.filter((entry) => entry.certainty === 'stated');
  const note = entries.find((entry) => entry.certainty === 'hours' && !told.has(entry.note))?.note ?? '';
  told.add(note);
  return {
    days: times.shortDays(days),
    time: times.window(window),
    when: whenText(days, window),
    about: exact.length === 0,
    note: cutText(note, listLength.note),
  };
}
