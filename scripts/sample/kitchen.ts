import type { Dice } from './dice.ts';
import { nameKitchen } from './names.ts';
import type { PermitPlan, Shift, StandPlan, TruckPlan } from './plan.ts';
import type { Kerbs, Spot } from './spots.ts';
import { clockText, streetText } from './words.ts';

/** A truck or cart that cooks: one to three kerbs, hours long, the text mostly telling where and seldom when. */
export function planKitchen(dice: Dice, kerbs: Kerbs, permits: readonly PermitPlan[]): TruckPlan {
  const { applicant, menu } = nameKitchen(dice);
  const count = dice.weigh([[50, 1] as const, [32, 2] as const, [18, 3] as const]);
  const stands = Array.from({ length: count }, (_, turn): StandPlan => {
    const street = dice.whole(0, kerbs.streets - 1);
    const spot = (dice.chance(0.15) ? kerbs.shared(street, dice) : null) ?? kerbs.fresh(street);
    return { ...planStand(dice, spot), permit: Math.min(turn, permits.length - 1) };
  });
  return {
    applicant,
    facility: dice.weigh([[86, 'Truck'], [12, 'Push Cart'], [2, null]]), // prettier-ignore
    cold: false,
    food: dice.chance(0.02) ? null : dice.pick(menu.texts),
    permits,
    stands,
  };
}

function planStand(dice: Dice, spot: Spot): StandPlan {
  const days = dice.weigh([
    [55, [1, 2, 3, 4, 5]],
    [22, [0, 1, 2, 3, 4, 5, 6]],
    [8, [1, 2, 3, 4, 5, 6]],
    [8, [6, 0]],
    [7, [4, 5, 6]],
  ]);
  const [from, to] = dice.weigh(openHours);
  const shifts = days.flatMap((weekday) => planNight({ weekday, start: from * 60, end: to * 60 }));
  return {
    spot,
    text: planText(dice, { spot, from, to }),
    shifts,
    ...(dice.chance(0.006) ? { without: ['coordinates'] } : {}),
  };
}

/** Weight, opening and closing hour; an hour past 24 lies on the next day. */
// prettier-ignore
const openHours: readonly (readonly [number, readonly [number, number]])[] = [
  [16, [10, 15]], [12, [11, 14]], [10, [10, 14]], [9, [11, 15]], [8, [9, 15]], [7, [7, 18]], [7, [10, 18]], [6, [10, 20]],
  [5, [11, 19]], [5, [7, 11]], [5, [17, 22]], [4, [6, 24]], [3, [18, 24]], [2, [20, 26]], [1, [18, 27]],
];

/** Past midnight: one row that ends "before" it starts, or two rows that meet at midnight, as the city writes both. */
function planNight({ weekday, start, end }: Shift): Shift[] {
  if (end <= 1440) return [{ weekday, start, end }];
  if (end === 26 * 60) return [{ weekday, start, end: end - 1440 }];
  return [
    { weekday, start, end: 1440 },
    { weekday: (weekday + 1) % 7, start: 0, end: end - 1440 },
  ];
}

interface Place {
  readonly spot: Spot;
  readonly from: number;
  readonly to: number;
}

function planText(dice: Dice, { spot, from, to }: Place): string | null {
  const street = streetText(spot.street);
  const cross = streetText(dice.pick(/: (.+) \(/.exec(spot.crossStreets)![1]!.split(' to ')));
  const corner = `${street} & ${cross} intersection`;
  const feet = dice.whole(5, 180);
  const sides = [['north', 'west'], ['south', 'east'], ['east', 'north'], ['west', 'south']] as const; // prettier-ignore
  const [side, way] = dice.pick(sides);
  const start = clockText(from * 60 + dice.pick([0, 30]), 'full');
  const end = clockText(to * 60 - dice.pick([0, 30]), 'full');
  // Two rows that meet at midnight share one text: a time in it would agree with one of them only.
  const timed = to > 26 ? 0 : 1;
  return dice.weigh([
    [
      26,
      `Truck located on the ${side} side of ${street}, approximately ${feet} feet ${way} of the ${corner}.`,
    ],
    [16, `On the ${side} side of ${street}, approx. ${feet}ft ${way} of ${cross}`],
    [12, `Push cart on the sidewalk ${feet} linear feet ${way} of the ${cross} intersection`],
    [12, `Corner of ${street} and ${cross}, on ${street}`],
    [8, null],
    [14 * timed, `${start}-${end}`],
    [7 * timed, `Set-up on the ${side} side of ${street}: ${start}-${end}`],
    [5 * timed, `Located at ${spot.number} ${street}, ${clockText(from * 60)} to ${clockText(to * 60)}`],
  ]);
}
