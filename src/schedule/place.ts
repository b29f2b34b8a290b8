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

interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** Rows at one address that lie together. */
interface Cluster {
  readonly center: Point | null;
  readonly rows: SnapshotRow[];
}

/** Spots of one address further apart than this are different places. */
const samePlaceMeters = 250;

/** The place of each row. Rows must come in an order of their own (by key), which then decides nothing else. */
export function spotsOfRows(rows: readonly SnapshotRow[]): ReadonlyMap<SnapshotRow, Spot> {
  const clusters = clustersOf(rows);
  const slugs = uniqueSlugs(clusters.map(({ identity, address }) => ({ identity, text: address })));
  const spots = new Map<SnapshotRow, Spot>();
  for (const { identity, address, cluster } of clusters) {
    const spot = spotOf(slugs.get(identity) ?? identity, address, cluster);
    for (const row of cluster.rows) spots.set(row, spot);
  }
  return spots;
}

interface AddressedRow {
  readonly row: SnapshotRow;
  readonly address: string;
}

interface AddressCluster {
  readonly identity: string;
  readonly address: string;
  readonly cluster: Cluster;
}

function clustersOf(rows: readonly SnapshotRow[]): readonly AddressCluster[] {
  return [...rowsByAddress(rows)].flatMap(([key, sharing]) => {
    const spellings = new Map(sharing.map(({ row, address }) => [row, address]));
    return splitByDistance([...spellings.keys()]).map((cluster, index) => {
      const address = commonest(cluster.rows.map((row) => spellings.get(row) ?? ''));
      const { center } = cluster;
      const where = center === null ? '' : `${center.latitude.toFixed(3)},${center.longitude.toFixed(3)}`;
      // The first cluster is the address itself; the others are told apart by where they lie.
      return { identity: index === 0 ? key : `${key} @ ${where}`, address, cluster };
    });
  });
}

/** Rows by what spellings of one address share, each with its own spelling. */
function rowsByAddress(rows: readonly SnapshotRow[]): ReadonlyMap<string, readonly AddressedRow[]> {
  const groups = new Map<string, AddressedRow[]>();
  const known = new Map<string, { readonly address: string; readonly group: AddressedRow[] }>();
  for (const row of rows) {
    // An address of its own decides alone; reading it once for each spelling is what keeps large cities fast.
    const source = isBlock(row.address)
      ? `${row.address}\n${row.text}\n${row.crossStreets ?? ''}`
      : row.address;
    let found = known.get(source);
    if (found === undefined) {
      const address = readerAddress(row);
      const key = addressKey(address);
      const group = groups.get(key) ?? [];
      groups.set(key, group);
      found = { address, group };
      known.set(source, found);
    }
    found.group.push({ row, address: found.address });
  }
  return groups;
}

/** What spellings of one address share. */
function addressKey(address: string): string {
  return address.length < 60 ? slugFrom(address) || address.toLowerCase() : address.toLowerCase();
}

/** Rows that lie together, in an order that depends on coordinates alone; rows without coordinates join the first. */
function splitByDistance(rows: readonly SnapshotRow[]): readonly Cluster[] {
  const located = rows.filter((row) => pointOf(row) !== null).sort(byCoordinates);
  const clusters: Cluster[] = [];
  for (const row of located) {
    const point = pointOf(row);
    const near = clusters.find(
      ({ center }) => point !== null && center !== null && meters(center, point) <= samePlaceMeters,
    );
    if (near === undefined) clusters.push({ center: point, rows: [row] });
    else near.rows.push(row);
  }
  const unlocated = rows.filter((row) => pointOf(row) === null);
  const [first] = clusters;
  if (first === undefined) return [{ center: null, rows: unlocated }];
  first.rows.push(...unlocated);
  return clusters;
}

function spotOf(slug: string, address: string, { center, rows }: Cluster): Spot {
  const crossing = rows.map((row) => row.crossStreets ?? '').filter((text) => text !== '');
  const points = rows.map((row) => pointOf(row)).filter((point) => point !== null);
  const common = commonest(points.map(({ latitude, longitude }) => `${latitude} ${longitude}`))
    .split(' ')
    .map(Number);
  return {
    slug,
    address,
    crossStreets: crossing.length === 0 ? null : readerCrossStreets(commonest(crossing)),
    latitude: center === null ? null : (common[0] ?? null),
    longitude: center === null ? null : (common[1] ?? null),
  };
}

/** The text that occurs most often; of equals the first by code unit. Empty when there is none. */
function commonest(texts: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  let best = '';
  let most = 0;
  for (const [text, count] of counts) {
    if (count > most || (count === most && text < best)) [best, most] = [text, count];
  }
  return best;
}

function pointOf({ latitude, longitude }: SnapshotRow): Point | null {
  return latitude === null || longitude === null ? null : { latitude, longitude };
}

function byCoordinates(a: SnapshotRow, b: SnapshotRow): number {
  return (a.latitude ?? 0) - (b.latitude ?? 0) || (a.longitude ?? 0) - (b.longitude ?? 0);
}

/** Distance on a sphere, good to a metre within a city. */
function meters(a: Point, b: Point): number {
  const metersPerDegree = 111_195;
  const north = (a.latitude - b.latitude) * metersPerDegree;
  const east = (a.longitude - b.longitude) * metersPerDegree * Math.cos((a.latitude * Math.PI) / 180);
  return Math.hypot(north, east);
}
