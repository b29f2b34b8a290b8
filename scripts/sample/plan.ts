import type { Spot } from './spots.ts';

/** What a truck does in the sample city, before it is written down in the columns of the API. */
export interface TruckPlan {
  /** As the city would write it. */
  readonly applicant: string;
  /** Null when the permit says nothing. */
  readonly facility: 'Truck' | 'Push Cart' | null;
  readonly cold: boolean;
  /** Null when the schedule says nothing. */
  readonly food: string | null;
  readonly permits: readonly PermitPlan[];
  readonly stands: readonly StandPlan[];
}

/** One permit: its state on the as-of date, and the link to its timetable where it is not the usual one. */
export interface PermitPlan {
  readonly state: PermitState;
  readonly scheduleUrl?: string;
}

/** One location of a permit: where, the city's text, and one row for each shift. */
export interface StandPlan {
  readonly spot: Spot;
  /** Position in the truck's permits; the first when left out. */
  readonly permit?: number;
  /** The address column; that of the spot when left out. */
  readonly address?: string;
  readonly text: string | null;
  readonly shifts: readonly Shift[];
  /** What the city forgot to write down. */
  readonly without?: readonly Omission[];
}

export type Omission = 'coordinates' | 'cross streets' | 'permit row';

/** One row's weekday and hours, in minutes from the midnight that begins the day; an end before its start lies on the next day. */
export interface Shift {
  /** Sunday is 0. */
  readonly weekday: number;
  readonly start: number;
  readonly end: number;
  /** A wrong number in the city's `dayorder`. */
  readonly dayorder?: number;
}

/** Every way in which a permit may stand; the date words are relative to the as-of date. */
export type PermitState =
  | 'approved'
  | 'issued'
  | 'issued without a date'
  | 'postapproved'
  | 'approved until lately'
  | 'issued until lately'
  | 'expired lately'
  | 'requested without a date'
  | 'requested, expired lately'
  | 'requested, expired long ago'
  | 'expired long ago'
  | 'suspended'
  | 'inactive'
  | 'on hold'
  | 'a status nobody knows'
  | 'missing';

/** The address as the schedule writes it: "432 CLAY ST". */
export function addressOf(spot: Spot): string {
  return `${spot.number} ${spot.street}`;
}

/** The block and lot that stand in for an address: "Assessors Block 3720/Lot001". */
export function assessorsBlockOf(spot: Spot): string {
  return `Assessors Block ${spot.block}/Lot${spot.lot}`;
}
