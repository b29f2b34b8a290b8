import { addStop, addWeekdays, finishDraft, newDraft, passToken } from './stop-qualifiers.ts';
import type { WeekdayNote } from './stop-qualifiers.ts';
import { readTimeRange, textAt } from './stop-range.ts';
import { tokensOf } from './stop-tokens.ts';
import type { Token } from './stop-tokens.ts';
import { readWeekdays, weekdaysFromBits } from './stop-weekdays.ts';
import type { WeekdayWords } from './stop-weekdays.ts';
import type { Weekday, Window } from './week.ts';

/** A time range in the city's text. `start` is below 1440; `end` is after it, past 1440 when the stop runs over midnight. */
export interface Stop extends Window {
  /** The weekdays on which the stop holds, Sunday first; null when the text does not limit it. */
  readonly weekdays: readonly Weekday[] | null;
}

interface Note extends WeekdayNote {
  readonly next: number;
}

const excepting = new Set(['except', 'excluding', 'excl', 'closed', 'stopping', 'cleaning']);

/** The stops that a free text holds, in its order ("Set-up at 400 Clay St: 7am-7:10am"). Linear in the text; never throws. */
export function readStops(text: string): readonly Stop[] {
  const tokens = tokensOf(text);
  // Half of the texts only say where a truck stands: they hold no two times.
  if (!holdsTwoTimes(tokens)) return [];
  const draft = newDraft();
  let at = 0;
  while (at < tokens.length) {
    const range = readTimeRange(tokens, at);
    if (range !== null) {
      if (!isExcepted(tokens, at)) addStop(draft, range);
      at = range.next;
      continue;
    }
    const note = readNote(tokens, at, draft.gap <= 1);
    if (note === null) {
      passToken(draft, textAt(tokens, at));
      at += 1;
    } else {
      addWeekdays(draft, note);
      at = note.next;
    }
  }
  return finishDraft(draft).map(({ start, end, bits }) => {
    return { start, end, weekdays: bits === null ? null : weekdaysFromBits(bits) };
  });
}

function holdsTwoTimes(tokens: readonly Token[]): boolean {
  let times = 0;
  for (const { kind } of tokens) if (kind === 'time') times += 1;
  return times >= 2;
}

/** "closed 2pm-3pm", "no parking 7am-9am", "street cleaning 8am-10am": a range in which no truck stands. */
function isExcepted(tokens: readonly Token[], at: number): boolean {
  const before = textAt(tokens, at - 1);
  if (before === 'parking') return /^(?:no|hr|hour)$/.test(textAt(tokens, at - 2));
  return excepting.has(before);
}

/** Weekdays that limit stops: alone in brackets, sure by themselves, or right beside a stop. */
function readNote(tokens: readonly Token[], at: number, behindStop: boolean): Note | null {
  const bracket = /^[([]$/.test(textAt(tokens, at));
  let first = bracket ? at + 1 : at;
  let all = false;
  while (first - at < 3 && /^(?:all|both|on|only|each)$/.test(textAt(tokens, first))) {
    // "all days" are weekdays themselves.
    const whole = readWeekdays(tokens, first);
    if (whole !== null) break;
    all ||= /^(?:all|both)$/.test(textAt(tokens, first));
    first += 1;
  }
  const words = readWeekdays(tokens, first);
  if (words === null) return null;
  if (bracket) {
    let close = words.next;
    while (close - words.next < 3 && /^(?:all|both|only|each|\.)$/.test(textAt(tokens, close))) {
      all ||= /^(?:all|both)$/.test(textAt(tokens, close));
      close += 1;
    }
    if (/^[)\]]$/.test(textAt(tokens, close)) || tokens[close] === undefined)
      return { words, all, bracketed: true, next: close + 1 };
  }
  const kept = behindStop ? withoutNextStop(tokens, words) : words;
  if (!isSure(tokens, { words: kept, first, behindStop })) return null;
  return { words: kept, all, bracketed: false, next: kept.next };
}

/** "10am-2pm M-F, Sat 9am-3pm": the day behind the comma begins the next stop, unless that one has days behind it too. */
function withoutNextStop(tokens: readonly Token[], words: WeekdayWords): WeekdayWords {
  if (words.head === null) return words;
  const range = readTimeRange(tokens, textAt(tokens, words.next) === ':' ? words.next + 1 : words.next);
  if (range === null) return words;
  const behind = /^[([]$/.test(textAt(tokens, range.next)) ? range.next + 1 : range.next;
  return readWeekdays(tokens, behind) === null ? { ...words, ...words.head, head: null } : words;
}

/** "W. side of 4th St" and "Sun Valley" name no weekdays: short words count only where nothing but a stop is beside them. */
function isSure(
  tokens: readonly Token[],
  at: { words: WeekdayWords; first: number; behindStop: boolean },
): boolean {
  const { words, first, behindStop } = at;
  if (words.weight === 2) return true;
  const next = tokens[words.next];
  const dot = next?.kind === 'mark' && next.text === '.';
  const follower = dot ? tokens[words.next + 1] : next;
  const free = follower === undefined || follower.kind !== 'word' || (dot && words.weight === 1);
  if (behindStop) return free || /^(?:only|set|setup|from|at)$/.test(follower.text);
  const joint = /^(?::|-|\.|from|at)$/.test(textAt(tokens, words.next)) ? words.next + 1 : words.next;
  const alone = tokens[first - 1]?.kind !== 'word';
  return readTimeRange(tokens, joint) !== null && (alone || words.weight === 1);
}
