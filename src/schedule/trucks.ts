import type { Entry, Food, Permit, Truck } from './city.ts';
import { foodKinds } from './food-kinds.ts';
import { foodKindsIn } from './food.ts';
import { applicantKey, truckName } from './name.ts';
import { byCodeUnit, inReadingOrder } from './reading-order.ts';
import { uniqueSlugs } from './slug.ts';
import type { SnapshotRow } from './snapshot.ts';

/** A truck whose entries are still being added. */
export interface OpenTruck extends Truck {
  readonly entries: Entry[];
}

/** The trucks of a city in reading order, the kinds of food they sell, and whose each row is. */
export interface Fleet {
  readonly trucks: readonly OpenTruck[];
  readonly foods: readonly Food[];
  readonly truckOf: (row: SnapshotRow) => OpenTruck | undefined;
}

interface OpenFood extends Food {
  readonly trucks: Truck[];
}

/** One applicant with the spelling that stands for all. */
interface Applicant {
  readonly identity: string;
  readonly name: string;
  readonly legalName: string;
  readonly rows: readonly SnapshotRow[];
}

/**
 * One truck for each applicant. Spellings that differ only in case and spacing are one applicant: readers see one name.
 * Rows must come in key order.
 */
export function fleetOfRows(rows: readonly SnapshotRow[]): Fleet {
  const groups = groupBy(rows, ({ applicant }) => applicant);
  const merged = groupBy([...groups.keys()], applicantKey);
  const applicants = [...merged].map(([identity, spellings]): Applicant => {
    return {
      identity,
      ...truckName(bestSpelling(spellings)),
      rows: spellings.flatMap((text) => groups.get(text) ?? []),
    };
  });
  const slugs = uniqueSlugs(applicants.map(({ identity, name }) => ({ identity, text: name })));
  const foods = new Map(
    foodKinds.map(({ slug, name }): [string, OpenFood] => [slug, { slug, name, trucks: [] }]),
  );
  const bySpelling = new Map<string, OpenTruck>();
  const ordered = inReadingOrder(applicants, ({ name, legalName }) => [name, legalName]);
  const trucks = ordered.map((applicant) => {
    const truck = openTruck(applicant, slugs.get(applicant.identity) ?? '', foods);
    for (const spelling of merged.get(applicant.identity) ?? []) bySpelling.set(spelling, truck);
    return truck;
  });
  return {
    trucks,
    foods: [...foods.values()].filter((food) => food.trucks.length > 0),
    truckOf: ({ applicant }) => bySpelling.get(applicant),
  };
}

function openTruck(applicant: Applicant, slug: string, foods: ReadonlyMap<string, OpenFood>): OpenTruck {
  const { name, legalName, rows } = applicant;
  const rowTexts = byFrequency(rows.map(({ food }) => food));
  const permitTexts = byFrequency(rows.map(({ permitFood }) => permitFood ?? ''));
  const foodTexts = rowTexts.length > 0 ? rowTexts : permitTexts;
  // "Tacos Santana" gives no food text, and its name says enough.
  const kinds = foodKindsIn([...rowTexts, ...permitTexts, name]);
  const truckFoods = kinds.map(({ slug: kind }) => foods.get(kind)).filter((food) => food !== undefined);
  const cold = rows.every((row) => row.cold);
  const truck = {
    slug,
    name,
    legalName,
    cold,
    foodTexts,
    foods: truckFoods,
    permits: permitsOf(rows),
    entries: [],
  };
  for (const food of truckFoods) food.trucks.push(truck);
  return truck;
}

/** Of spellings of one applicant the one that is not all capitals, then the first by code unit. */
function bestSpelling(spellings: readonly string[]): string {
  const mixed = spellings.filter((text) => /\p{Ll}/u.test(text));
  return [...(mixed.length > 0 ? mixed : spellings)].sort(byCodeUnit)[0] ?? '';
}

/** Permits by number. Where rows of one permit disagree, a row with a status counts, then the first by content. */
function permitsOf(rows: readonly SnapshotRow[]): readonly Permit[] {
  const permits = new Map<string, Permit>();
  for (const row of rows) {
    const known = permits.get(row.permit);
    if (known !== undefined && (samePermit(known, row) || permitRank(known) < permitRank(row))) continue;
    const { permit, status, standing, expiresOn, facility, scheduleUrl } = row;
    permits.set(permit, { permit, status, standing, expiresOn, facility, scheduleUrl });
  }
  return [...permits.values()].sort((a, b) => byCodeUnit(a.permit, b.permit));
}

/** Rows of one permit nearly always agree: this spares ranking them. */
function samePermit(a: Permit, b: Permit): boolean {
  const state = a.status === b.status && a.standing === b.standing && a.expiresOn === b.expiresOn;
  return state && a.facility === b.facility && a.scheduleUrl === b.scheduleUrl;
}

function permitRank({ status, expiresOn, standing, facility, scheduleUrl }: Permit): string {
  return `${status === null ? 1 : 0}${JSON.stringify([status, expiresOn, standing, facility, scheduleUrl])}`;
}

/** Distinct texts but the empty one, the commonest first, equals by code unit. */
function byFrequency(texts: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  counts.delete('');
  return [...counts].sort((a, b) => b[1] - a[1] || byCodeUnit(a[0], b[0])).map(([text]) => text);
}

function groupBy<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
