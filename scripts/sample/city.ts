import { planColdTruck } from './cold.ts';
import { Dice } from './dice.ts';
import { planKitchen } from './kitchen.ts';
import { planOddities } from './oddities.ts';
import type { PermitPlan, PermitState, TruckPlan } from './plan.ts';
import { Registry, type TruckRows } from './rows.ts';
import { Kerbs } from './spots.ts';

/** What makes one sample; the same settings make the same bytes. */
export interface SampleSettings {
  /** How many trucks; the odd ones come first. */
  readonly trucks: number;
  readonly seed: number;
  /** The date for which the permits are right: "2026-11-20". */
  readonly asOf: string;
}

/** The sample in `data/sample`: some 600 rows, a week after the yearly expiry of all permits, when every standing shows. */
export const bundledSample: SampleSettings = { trucks: 38, seed: 1, asOf: '2026-11-20' };

/**
 * A fictional city, truck after truck: first the odd cases, then trucks in the proportions of the real city (27 rows
 * and 4.4 addresses each; two of fifteen are cold and have two thirds of all rows). A larger city begins with the
 * trucks of a smaller one. Memory grows with the names, not with the rows.
 */
export function* generateCity({ trucks, seed, asOf }: SampleSettings): Generator<TruckRows> {
  const registry = new Registry(asOf);
  for (const truck of planTrucks(trucks, seed)) yield registry.rowsOf(truck);
}

function* planTrucks(count: number, seed: number): Generator<TruckPlan> {
  const kerbs = new Kerbs();
  const oddities = planOddities(kerbs);
  yield* oddities.slice(0, count);
  const names = new Set(oddities.map(({ applicant }) => applicant.toLowerCase()));
  for (let turn = 0; turn < count - oddities.length; turn++)
    yield planUniqueTruck(kerbs, { turn, seed, names });
}

interface Turn {
  readonly turn: number;
  readonly seed: number;
  /** In lower case: the names of all trucks so far. */
  readonly names: Set<string>;
}

function planUniqueTruck(kerbs: Kerbs, { turn, seed, names }: Turn): TruckPlan {
  const dice = new Dice(Math.imul(seed, 0x9e3779b1) ^ Math.imul(turn + 1, 0x85ebca6b));
  const cold = turn % 15 === 2 || turn % 15 === 9;
  const plan = cold
    ? planColdTruck(dice, kerbs, coldPermits(turn))
    : planKitchen(dice, kerbs, kitchenPermits(dice));
  let applicant = plan.applicant;
  for (let number = 2; names.has(applicant.toLowerCase()); number++)
    applicant = `${plan.applicant} #${number}`;
  names.add(applicant.toLowerCase());
  return applicant === plan.applicant ? plan : { ...plan, applicant };
}

/** Cold trucks hold most of the rows, so their permits take turns instead of being thrown for. */
function coldPermits(turn: number): PermitPlan[] {
  const newest: readonly PermitState[] = [
    'approved',
    'expired lately',
    'approved',
    'requested without a date',
    'approved',
    'approved',
    'expired long ago',
  ];
  const round = Math.floor(turn / 15) * 2 + (turn % 15 === 9 ? 1 : 0);
  return [{ state: newest[round % newest.length]! }, { state: 'expired long ago' }];
}

function kitchenPermits(dice: Dice): PermitPlan[] {
  const states = dice.weigh<PermitState[]>([
    [44, ['approved']],
    [8, ['approved', 'approved']],
    [4, ['approved', 'expired long ago']],
    [4, ['issued']],
    [2, ['postapproved']],
    [9, ['requested without a date']],
    [9, ['expired lately']],
    [4, ['approved until lately']],
    [4, ['requested, expired lately']],
    [3, ['missing']],
    [6, ['expired long ago']],
    [2, ['requested, expired long ago']],
    [1, ['suspended']],
  ]);
  return states.map((state) => ({ state }));
}
