import { asked } from './asked.ts';
import { words } from './speech.ts';
import type { Stop } from './moment.ts';
import { minutesPerWeek, type Visit } from './week.ts';

/** The stops of visits from a minute of the week on, those under way first, then in time order; each window once. */
export function nextStops(visits: readonly Visit[], minute: number): Stop[] {
  const stops = visits.flatMap((visit) =>
    visit.windows.map((window): Stop => {
      const length = window.end - window.start;
      const wait = (window.start - minute + minutesPerWeek) % minutesPerWeek;
      const start = wait > 0 && wait + length > minutesPerWeek ? wait - minutesPerWeek : wait;
      return { visit, start, end: start + length };
    }),
  );
  return stops.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** "until 2 pm", "in 25 min", "today 5 pm", "tomorrow 11 am", "Monday 11 am". */
export function nextText({ start, end }: Stop, minute: number): string {
  if (start <= 0) return words.until(minute + end);
  if (start <= 60) return words.waiting(start);
  const day = Math.floor((minute + start) / 1440);
  const ahead = day - Math.floor(minute / 1440);
  return asked.ahead(ahead, day % 7, words.time(minute + start));
}
