import type { Stop } from './stops.ts';
import { minutesPerDay, weekdayAfter } from './week.ts';
import { uniteWindows } from './windows.ts';
import { windowsOverlap } from './overlap.ts';
import type { Weekday, Window } from './week.ts';

/** Which of the city's two versions of an entry's time is believed. */
export type Certainty = 'stated' | 'hours' | 'conflict';

/** A row's time by both versions: its recorded hours, and the stops of its text. */
export interface StatedTime {
  readonly weekday: Weekday;
  readonly hours: Window;
  readonly stops: readonly Stop[];
}

/** The version that is believed, and the windows it gives; the row's hours unless `stated`. */
export interface BelievedTime {
  readonly certainty: Certainty;
  readonly windows: readonly Window[];
}

/** A stop may reach this far past the row's hours and still be kept whole: the hours are rounded, the text is not. */
const toleranceMinutes = 30;

/** Decides between a row's hours and its text: `stated` when a stop that holds on the weekday overlaps the hours. */
export function believe({ weekday, hours, stops }: StatedTime): BelievedTime {
  if (stops.length === 0) return { certainty: 'hours', windows: [hours] };
  const windows: Window[] = [];
  for (const stop of stops) {
    const window = stopWithin(stop, weekday, hours);
    if (window !== null) windows.push(keepOrClip(window, hours));
  }
  if (windows.length === 0) return { certainty: 'conflict', windows: [hours] };
  return { certainty: 'stated', windows: uniteWindows(windows) };
}

/** The stop as a window of the row's weekday, if it holds then and overlaps the hours. */
function stopWithin(stop: Stop, weekday: Weekday, hours: Window): Window | null {
  // 00:30 in a row from 20:00 to 26:00 is 24:30; a stop from 8 pm to 2 am began the evening before a row from 0:00 to 2:00.
  const late = stop.start < hours.end - minutesPerDay;
  for (const days of late ? [1, 0, -1] : [0, -1]) {
    const window = { start: stop.start + days * minutesPerDay, end: stop.end + days * minutesPerDay };
    const began = days === -1 ? weekdayAfter(weekday, -1) : weekday;
    if (windowsOverlap(window, hours) && (stop.weekdays?.includes(began) ?? true)) return window;
  }
  return null;
}

function keepOrClip(window: Window, hours: Window): Window {
  const reach = Math.max(hours.start - window.start, window.end - hours.end);
  // A window cannot begin before its weekday does.
  if (reach <= toleranceMinutes) return { start: Math.max(window.start, 0), end: window.end };
  return { start: Math.max(window.start, hours.start), end: Math.min(window.end, hours.end) };
}
