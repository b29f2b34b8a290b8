/** When a stop holds: bits of weekdays (1 Sunday … 64 Saturday), minutes from such a day's midnight, and for how long. */
export interface When {
  readonly days: number;
  readonly start: number;
  readonly length: number;
}

/** What is on at a minute of the week, the last to end first, and what comes next when nothing is. */
export interface Turn<Stop extends When> {
  readonly on: readonly { readonly stop: Stop; readonly left: number }[];
  readonly next: { readonly stop: Stop; readonly wait: number } | null;
}

const minutesPerWeek = 10_080;

/**
 * Whose turn it is at a minute of the week, 0 to 10,079 from Sunday's midnight. `isHeld` may take out what begins after so
 * many minutes, or began before when negative.
 */
export function turnAt<Stop extends When>(
  stops: readonly Stop[],
  minute: number,
  isHeld: (stop: Stop, wait: number) => boolean = () => true,
): Turn<Stop> {
  const on: { stop: Stop; left: number }[] = [];
  let next: Turn<Stop>['next'] = null;
  for (const stop of stops) {
    for (let day = 0; day < 7; day += 1) {
      if ((stop.days & (1 << day)) === 0) continue;
      const wait = (day * 1440 + stop.start - minute + 2 * minutesPerWeek) % minutesPerWeek;
      const left = wait === 0 ? stop.length : wait - minutesPerWeek + stop.length;
      if (!isHeld(stop, left > 0 && wait > 0 ? wait - minutesPerWeek : wait)) continue;
      if (left > 0) on.push({ stop, left });
      else if (next === null || wait < next.wait) next = { stop, wait };
    }
  }
  on.sort((a, b) => b.left - a.left);
  return { on, next: on.length > 0 ? null : next };
}
