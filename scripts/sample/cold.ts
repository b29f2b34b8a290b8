import type { Dice } from './dice.ts';
import {
  addressOf,
  assessorsBlockOf,
  type PermitPlan,
  type Shift,
  type StandPlan,
  type TruckPlan,
} from './plan.ts';
import { coldMenu } from './menus.ts';
import { nameCaterer } from './names.ts';
import type { Kerbs, Spot } from './spots.ts';
import { clockText, streetText } from './words.ts';

/** A time range in minutes of the day. */
interface Stop {
  readonly start: number;
  readonly end: number;
}

const workdays = [1, 2, 3, 4, 5];

/** A truck without a kitchen: some twenty kerbs, each for five or ten minutes, the true times only in the text. */
export function planColdTruck(dice: Dice, kerbs: Kerbs, permits: readonly PermitPlan[]): TruckPlan {
  const { applicant, menu } = nameCaterer(dice, coldMenu);
  const home = dice.whole(0, kerbs.streets - 1);
  const stands = Array.from({ length: dice.whole(16, 31) }, (_, turn) => {
    const street = home + Math.floor(turn / 4);
    const spot = (dice.chance(0.1) ? kerbs.shared(street, dice) : null) ?? kerbs.fresh(street);
    const permit = permits.length > 1 && dice.chance(0.2) ? 1 : 0;
    return { ...planColdStand(dice, spot), permit };
  });
  return { applicant, facility: 'Truck', cold: true, food: dice.pick(menu.texts), permits, stands };
}

function planColdStand(dice: Dice, spot: Spot): StandPlan {
  const stops = planStops(dice);
  const days = dice.weigh([
    [66, workdays],
    [12, [1, 3, 5]],
    [10, [2, 4]],
    [9, [1, 2, 3, 4, 5, 6]],
    [3, [6, 0]],
  ]);
  const hours = dice.chance(0.075) ? contraryHours(stops) : stops.map((stop) => hoursAround(stop, dice));
  const shifts = days.flatMap((weekday): Shift[] => hours.map((range) => ({ weekday, ...range })));
  const block = dice.chance(0.15);
  const text = textFrom(stops, {
    dice,
    spot,
    named: block || dice.chance(0.25),
    everyWorkday: days === workdays,
  });
  return {
    spot,
    address: block ? assessorsBlockOf(spot) : addressOf(spot),
    text,
    shifts: dice.chance(0.004) ? misnumbered(shifts) : shifts,
    ...(dice.chance(0.006) ? { without: ['coordinates'] } : {}),
  };
}

function planStops(dice: Dice): Stop[] {
  const count = dice.weigh([[65, 1] as const, [28, 2] as const, [7, 3] as const]);
  const hours = new Set<number>();
  while (hours.size < count) hours.add(dice.weigh(busyHours));
  return [...hours]
    .sort((a, b) => a - b)
    .map((hour) => {
      const start = hour * 60 + (dice.chance(0.08) ? dice.whole(1, 11) * 5 + 3 : dice.whole(0, 11) * 5);
      return { start, end: start + dice.weigh(stopLengths) };
    });
}

/** Weight and hour, and below weight and minutes, about as in the real table: a stop is short and before lunch. */
const busyHours = [
  [5, 6], [8, 7], [10, 8], [16, 9], [18, 10], [13, 11], [18, 12], [5, 13], [4, 14], [2, 16], [1, 19],
] as const; // prettier-ignore

const stopLengths = [
  [50, 5], [25, 10], [12, 15], [4, 20], [4, 30], [3, 45], [2, 60],
] as const; // prettier-ignore

/** Whole hours, rounded outwards; now and then both ends rounded down, as the city sometimes does. */
function hoursAround(stop: Stop, dice: Dice): Stop {
  const start = Math.floor(stop.start / 60) * 60;
  const end = Math.ceil(stop.end / 60) * 60;
  return { start, end: end - start === 60 && dice.chance(0.004) ? start : end };
}

/** One hour in which none of the stops lies: the row and its text disagree. */
function contraryHours(stops: readonly Stop[]): Stop[] {
  const start = [13, 15, 17, 8, 6]
    .map((hour) => hour * 60)
    .find((from) => stops.every((stop) => stop.end <= from || stop.start >= from + 60));
  return [{ start: start ?? 1260, end: (start ?? 1260) + 60 }];
}

function misnumbered(shifts: readonly Shift[]): Shift[] {
  return shifts.map((shift, index) =>
    index === 0 ? { ...shift, dayorder: (shift.weekday + 1) % 7 } : shift,
  );
}

interface Wording {
  readonly dice: Dice;
  readonly spot: Spot;
  /** True when the text must say where. */
  readonly named: boolean;
  readonly everyWorkday: boolean;
}

function textFrom(stops: readonly Stop[], { dice, spot, named, everyWorkday }: Wording): string {
  const [write, glue] = dice.weigh(styles);
  const where = `${spot.number + dice.pick([-22, -10, -2, 0, 0, 8, 16])} ${streetText(spot.street)}`;
  const openings = [`Set-up at ${where}: `, `Set-up at ${where}: `, `Setup at ${where}. `];
  const opening = named ? dice.pick(openings) : '';
  return opening + stops.map(write).join(glue) + (everyWorkday && dice.chance(0.1) ? ' (all M-F)' : '');
}

type Style = readonly [write: (stop: Stop) => string, glue: string];

const hyphened = ({ start, end }: Stop) => `${clockText(start, 'full')}-${clockText(end, 'full')}`;
const worded = ({ start, end }: Stop) => `${clockText(start)} to ${clockText(end)}`;
const capital = (stop: Stop) => worded(stop).toUpperCase();
/** "11:05-11:10am": which half of the day the start is in goes without saying. */
const halved = ({ start, end }: Stop) => `${clockText(start, 'full').slice(0, -2)}-${clockText(end, 'full')}`;

const styles: readonly (readonly [weight: number, Style])[] = [
  [70, [hyphened, ', ']],
  [12, [worded, ', ']],
  [8, [hyphened, ' & ']],
  [5, [capital, ', ']],
  [5, [halved, ', ']],
];
