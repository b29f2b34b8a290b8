import { textAt } from './stop-range.ts';
import type { Token } from './stop-tokens.ts';
import { weekdays } from './week.ts';
import type { Weekday } from './week.ts';

/** A set of weekdays as seven bits; bit 0 is Sunday. */
export type WeekdayBits = number;

/**
 * Weekdays named in a text. `weight` says how sure the words are: 2 cannot mean anything else ("Friday", "M-F"),
 * 1 hardly ("Sun"), 0 may be part of an address ("W"). `next` is the token behind them. `head` is the list up to its
 * last comma, for a reader who finds that the rest belongs to the next stop ("10am-2pm M-F, Sat 9am-3pm").
 */
export interface WeekdayWords {
  readonly bits: WeekdayBits;
  readonly weight: 0 | 1 | 2;
  readonly next: number;
  readonly excludes: boolean;
  readonly head: { readonly bits: WeekdayBits; readonly next: number } | null;
}

interface DaySpan {
  readonly bits: WeekdayBits;
  readonly weight: 0 | 1 | 2;
  readonly next: number;
}

/** A list that a reader may have to read again from its second day must be short, or a long text takes quadratic time. */
const longestList = 14;

const everyDay = 0b1111111;
const weekend = 0b1000001;
const workdays = everyDay & ~weekend;

const groups = new Map([
  ...['daily', 'everyday', '7days'].map((word) => [word, everyDay] as const),
  ...['weekday', 'weekdays', 'wkdays'].map((word) => [word, workdays] as const),
  ...['weekend', 'weekends', 'wkends'].map((word) => [word, weekend] as const),
]);

/** What the city writes for a day beside its name and the beginnings of its name; some are slips. */
const shortDays = new Map([
  ...Object.entries({ m: 1, t: 2, w: 3, r: 4, f: 5, s: 6, su: 0, mo: 1, tu: 2, we: 3, th: 4, fr: 5, sa: 6 }),
  ...Object.entries({
    weds: 3,
    wendsday: 3,
    wensday: 3,
    thr: 4,
    thrs: 4,
    thrus: 4,
    tueday: 2,
    firday: 5,
    satuday: 6,
  }),
]);

const spanning = new Set(['-', 'to', 'thru', 'through', 'thur', 'till', 'until']);
const listing = new Set([',', '&', 'and', '/', '+', 'or']);
const excluding = new Set(['except', 'excluding', 'excl', 'closed', 'not', 'no', 'but']);

/** The weekdays named from a token on: days, ranges, lists of them, less what they exclude; null when there are none. */
export function readWeekdays(tokens: readonly Token[], at: number): WeekdayWords | null {
  const without = readExcluded(tokens, at);
  if (without !== null)
    return { bits: everyDay & ~without.bits, weight: 2, next: without.next, excludes: true, head: null };
  const list = readList(tokens, at);
  if (list === null) return null;
  const except = readExcluded(tokens, list.next);
  return except === null
    ? list
    : { ...list, bits: list.bits & ~except.bits, weight: 2, next: except.next, head: null };
}

/** Weekday names of a set, Sunday first. */
export function weekdaysFromBits(bits: WeekdayBits): readonly Weekday[] {
  return weekdays.filter((_, index) => hasBit(bits, index));
}

function readList(tokens: readonly Token[], at: number): WeekdayWords | null {
  const first = readSpan(tokens, at);
  if (first === null) return null;
  let list = first;
  let head: WeekdayWords['head'] = null;
  for (let days = 1; ; days += 1) {
    const { after, comma } = afterListing(tokens, list.next);
    const more = days < longestList ? readSpan(tokens, after) : null;
    if (more === null) return { ...list, excludes: false, head };
    // "M W F" lists days as well as "M, W, F" does.
    if (comma || after === list.next) head = { bits: list.bits, next: list.next };
    list = {
      bits: list.bits | more.bits,
      weight: Math.max(list.weight, more.weight, 1) as 1 | 2,
      next: more.next,
    };
  }
}

/** "except Sunday", "(closed Sat & Sun)": the days left out, with their closing bracket. */
function readExcluded(tokens: readonly Token[], at: number): DaySpan | null {
  let next = /^[(,]$/.test(textAt(tokens, at)) ? at + 1 : at;
  const bracket = textAt(tokens, at) === '(';
  if (!excluding.has(textAt(tokens, next))) return null;
  next += 1;
  while (/^(?:for|on|:)$/.test(textAt(tokens, next))) next += 1;
  const days = readList(tokens, next);
  if (days === null || (days.weight === 0 && tokens[days.next]?.kind === 'word')) return null;
  return { ...days, next: bracket && textAt(tokens, days.next) === ')' ? days.next + 1 : days.next };
}

/** One day, or the days from one to another: "M-F", "Mon. thru Fri", "Sat-Mon". */
function readSpan(tokens: readonly Token[], at: number): DaySpan | null {
  const first = readDay(tokens, at);
  if (first === null) return null;
  const dash = textAt(tokens, first.next) === '.' ? first.next + 1 : first.next;
  if (!spanning.has(textAt(tokens, dash))) return first;
  const last = readDay(tokens, dash + 1);
  if (last === null || !isOneDay(first.bits) || !isOneDay(last.bits)) return first;
  // "M-W-F" lists days: a range has two ends.
  const third = textAt(tokens, last.next) === '-' ? readDay(tokens, last.next + 1) : null;
  if (third !== null) return { bits: first.bits | last.bits | third.bits, weight: 2, next: third.next };
  return { bits: bitsBetween(first.bits, last.bits), weight: 2, next: last.next };
}

function readDay(tokens: readonly Token[], at: number): DaySpan | null {
  const token = tokens[at];
  if (token === undefined || token.kind === 'mark') return null;
  const unit = /^(?:day|days|week)$/.test(textAt(tokens, at + 1));
  if (token.kind === 'time')
    return unit && token.loose && token.hour === 7 ? everyDaySpan(tokens, at + 2) : null;
  const { text } = token;
  if (unit && /^(?:every|each|all|seven)$/.test(text)) return everyDaySpan(tokens, at + 2);
  const bits = groups.get(text);
  if (bits !== undefined) return { bits, weight: 2, next: at + 1 };
  const word = text.replace(/['\u2018\u2019]/g, '');
  const day = dayNumber(word.length > 4 && word.endsWith('s') ? word.slice(0, -1) : word);
  if (day !== null)
    return { bits: 1 << day, weight: word.length > 3 ? 2 : word.length === 3 ? 1 : 0, next: at + 1 };
  const run = runOfDays(word);
  return run === null ? null : { bits: run, weight: 0, next: at + 1 };
}

/** "7 days", "7 days a week", "every day of the week". */
function everyDaySpan(tokens: readonly Token[], at: number): DaySpan {
  let next = at;
  while (next - at < 3 && /^(?:a|per|of|the|\/)$/.test(textAt(tokens, next))) next += 1;
  return { bits: everyDay, weight: 2, next: textAt(tokens, next) === 'week' ? next + 1 : at };
}

function dayNumber(word: string): number | null {
  const known = shortDays.get(word);
  if (known !== undefined) return known;
  if (word.length < 3) return null;
  const day = weekdays.findIndex((name) => name.startsWith(word));
  return day === -1 ? null : day;
}

/** "MWF", "TTh", "MTuWThF": days run together, in the order of the week; null when a word is no such run. */
function runOfDays(word: string): WeekdayBits | null {
  if (word.length < 3 || word.length > 12 || !/^(?:m|tu?|w|th|r|f|sa|su)+$/.test(word)) return null;
  let bits = 0;
  for (const short of word.match(/th|tu|sa|su|[mtwrf]/g) ?? []) {
    // In "MTWTF" the second T is Thursday.
    const day = short === 't' && bits >= 1 << 3 ? 4 : (shortDays.get(short) ?? 0);
    const bit = 1 << day;
    // Sunday may close the week; any other step back means an ordinary word.
    if (bit !== 1 && bit <= bits) return null;
    bits |= bit;
  }
  return bits;
}

function afterListing(tokens: readonly Token[], at: number): { after: number; comma: boolean } {
  const first = textAt(tokens, at) === '.' && listing.has(textAt(tokens, at + 1)) ? at + 1 : at;
  let after = first;
  while (after - first < 2 && listing.has(textAt(tokens, after))) after += 1;
  return { after: after === first ? at : after, comma: after === first + 1 && textAt(tokens, first) === ',' };
}

function bitsBetween(first: WeekdayBits, last: WeekdayBits): WeekdayBits {
  let bits = first;
  for (let bit = first; bit !== last; bits |= bit) bit = bit === 1 << 6 ? 1 : bit << 1;
  return bits;
}

function isOneDay(bits: WeekdayBits): boolean {
  return (bits & (bits - 1)) === 0;
}

/** Whether a set holds a weekday, by its number. */
export function hasBit(bits: WeekdayBits, day: number): boolean {
  return ((bits >> day) & 1) === 1;
}
