import type { Dice } from './dice.ts';
import { readStreets, type Street } from './streets.ts';

/** One kerb of the city. */
export interface Spot {
  readonly street: string;
  readonly number: number;
  readonly latitude: number;
  readonly longitude: number;
  /** "CLAY ST: BATTERY ST to SANSOME ST (400 - 499)", as a permit says where it is. */
  readonly crossStreets: string;
  readonly block: string;
  readonly lot: string;
  /** The number of the street's line in the city's map of centre lines. */
  readonly centreLine: string;
}

/** The city's kerbs, given out one after another, so that the number of addresses grows with the number of trucks. */
export class Kerbs {
  readonly #streets = readStreets();
  readonly #given: number[] = this.#streets.map(() => 0);

  /** How many streets there are: neighbours in the table are mostly neighbours in the city. */
  get streets(): number {
    return this.#streets.length;
  }

  /** A kerb that nobody has yet, on this street or, when it is full, on the next; in a full city one that is shared. */
  fresh(street: number): Spot {
    const streets = this.#streets.map((_, step) => (street + step) % this.#streets.length);
    const index = streets.find((candidate) => this.#given[candidate]! < spanOf(this.#streets[candidate]!));
    const chosen = index ?? street % this.#streets.length;
    return this.#spot(chosen, this.#given[chosen]!++);
  }

  /** A kerb that another truck has already, or null while the street is empty. */
  shared(street: number, dice: Dice): Spot | null {
    const index = street % this.#streets.length;
    const given = this.#given[index]!;
    return given === 0 ? null : this.#spot(index, dice.whole(0, given - 1));
  }

  /** The kerb of a known address, which is not kept from others. */
  at(street: string, number: number): Spot {
    const index = this.#streets.findIndex(
      ({ name, low, high }) => name === street && low.number <= number && number <= high.number,
    );
    if (index < 0) throw new RangeError(`no ${number} ${street} in the table of streets`);
    return spotAt(this.#streets[index]!, index, number);
  }

  #spot(index: number, turn: number): Spot {
    const street = this.#streets[index]!;
    const span = spanOf(street);
    // Steps of the golden ratio spread the first kerbs over the whole street; coprime, they meet none twice until it is full.
    const step = coprimeNear(Math.round(span * 0.618), span);
    return spotAt(street, index, street.low.number + ((turn * step + index * 37) % span));
  }
}

function spanOf(street: Street): number {
  return street.high.number - street.low.number + 1;
}

function spotAt(street: Street, index: number, number: number): Spot {
  const { low, high, crossings, name } = street;
  const share = (number - low.number) / (high.number - low.number);
  const hundred = Math.floor(number / 100) * 100;
  const crossing = Math.min(crossings.length - 2, Math.floor(share * (crossings.length - 1)));
  return {
    street: name,
    number,
    latitude: low.latitude + share * (high.latitude - low.latitude),
    longitude: low.longitude + share * (high.longitude - low.longitude),
    crossStreets: `${name}: ${crossings[crossing]} to ${crossings[crossing + 1]} (${hundred} - ${hundred + 99})`,
    block: String(200 + index * 97 + Math.floor(number / 100)).padStart(4, '0'),
    lot: String((number % 100) + 1).padStart(3, '0'),
    centreLine: String((2000 + index * 140 + Math.floor(number / 100)) * 1000),
  };
}

function coprimeNear(candidate: number, modulus: number): number {
  let step = Math.max(1, candidate);
  while (greatestDivisor(step, modulus) !== 1) step++;
  return step;
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}
