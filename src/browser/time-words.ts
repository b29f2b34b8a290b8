import { weekdays } from '../schedule/week.ts';
import { slipsBetween } from './words.ts';

/** What words say about when. */
export interface TimeWords {
  /** 0 Sunday … 6 Saturday, or days from today. */
  readonly day?: { readonly weekday: number } | { readonly ahead: number };
  /** Minutes from midnight. */
  readonly minute?: number;
  readonly now?: true;
  /** How many words say it. */
  readonly length: number;
}

const short: Readonly<Record<string, number>> = { tues: 2, wednes: 3, thur: 4, thurs: 4 };
const hours: Readonly<Record<string, number>> = {
  morning: 9,
  noon: 12,
  midday: 12,
  lunch: 12,
  lunchtime: 12,
  afternoon: 15,
  evening: 18,
  dinner: 18,
  night: 20,
  midnight: 0,
};

/**
 * What the words from an index on say about a time; null when the first is no time. `known` are words of names and
 * streets, which are no misspelt days.
 */
export function timeWordsAt(
  words: readonly string[],
  index: number,
  known: ReadonlySet<string>,
): TimeWords | null {
  const word = words[index] ?? '';
  if (word === 'now') return { now: true, length: 1 };
  if (word === 'today') return { day: { ahead: 0 }, length: 1 };
  if (word === 'tonight') return { day: { ahead: 0 }, minute: 19 * 60, length: 1 };
  if (word === 'tomorrow' || word === 'tmrw') return { day: { ahead: 1 }, length: 1 };
  if (Object.hasOwn(hours, word)) return { minute: (hours[word] ?? 0) * 60, length: 1 };
  const weekday = weekdayFrom(word, known);
  return weekday === null ? clockAt(words, index) : { day: { weekday }, length: 1 };
}

function weekdayFrom(word: string, known: ReadonlySet<string>): number | null {
  if (Object.hasOwn(short, word)) return short[word] ?? null;
  const exact = weekdays.findIndex((day) => word === day || word === `${day}s` || word === day.slice(0, 3));
  if (exact >= 0) return exact;
  if (word.length < 6 || known.has(word)) return null;
  const near = weekdays.findIndex((day) => day.startsWith(word.slice(0, 1)) && slipsBetween(word, day) <= 2);
  return near >= 0 ? near : null;
}

/** "6pm", "6 pm", "6:30pm", "18:30", and "6" after "at" where nothing but a time can follow. */
function clockAt(words: readonly string[], index: number): TimeWords | null {
  const found = /^(\d{1,2})(?::([0-5]\d))?([ap]m?)?$/.exec(words[index] ?? '');
  if (found === null) return null;
  const next = words[index + 1] ?? '';
  const after = found[3] === undefined && /^[ap]m$/.test(next);
  const half = found[3] ?? (after ? next : '');
  const bare = found[2] === undefined && half === '';
  if (bare && (words[index - 1] !== 'at' || next !== '')) return null;
  const hour = hourFrom(Number(found[1]), half, bare);
  return hour === null ? null : { minute: hour * 60 + Number(found[2] ?? 0), length: after ? 2 : 1 };
}

/** Nobody asks for food trucks at 4 in the morning by "at 4": bare hours up to 7 are in the afternoon. */
function hourFrom(hour: number, half: string, bare: boolean): number | null {
  if (half === '') return hour > 23 ? null : bare && hour >= 1 && hour <= 7 ? hour + 12 : hour;
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (half.startsWith('p') ? 12 : 0);
}
