import type { WeekdayBits, WeekdayWords } from './stop-weekdays.ts';
import type { Window } from './week.ts';

/** How far a part of a text stands from another: 0 nothing between, 1 punctuation, 2 other words, 3 there is no other. */
export type Gap = 0 | 1 | 2 | 3;

/** A stop whose weekdays are still being gathered. */
export interface DraftStop extends Window {
  bits: WeekdayBits | null;
  /** Joined to the stop before it by "&": a qualifier behind it limits both. */
  readonly joined: boolean;
}

interface Pending {
  bits: WeekdayBits;
  readonly excludes: boolean;
  readonly bracketed: boolean;
  /** Distance from the stop before. */
  readonly before: Gap;
  /** Distance to where the reader is now. */
  behind: Gap;
}

/** Weekdays as they stand in a text. */
export interface WeekdayNote {
  readonly words: WeekdayWords;
  /** "all M-F": for every stop of the text. */
  readonly all: boolean;
  readonly bracketed: boolean;
}

/** What is known of a text while it is read from left to right. */
export interface Draft {
  readonly stops: DraftStop[];
  /** Weekdays not yet given to a stop: to the one before them or the ones behind them, whichever is nearer. */
  pending: Pending | null;
  /** Weekdays named before stops; they hold until others are named. */
  leading: WeekdayBits | null;
  /** "(all M-F)": limits every stop that nothing else limits. */
  all: WeekdayBits | null;
  /** Whether the text names weekdays before its first stop, and so presumably before each. */
  leads: boolean;
  /** Distance from the stop before to where the reader is now. */
  gap: Gap;
  /** Whether an "&" stands behind the stop before. */
  joining: boolean;
}

/** Words that do not part a stop from its weekdays: "operating Friday from 10AM", "10am-2pm on Mondays only". */
const linking =
  /^(?:from|at|on|only|open|opens|operating|operates|hours|every|each|all|both|between|the|is|are)$/;
const joins = /^(?:&|and|\+)$/;
const brackets = /^[:()[\]-]$/;

/** The state before the first token. */
export function newDraft(): Draft {
  return { stops: [], pending: null, leading: null, all: null, leads: false, gap: 3, joining: false };
}

/** Takes note of a token that is neither a stop nor a weekday; `text` is empty for a lone time. */
export function passToken(draft: Draft, text: string): void {
  if (joins.test(text) && draft.gap === 0) draft.joining = true;
  const gap = brackets.test(text) || linking.test(text) ? 0 : /^[,.&/+]$|^and$/.test(text) ? 1 : 2;
  if (draft.gap < gap) draft.gap = gap;
  if (draft.pending !== null && draft.pending.behind < gap) draft.pending.behind = gap;
}

/** Takes note of a stop; weekdays that wait are given to it or to the stop before it. */
export function addStop(draft: Draft, { start, end }: Window): void {
  const { pending } = draft;
  if (pending !== null) {
    draft.pending = null;
    const nearer = pending.behind < pending.before || (pending.behind === pending.before && draft.leads);
    // "11am-2pm for lunch (M-F); 5pm-9pm": in brackets they belong to what they stand behind.
    const leads = nearer && (draft.leads || !pending.bracketed);
    if (leads) draft.leading = pending.bits;
    else limitLast(draft, pending);
  }
  draft.stops.push({ start, end, bits: draft.leading, joined: draft.joining });
  draft.gap = 0;
  draft.joining = false;
}

/** Takes note of weekdays; whether they limit the stop before or those behind shows when the next stop comes. */
export function addWeekdays(draft: Draft, { words, all, bracketed }: WeekdayNote): void {
  draft.joining = false;
  if (all) {
    draft.all = (draft.all ?? 0) | words.bits;
    return;
  }
  if (draft.stops.length === 0) {
    draft.leads = true;
    const bits = (draft.pending?.bits ?? 0) | words.bits;
    draft.pending = { bits, excludes: words.excludes, bracketed, before: 3, behind: 0 };
    return;
  }
  if (draft.pending !== null) limitLast(draft, draft.pending);
  draft.pending = { bits: words.bits, excludes: words.excludes, bracketed, before: draft.gap, behind: 0 };
}

/** The stops of a text that has been read to its end, each with its weekdays. */
export function finishDraft(draft: Draft): readonly DraftStop[] {
  if (draft.pending !== null && draft.stops.length > 0) limitLast(draft, draft.pending);
  draft.pending = null;
  for (const stop of draft.stops) stop.bits ??= draft.all;
  return draft.stops;
}

/** Limits the last stop and those joined to it by "&". */
function limitLast(draft: Draft, { bits, excludes, before }: Pending): void {
  const last = draft.stops.at(-1);
  if (last === undefined) return;
  const own = last.bits;
  if (own !== null && excludes) last.bits = own & bits;
  else if (own !== null && own !== draft.leading) last.bits = own | bits;
  // "Mon-Fri 10am-2pm; Sat by appointment": weekdays named before a stop outrank those that stand apart behind it.
  else if (own === null || before === 0) last.bits = bits;
  if (own !== null) return;
  for (let at = draft.stops.length - 1; at > 0 && draft.stops[at]?.joined === true; at -= 1) {
    const joined = draft.stops[at - 1];
    if (joined === undefined || joined.bits !== null) return;
    joined.bits = bits;
  }
}
