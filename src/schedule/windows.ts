import type { Window } from './week.ts';

/** The same minutes as disjoint windows in time order; windows that overlap or touch become one. */
export function uniteWindows(windows: readonly Window[]): readonly Window[] {
  if (windows.length < 2) return windows;
  const united: { start: number; end: number }[] = [];
  for (const { start, end } of [...windows].sort((a, b) => a.start - b.start)) {
    const last = united.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else united.push({ start, end });
  }
  return united;
}
