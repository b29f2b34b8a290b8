import type { WeekData } from '../site/week-file.ts';
import { timeWordsAt, type TimeWords } from './time-words.ts';
import { pointsNear } from './whereabouts.ts';
import { anyWish, type Wish } from './wish.ts';
import { fitOf, fitOfAll, wordsOf } from './words.ts';

/** A search as understood: "coffee near 4th and Mission now". */
export interface Understood {
  /** What it asks of the home page. */
  readonly wish: Wish;
  /** True when it names a day, a time or "now". */
  readonly hasTime: boolean;
  /** Words that say neither when nor where: names, food, anything. */
  readonly words: readonly string[];
  /** Those of them that are no food either. */
  readonly rest: readonly string[];
}

/** Words before a place that say nothing by themselves. */
const before = new Set(['near', 'by', 'around', 'at', 'on', 'in', '@', 'close', 'to']);
const empty = new Set(['the', 'a', 'for', 'food', 'truck', 'trucks', 'open', ...before]);

/** Understands a search in the week it is asked of; `minute` is the minute of the week at which it is asked. */
export function understand(text: string, week: WeekData, minute: number): Understood {
  const words = wordsOf(text);
  const known = new Set([...week.trucks.name, ...week.places.address].flatMap(wordsOf));
  const when: TimeWords[] = [];
  const where: string[] = [];
  const what: string[] = [];
  let isPlace = false;
  for (let index = 0; index < words.length;) {
    const word = words[index] ?? '';
    const time = timeWordsAt(words, index, known);
    if (time !== null) when.push(time);
    else if (before.has(word)) isPlace = true;
    else (isPlace ? where : what).push(word);
    if (time !== null) isPlace = false;
    index += time?.length ?? 1;
  }
  const place = placeWish(where.filter((word) => !(word === 'the')).join(' '), week);
  const left = [...what, ...(place === null ? where : [])].filter((word) => !empty.has(word));
  const { food, rest } = foodIn(left, week, known);
  const wish = { ...anyWish, ...place, food, at: minuteOf(when, minute) };
  return { wish, hasTime: when.length > 0, words: left, rest };
}

/** A neighbourhood, else whatever lies near a street; null when neither is known by that name. */
function placeWish(text: string, week: WeekData): Pick<Wish, 'area' | 'near'> | null {
  const typed = wordsOf(text);
  if (typed.length === 0) return null;
  const { name, slug } = week.neighborhoods;
  const area = typed.includes('and') ? -1 : name.findIndex((one) => isNameOf(wordsOf(one), typed));
  if (area >= 0) return { area: slug[area] ?? '', near: '' };
  return pointsNear(week, text).length > 0 ? { area: '', near: text } : null;
}

/** "mission" and "south of market" are neighbourhoods, but "market" is a street. */
function isNameOf(name: readonly string[], typed: readonly string[]): boolean {
  return fitOf(typed[0] ?? '', name[0] ?? '') >= 2.5 && fitOfAll(typed, name) >= 2;
}

/** The kind of food that words name, "hot dogs" before "dogs", and the words that are left. */
function foodIn(words: readonly string[], week: WeekData, known: ReadonlySet<string>) {
  for (const length of [3, 2, 1]) {
    for (let start = 0; start + length <= words.length; start++) {
      const typed = words.slice(start, start + length);
      const least = typed.every((word) => known.has(word)) ? 2.5 : 1;
      const food = week.foods.name.findIndex((name) =>
        name
          .split(' and ')
          .map(wordsOf)
          .some(
            (one) =>
              one.length === length &&
              one.every(
                (word, at) => fitOf(typed[at] ?? '', word) >= least && isWhole(typed[at] ?? '', word),
              ),
          ),
      );
      if (food >= 0) {
        const rest = [...words.slice(0, start), ...words.slice(start + length)];
        return { food: week.foods.slug[food] ?? '', rest };
      }
    }
  }
  return { food: '', rest: words };
}

/** "cof" may become anything; "coffe" is coffee. */
function isWhole(typed: string, word: string): boolean {
  return Math.abs(typed.length - word.length) <= 2;
}

/** The minute that words ask for: a time without a day is the next such time, a day without a time its noon. */
function minuteOf(when: readonly TimeWords[], minute: number): number | null {
  if (when.some(({ now }) => now)) return null;
  const day = when.find((one) => one.day !== undefined)?.day;
  const time = when.find((one) => one.minute !== undefined)?.minute;
  const today = Math.floor(minute / 1440);
  if (day === undefined) {
    if (time === undefined) return null;
    return ((time >= minute % 1440 ? today : today + 1) % 7) * 1440 + time;
  }
  const wanted = 'weekday' in day ? day.weekday : (today + day.ahead) % 7;
  if (wanted === today && time === undefined) return null;
  // Midnight ends the day that is named before it.
  const late = time === 0 ? 1 : 0;
  return ((wanted + late) % 7) * 1440 + (time ?? 720);
}
