import { isDigit, isLetter, isSpace } from './stop-letters.ts';

/** A half of the day as written; null when the text leaves it open. */
export type Half = 'am' | 'pm' | null;

/**
 * A time of day as written. One without half and without colon is `loose` ("10", "1030"): it may as well be a street
 * number, and counts only beside a surer one. `end` is the place in the text behind it.
 */
export interface ClockTime {
  readonly hour: number;
  readonly minute: number;
  readonly half: Half;
  readonly loose: boolean;
  readonly end: number;
}

interface Minutes {
  readonly minute: number;
  readonly colon: boolean;
  readonly end: number;
}

interface HalfSpot {
  readonly half: Half;
  readonly end: number;
}

const attachable =
  /^(?:(?:to|til|till|until|thru|and|daily)(?![a-z])|mon|tue|wed|thu|fri|sat|sun|m ?- ?[a-z])/;

/** The time that a number at `at` writes ("10", "1030am", "10:30 a.m.", "4:00pmm"); null for "3rd", "60ft", "27'", "1575". */
export function readClock(text: string, at: number): ClockTime | null {
  let end = at;
  while (isDigit(text.charCodeAt(end))) end += 1;
  const digits = end - at;
  if (digits > 4) return null;
  const number = Number(text.slice(at, end));
  const minutes = digits <= 2 ? readMinutes(text, end) : null;
  const half = readHalf(text, minutes?.end ?? end, minutes !== null);
  const hour = digits <= 2 ? number : Math.floor(number / 100);
  const minute = minutes?.minute ?? (digits <= 2 ? 0 : number % 100);
  const behind = half?.end ?? hoursEnd(text, minutes?.end ?? end, minutes !== null);
  if (half === null && isUnitAt(text, behind)) return null;
  if (!isClock(hour, minute, half?.half ?? null)) return null;
  return {
    hour,
    minute,
    half: half?.half ?? null,
    loose: minutes?.colon !== true && half === null,
    end: behind,
  };
}

/** Minutes after an hour: ":30", and the slips "::30", ":5", ".30", ";30". */
function readMinutes(text: string, at: number): Minutes | null {
  const mark = text.charAt(at);
  if (mark !== ':' && mark !== '.' && mark !== ';') return null;
  const colon = mark === ':';
  const first = colon && text.charAt(at + 1) === ':' ? at + 2 : at + 1;
  let end = first;
  while (end - first < 3 && isDigit(text.charCodeAt(end))) end += 1;
  const length = end - first;
  if (length !== 2 && !(length === 1 && colon)) return null;
  const minute = Number(text.slice(first, end));
  // "8am-9;10am-11am" are two stops, "10;30am" is a slip.
  return mark === ';' && minute <= 12 ? null : { minute, colon, end };
}

/** A half of the day: "am", "a.m.", "A M", " pm", "pmm", "ppm", "p", "noon", "midnight". */
function readHalf(text: string, at: number, hasMinutes: boolean): HalfSpot | null {
  let from = at;
  while (from - at < 3 && isSpace(text.charCodeAt(from))) from += 1;
  if (text.startsWith('noon', from) && endsHalf(text, from + 4)) return { half: 'pm', end: from + 4 };
  if (text.startsWith('midnight', from) && endsHalf(text, from + 8)) return { half: 'am', end: from + 8 };
  const letter = text.charAt(from);
  // "10:30m-2pm": the letter of the half is lost, so the other end decides.
  if (letter === 'm' && from === at && hasMinutes && endsHalf(text, from + 1))
    return { half: null, end: from + 1 };
  if (letter !== 'a' && letter !== 'p') return null;
  const half = letter === 'a' ? 'am' : 'pm';
  const letters = endOf(text, from, letter);
  const dotted = text.charAt(letters) === '.';
  let next = dotted ? letters + 1 : letters;
  if (isSpace(text.charCodeAt(next)) && text.charAt(next + 1) === 'm') next += 1;
  let ems = endOf(text, next, 'm');
  // "2pmM-F": the last letter is Monday's.
  if (ems > next + 1 && /^ ?- ?[a-z]/.test(text.slice(ems, ems + 4))) ems -= 1;
  if (ems > next && endsHalf(text, ems))
    return { half, end: dotted && text.charAt(ems) === '.' ? ems + 1 : ems };
  // A lone letter must be attached ("10a-2p") or close the time ("9:00 A - 10:00 A"): "at 5 a truck" holds none.
  const alone = from === at || (hasMinutes && /^ ?(?:[-,.;&)]|$)/.test(text.slice(letters, letters + 2)));
  return alone && endsHalf(text, letters) ? { half, end: letters } : null;
}

/** "14:00 hrs": the place behind what marks a 24-hour clock. */
function hoursEnd(text: string, at: number, hasMinutes: boolean): number {
  const mark = hasMinutes ? /^ ?h(?:rs?|ours?)?(?![a-z])/.exec(text.slice(at, at + 7)) : null;
  return at + (mark?.[0].length ?? 0);
}

/** A half may end before anything but letters, or before what may follow a time ("10amto2pm", "5pmSat"). */
function endsHalf(text: string, at: number): boolean {
  return !isLetter(text.charCodeAt(at)) || attachable.test(text.slice(at, at + 10));
}

function endOf(text: string, at: number, letter: string): number {
  let end = at;
  while (end - at < 4 && text.charAt(end) === letter) end += 1;
  return end;
}

function isClock(hour: number, minute: number, half: Half): boolean {
  if (minute > 59 || hour > 24 || (hour === 24 && minute > 0)) return false;
  return half === null || (half === 'am' ? hour <= 12 : hour >= 1);
}

/** Letters, quotes and signs right behind a number make it a street, a size or a price: "3rd", "60ft", `27' 3"`, "5%". */
function isUnitAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return isLetter(code) || `'"%\u2018\u2019\u201c\u201d\u2032\u2033\u00b0`.includes(text.charAt(at) || ' ');
}
