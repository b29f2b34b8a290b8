import type { ClockTime } from './stop-clock.ts';
import type { Token } from './stop-tokens.ts';
import { minutesPerDay } from './week.ts';
import type { Window } from './week.ts';

/** A time range read from a text; `next` is the token behind it. */
export interface RangeWords extends Window {
  readonly next: number;
}

const joining = new Set([
  '-',
  '~',
  '=',
  '_',
  '>',
  'to',
  'till',
  'til',
  'until',
  'thru',
  'through',
  'up',
  'upto',
]);
const halfDay = minutesPerDay / 2;

/**
 * The time range that begins at a token: two times joined by a dash or by a word like "to". At least one of them must
 * be sure to be a time. An end not after its start lies on the next day.
 */
export function readTimeRange(tokens: readonly Token[], at: number): RangeWords | null {
  const start = timeAt(tokens, at);
  if (start === null) return null;
  const endAt = joinEnd(tokens, at);
  const end = endAt === null ? null : timeAt(tokens, endAt);
  if (endAt === null || end === null || !isRange(start, end)) return null;
  if (start.loose && beginsRange(tokens, endAt)) return null;
  if (end.loose && !endsLoosely(tokens, endAt)) return null;
  return { ...windowFrom(start, end), next: endAt + 1 };
}

/** The text of a word or mark; empty for a time and past the end. */
export function textAt(tokens: readonly Token[], at: number): string {
  const token = tokens[at];
  return token === undefined || token.kind === 'time' ? '' : token.text;
}

function timeAt(tokens: readonly Token[], at: number): ClockTime | null {
  const token = tokens[at];
  return token?.kind === 'time' ? token : null;
}

/** The place behind what joins a start to its end; null when nothing does. "between 10am and 2pm" joins with "and". */
function joinEnd(tokens: readonly Token[], startAt: number): number | null {
  if (textAt(tokens, startAt - 1) === 'between' && /^(?:and|&)$/.test(textAt(tokens, startAt + 1)))
    return startAt + 2;
  // "10 a.m. - 2 p.m": the dot may be left over.
  const first = textAt(tokens, startAt + 1) === '.' ? startAt + 2 : startAt + 1;
  let next = first;
  while (next - first < 4 && joining.has(textAt(tokens, next))) next += 1;
  return next === first ? null : next;
}

function isRange(start: ClockTime, end: ClockTime): boolean {
  if (start.half !== null) return true;
  return end.half !== null || (!start.loose && !end.loose);
}

/** "Pier 9 - 10am-2pm": a bare number before a whole range is no time. */
function beginsRange(tokens: readonly Token[], at: number): boolean {
  const endAt = joinEnd(tokens, at);
  const end = endAt === null ? null : timeAt(tokens, endAt);
  return end !== null && !end.loose;
}

/** "10am-2, 4pm-6pm" ends at two; "10am - 2 trucks" and "10am - 1575 Burke" do not. */
function endsLoosely(tokens: readonly Token[], at: number): boolean {
  const end = timeAt(tokens, at);
  const next = tokens[at + 1];
  return end !== null && end.hour >= 1 && end.hour <= 12 && next?.kind !== 'word';
}

function windowFrom(start: ClockTime, end: ClockTime): Window {
  if (start.half === null && end.half === null) return unmarkedWindow(start, end);
  if (start.half === null) {
    const last = minuteOf(end);
    const first = onTheClock(start) ? minuteOf(start) : nearest(minuteOf(start), (half) => last - half);
    return forward(first, last);
  }
  const first = minuteOf(start);
  const fixed = end.half !== null || onTheClock(end);
  return forward(first, fixed ? minuteOf(end) : nearest(minuteOf(end), (half) => half - first));
}

/** Of a minute in the morning and its twin in the afternoon, the one that makes the shorter stop. */
function nearest(minute: number, length: (minute: number) => number): number {
  const twin = (minute + halfDay) % minutesPerDay;
  return dayLength(length(minute)) <= dayLength(length(twin)) ? minute : twin;
}

/** Length on the clock's face, 1 to 1440. */
function dayLength(minutes: number): number {
  const length = ((minutes % minutesPerDay) + minutesPerDay) % minutesPerDay;
  return length === 0 ? minutesPerDay : length;
}

/** "8:00-9:30" and "11:00-2:00" name no half at all: a 24-hour clock where they can only be one, else a truck's day, from six to six. */
function unmarkedWindow(start: ClockTime, end: ClockTime): Window {
  if (onTheClock(start) || onTheClock(end)) return forward(minuteOf(start), minuteOf(end));
  const morning = start.hour >= 6 && start.hour < 12;
  const first = (minuteOf(start) % halfDay) + (morning ? 0 : halfDay);
  return forward(
    first,
    nearest(minuteOf(end), (half) => half - first),
  );
}

/** Whether a time without half can only be one of a 24-hour clock. */
function onTheClock({ hour }: ClockTime): boolean {
  return hour === 0 || hour > 12;
}

function minuteOf({ hour, minute, half }: ClockTime): number {
  if (half === null || hour > 12) return hour * 60 + minute;
  return (hour % 12) * 60 + minute + (half === 'pm' ? halfDay : 0);
}

function forward(start: number, end: number): Window {
  const first = start % minutesPerDay;
  return { start: first, end: end > first ? end : end + minutesPerDay };
}
