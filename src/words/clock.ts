import type { Window } from '../schedule/week.ts';

/** How a language tells the time on a clock of twelve hours. */
export interface ClockStyle {
  readonly noon: string;
  readonly midnight: string;
  /** 6 and 10 → "6:10"; 6 and 0 → "6". */
  readonly digits: (hour: number, minute: number) => string;
  /** The part of the day that an hour of 0 to 23 belongs to: "pm". */
  readonly half: (hour: number) => string;
  /** "6:10" and "pm" → "6:10 pm". */
  readonly write: (digits: string, half: string) => string;
  /** Two times as one hour: "11 am to noon". */
  readonly span: (from: string, to: string) => string;
}

/** "12:10 pm", "noon". Minutes past 1440 count on: 1560 is "2 am". */
export function timeIn(style: ClockStyle, minutes: number): string {
  return namedIn(style, minutes) ?? style.write(digitsIn(style, minutes), style.half(hourOf(minutes)));
}

/** A window as short as it can be said: "12:07–12:11 pm", "11:30 am–2 pm", "8 pm–2 am". */
export function windowIn(style: ClockStyle, { start, end }: Window): string {
  const half = style.half(hourOf(end));
  const isShort = style.half(hourOf(start)) === half && end - start < 720 && namedIn(style, end) === null;
  return isShort && !isMidnight(start)
    ? style.write(`${digitsIn(style, start)}–${digitsIn(style, end)}`, half)
    : `${timeIn(style, start)}–${timeIn(style, end)}`;
}

/** An hour of the day in words: "1 to 2 pm", "11 am to noon". */
export function hourIn(style: ClockStyle, hour: number): string {
  const [start, end] = [hour * 60, hour * 60 + 60];
  const half = style.half(hour);
  const isShort = namedIn(style, start) === null && namedIn(style, end) === null;
  return isShort && half === style.half((hour + 1) % 24)
    ? style.write(style.span(digitsIn(style, start), digitsIn(style, end)), half)
    : style.span(timeIn(style, start), timeIn(style, end));
}

function namedIn({ noon, midnight }: ClockStyle, minutes: number): string | null {
  return isMidnight(minutes) ? midnight : minutes % 1440 === 720 ? noon : null;
}

function digitsIn({ digits }: ClockStyle, minutes: number): string {
  return digits(hourOf(minutes) % 12 || 12, minutes % 60);
}

function hourOf(minutes: number): number {
  return Math.floor(minutes / 60) % 24;
}

function isMidnight(minutes: number): boolean {
  return minutes % 1440 === 0;
}

/** "6:05", and whole hours as they are. */
export function digitsWith(whole: (hour: number) => string): ClockStyle['digits'] {
  return (hour, minute) => (minute === 0 ? whole(hour) : `${hour}:${String(minute).padStart(2, '0')}`);
}
