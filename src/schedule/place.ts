import type { SnapshotRow } from './snapshot.ts';
import { isBlock, readerAddress, readerCrossStreets } from './address.ts';
import { slugFrom, uniqueSlugs } from './slug.ts';

/** A place before its entries are known. */
export interface Spot {
  readonly slug: string;
  readonly address: string;
  readonly crossStreets: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

export interface Spots {
  readonly spots: readonly Spot[];
  readonly spotOfRow: readonly number[];
}

interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** Rows at one address that lie together, by their position among all rows. */
interface Cluster {
  /** The first point by coordinates: how far others may lie, and what tells the cluster from others. */
  readonly first: Point | null;
  center: Point | null;
  most: number;
  readonly rows: number[];
}

/** Rows of one address, by position, with the spelling of each. */
interface Group {
  readonly rows: number[];
  readonly spellings: string[];
}

/** A shown address and the rows it belongs to. */
interface Spelling {
  readonly address: string;
  readonly group: Group;
}

interface PlaceDraft {
  readonly identity: string;
  readonly address: string;
  readonly cluster: Cluster;
}

/** Spots of one address further apart than this are different places. */
const samePlaceMeters = 250;

/** The spots of rows, and for each row the position of its own. The order of the rows decides nothing else. */
export function spotsOfRows(rows: readonly SnapshotRow[]): Spots {
  const drafts = [...rowsByAddress(rows)].flatMap(([key, group]) => draftsOf(rows, key, group));
  const slugs = uniqueSlugs(drafts.map(({ identity, address }) => ({ identity, text: address })));
  const spotOfRow = new Array<number>(rows.length).fill(0);
  for (const [spot, { cluster }] of drafts.entries()) for (const row of cluster.rows) spotOfRow[row] = spot;
  const spots = drafts.map(({ identity, address, cluster }): Spot => {
    return {
      slug: slugs.get(identity) ?? identity,
      address,
      crossStreets: crossing(rows, cluster),
      latitude: cluster.center?.latitude ?? null,
      longitude: cluster.center?.longitude ?? null,
    };
  });
  return { spots, spotOfRow };
}

function draftsOf(rows: readonly SnapshotRow[], key: string, group: Group): readonly PlaceDraft[] {
  const spellings = [...new Set(group.spellings)];
  const spellingOf =
    spellings.length > 1 ? new Map(group.rows.map((row, at) => [row, group.spellings[at]])) : null;
  return splitByDistance(rows, group.rows).map((cluster, index) => {
    const own = spellingOf === null ? spellings : cluster.rows.map((row) => spellingOf.get(row) ?? '');
    const { first } = cluster;
    const where = first === null ? '' : `${first.latitude.toFixed(3)},${first.longitude.toFixed(3)}`;
    // The first cluster is the address itself; the others are told apart by where they lie.
    return { identity: index === 0 ? key : `${key} @ ${where}`, address: commonest(own), cluster };
  });
}

/** Rows by what spellings of one address share. */
function rowsByAddress(rows: readonly SnapshotRow[]): ReadonlyMap<string, Group> {
  const groups = new Map<string, Group>();
  const known = new Map<string, Spelling>();
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index]!;
    // An address decides alone, and is read once: that keeps large cities fast. Only a block needs the other columns.
    let spelling = known.get(row.address);
    if (spelling === undefined) {
      const block = isBlock(row.address);
      const source = block ? `${row.address}\n${row.text}\n${row.crossStreets ?? ''}` : row.address;
      spelling = known.get(source) ?? spellingOf(row, groups);
      known.set(source, spelling);
    }
    spelling.group.rows.push(index);
    spelling.group.spellings.push(spelling.address);
  }
  return groups;
}

function spellingOf(row: SnapshotRow, groups: Map<string, Group>): Spelling {
  const address = readerAddress(row);
  const key = addressKey(address);
  const group = groups.get(key) ?? { rows: [], spellings: [] };
  groups.set(key, group);
  return { address, group };
}

/** What spellings of one address share. */
function addressKey(address: string): string {
  return address.length < 60 ? slugFrom(address) || address.toLowerCase() : address.toLowerCase();
}

/** Rows that lie together, found in the order of their coordinates; rows without coordinates join the first. */
function splitByDistance(all: readonly SnapshotRow[], rows: readonly number[]): readonly Cluster[] {
  if (liesAtOnePoint(all, rows)) {
    const point = pointOf(all[rows[0]!]);
    return [{ first: point, center: point, most: rows.length, rows: [...rows] }];
  }
  const clusters: Cluster[] = [];
  const unlocated = rows.filter((row) => pointOf(all[row]) === null);
  for (const { point, rows: sharing } of rowsByPoint(all, rows)) {
    const near = clusters.find(({ first }) => first !== null && meters(first, point) <= samePlaceMeters);
    if (near === undefined) {
      clusters.push({ first: point, center: point, most: sharing.length, rows: sharing });
      continue;
    }
    for (const row of sharing) near.rows.push(row);
    // A place lies where most of its rows do; of equals the point that comes first.
    if (sharing.length > near.most) [near.center, near.most] = [point, sharing.length];
  }
  const [first] = clusters;
  if (first === undefined) return [{ first: null, center: null, most: 0, rows: unlocated }];
  for (const row of unlocated) first.rows.push(row);
  return clusters;
}

/** Nearly every address does; or has no coordinates at all. */
function liesAtOnePoint(all: readonly SnapshotRow[], rows: readonly number[]): boolean {
  const first = all[rows[0] ?? 0];
  return rows.every(
    (row) => all[row]?.latitude === first?.latitude && all[row]?.longitude === first?.longitude,
  );
}

/** Distinct points in their own order, each with its rows. */
function rowsByPoint(
  all: readonly SnapshotRow[],
  rows: readonly number[],
): readonly { readonly point: Point; readonly rows: number[] }[] {
  const located: { readonly point: Point; readonly row: number }[] = [];
  for (const row of rows) {
    const point = pointOf(all[row]);
    if (point !== null) located.push({ point, row });
  }
  located.sort((a, b) => byCoordinates(a.point, b.point) || a.row - b.row);
  const points: { readonly point: Point; readonly rows: number[] }[] = [];
  for (const { point, row } of located) {
    const last = points.at(-1);
    if (last !== undefined && byCoordinates(last.point, point) === 0) last.rows.push(row);
    else points.push({ point, rows: [row] });
  }
  return points;
}

function crossing(rows: readonly SnapshotRow[], cluster: Cluster): string | null {
  const crossings: string[] = [];
  for (const index of cluster.rows) {
    const text = rows[index]?.crossStreets;
    if (text) crossings.push(text);
  }
  return crossings.length === 0 ? null : readerCrossStreets(commonest(crossings));
}

/** The text that occurs most often; of equals the first by code unit. Empty when there is none. */
function commonest(texts: readonly string[]): string {
  if (texts.every((text) => text === texts[0])) return texts[0] ?? '';
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  let best = '';
  let most = 0;
  for (const [text, count] of counts) {
    if (count > most || (count === most && text < best)) [best, most] = [text, count];
  }
  return best;
}

function pointOf(row: SnapshotRow | undefined): Point | null {
  if (row === undefined || row.latitude === null || row.longitude === null) return null;
  return { latitude: row.latitude, longitude: row.longitude };
}

function byCoordinates(a: Point, b: Point): number {
  return a.latitude - b.latitude || a.longitude - b.longitude;
}

/** Distance on a sphere, good to a metre within a city. */
function meters(a: Point, b: Point): number {
  const metersPerDegree = 111_195;
  const north = (a.latitude - b.latitude) * metersPerDegree;
  const east = (a.longitude - b.longitude) * metersPerDegree * Math.cos((a.latitude * Math.PI) / 180);
  return Math.hypot(north, east);
}
