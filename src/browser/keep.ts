import type { WeekData } from '../site/week-file.ts';
import type { RawVisit } from './week.ts';
import type { Wish } from './wish.ts';

/** Which visits of a week a wish leaves: all that it names must hold. `followed` are slugs of trucks. */
export function keepOf(
  { trucks, places, foods, neighborhoods }: WeekData,
  wish: Wish,
  followed: ReadonlySet<string>,
): (visit: RawVisit) => boolean {
  const food = foods.slug.indexOf(wish.food);
  const area = neighborhoods.slug.indexOf(wish.area);
  return ({ truck, place, state }) =>
    (food < 0 || (trucks.foods[truck]?.includes(food) ?? false)) &&
    (area < 0 || places.neighborhood[place] === area) &&
    !(wish.hot && state >= 12) &&
    !(wish.permitted && state % 4 !== 0) &&
    !(wish.followed && !followed.has(trucks.slug[truck] ?? ''));
}
