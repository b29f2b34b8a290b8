import { minutesPerDay, weekdays, type Weekday, type Window } from './week.ts';
import { clockFromMinutes } from './clock-text.ts';

/** Weekdays on which the same window begins. */
export interface WeeklyWindow {
  readonly days: readonly Weekday[];
  readonly window: Window;
}

/** From Monday, as the format counts and as readers do. */
const week: readonly Weekday[] = [...weekdays.slice(1), 'sunday'];

/**
 * Hours as OpenStreetMap writes them (`opening_hours`): "Mo-Fr 11:00-14:00; Sa 20:00-26:00". Empty when there are none.
 * A later rule overrules an earlier one for its days, the rest of the night before among them: each day stands in one
 * rule with all its times, and rules add to each other (", " for "; ") where a night runs on.
 */
export function openingHours(windows: readonly WeeklyWindow[]): string {
  const byTimes = new Map<string, Weekday[]>();
  for (const day of week) {
    const times = windows
      .filter(({ days }) => days.includes(day))
      .map(({ window }) => window)
      .sort((a, b) => a.start - b.start || a.end - b.end)
      .map(({ start, end }) => `${clockFromMinutes(start)}-${clockFromMinutes(end)}`);
    if (times.length === 0) continue;
    const text = [...new Set(times)].join(',');
    byTimes.set(text, [...(byTimes.get(text) ?? []), day]);
  }
  const runsOn = windows.some(({ window }) => window.end > minutesPerDay);
  return [...byTimes].map(([times, days]) => `${daysText(days)} ${times}`).join(runsOn ? ', ' : '; ');
}

/** "Mo-Fr", "Mo,We", "Sa,Su". */
function daysText(days: readonly Weekday[]): string {
  const runs: Weekday[][] = [];
  for (const day of days) {
    const last = runs.at(-1);
    if (last !== undefined && week.indexOf(day) === week.indexOf(last[0]!) + last.length) last.push(day);
    else runs.push([day]);
  }
  return runs
    .map((run) => {
      const names = run.map((day) => day.charAt(0).toUpperCase() + day.charAt(1));
      return names.length > 2 ? `${names[0]!}-${names.at(-1)!}` : names.join(',');
    })
    .join(',');
}
