import { formatTime, formatUntil, formatWeekday } from '../schedule/format.ts';
import { listingOf } from '../schedule/open.ts';
import { staysOf } from '../schedule/stays.ts';
import { weekdays, type WeekMinute } from '../schedule/week.ts';
import { minutesFromClock } from '../schedule/clock-text.ts';
import type { EntryView } from '../site/entry-view.ts';

/** What a truck's data says of one row. */
export type Stop = Pick<EntryView, 'truck' | 'place' | 'day' | 'windows' | 'certainty' | 'standing'>;

/** What two lines hold; the rest is listed below in the frame. */
const placesTold = 1;

const minutesPerWeek = 10_080;

/**
 * "Permitted now: 401 Clay St, until 2 pm", or "Next: Friday, noon, 401 Clay St"; empty when there is no stop at all.
 * `isClosed` tells whether what begins after so many minutes, or began before when negative, is on a closed day.
 */
export function wordsAt(
  stops: readonly Stop[],
  { weekday, minute }: WeekMinute,
  isClosed: (wait: number) => boolean = () => false,
): string {
  const now = weekdays.indexOf(weekday) * 1440 + minute;
  const open = stops.filter((stop) => listingOf(stop) === 'open');
  const stays = staysOf(
    open.map((stop) => ({ ...stop, weekday: stop.day, windows: stop.windows.map(windowOf) })),
  );
  const timed = stays.map(({ place, weekday: day, window }) => {
    const since = (now - weekdays.indexOf(day) * 1440 - window.start + minutesPerWeek) % minutesPerWeek;
    return { place, day, window, since, wait: minutesPerWeek - since };
  });
  const here = timed.filter(({ window, since }) => since < window.end - window.start && !isClosed(-since));
  if (here.length > 0) {
    const places = here.map(({ place, window }) => `${place.address}, ${formatUntil(window.end)}`);
    const more = places.length > placesTold ? `; and ${places.length - placesTold} more` : '';
    return `Permitted now: ${places.slice(0, placesTold).join('; ')}${more}`;
  }
  const [next] = timed.filter(({ wait }) => !isClosed(wait)).sort((a, b) => a.wait - b.wait);
  if (next === undefined) return '';
  const day = next.day === weekday && next.wait < 1440 ? 'today' : formatWeekday(next.day);
  return `Next: ${day}, ${formatTime(next.window.start)}, ${next.place.address}`;
}

function windowOf([start, end]: readonly [string, string]) {
  return { start: minutesFromClock(start) ?? 0, end: minutesFromClock(end) ?? 0 };
}
