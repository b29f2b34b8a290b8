import { assessorsBlockOf, type Omission, type Shift, type StandPlan } from './plan.ts';
import type { Kerbs } from './spots.ts';

/**
 * The stand that one hand-written line means, with a row for each day and each pair of hours:
 * "401 CLAY ST | 12345 | 7-8 12-13 | Set-up at 400 Clay St: 7:00am-7:10am | permit 2, no coordinates".
 * Days are digits of the city's week (Sunday is 0), hours whole. The notes may be left out; an empty text is none.
 */
export function standFromLine(kerbs: Kerbs, line: string): StandPlan {
  const [where = '', days = '', hours = '', text = '', notes = ''] = line
    .split('|')
    .map((cell) => cell.trim());
  const [, number = '', street = ''] = /^(\d+) (.+)$/.exec(where) ?? [];
  const spot = kerbs.at(street, Number(number));
  const misnumbered = /dayorder wrong on (\d)/.exec(notes)?.[1];
  const shifts = [...days].flatMap((day) =>
    hours.split(' ').map((range): Shift => {
      const [start = 0, end = 0] = range.split('-').map((hour) => Number(hour) * 60);
      const shift = { weekday: Number(day), start, end };
      return day === misnumbered ? { ...shift, dayorder: (shift.weekday + 1) % 7 } : shift;
    }),
  );
  return {
    spot,
    shifts,
    text,
    permit: Number(/permit (\d)/.exec(notes)?.[1] ?? 1) - 1,
    without: omissions.filter((omission) => notes.includes(`no ${omission}`)),
    ...(notes.includes("assessor's block") ? { address: assessorsBlockOf(spot) } : {}),
  };
}

const omissions: readonly Omission[] = ['coordinates', 'cross streets', 'permit row'];
