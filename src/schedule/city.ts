import type { Certainty } from './certainty.ts';
import type { Neighborhood } from './neighborhood.ts';
import type { Standing } from './standing.ts';
import type { Weekday, Window } from './week.ts';

/** One row of the schedule, understood. */
export interface Entry {
  /** `permit + locationid + dayofweek + start24 + end24`, joined by "/"; unique in a snapshot, never used in a URL. */
  readonly key: string;
  /** Digest of the row it was read from: with the truck and the place it tells whether anything about the entry changed. */
  readonly digest: string;
  /** Where it stands in the city's entries. */
  readonly position: number;
  readonly truck: Truck;
  readonly place: Place;
  readonly permit: string;
  readonly locationId: string;
  /** The weekday on which the entry starts. */
  readonly weekday: Weekday;
  /** The row's own hours. */
  readonly hours: Window;
  /** When the truck may be there, in time order, disjoint; the row's hours unless certainty is `stated`. */
  readonly windows: readonly Window[];
  readonly certainty: Certainty;
  readonly standing: Standing;
  readonly status: string | null;
  readonly cold: boolean;
  readonly food: string;
  /** The city's own text, trimmed. */
  readonly note: string;
  /** The row's own coordinates; null when unusable. */
  readonly latitude: number | null;
  readonly longitude: number | null;
}

export interface Permit {
  readonly permit: string;
  readonly status: string | null;
  readonly standing: Standing;
  readonly expiresOn: string | null;
  readonly facility: string | null;
  readonly scheduleUrl: string | null;
}

/** One applicant with all its permits, under the name readers know. */
export interface Truck {
  readonly slug: string;
  readonly name: string;
  /** The city's applicant text; equal to `name` when there is no other. */
  readonly legalName: string;
  /** True when every entry is a cold truck's. */
  readonly cold: boolean;
  /** Distinct food texts, the commonest first. */
  readonly foodTexts: readonly string[];
  readonly foods: readonly Food[];
  readonly permits: readonly Permit[];
  readonly entries: readonly Entry[];
}

/** One permitted spot, by address. */
export interface Place {
  readonly slug: string;
  /** What readers see: "2535 Taylor St", never an assessor's block. */
  readonly address: string;
  readonly crossStreets: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** Null when it lies in none, or when the city's borders are not known. */
  readonly neighborhood: Neighborhood | null;
  readonly entries: readonly Entry[];
}

/** One kind of food, recognised in the city's food texts. */
export interface Food {
  readonly slug: string;
  readonly name: string;
  readonly trucks: readonly Truck[];
}

/** The whole schedule of a city, understood. Entries are in key order; all else is in reading order. */
export interface City {
  readonly entries: readonly Entry[];
  readonly trucks: readonly Truck[];
  readonly places: readonly Place[];
  readonly foods: readonly Food[];
  /** Empty when the city's borders are not known. */
  readonly neighborhoods: readonly Neighborhood[];
}
