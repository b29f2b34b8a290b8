import type { Current } from '../source/state.ts';

/** `/status.json`: the one file that changes with every pull, so that no page has to. */
export interface StatusFile {
  readonly cities: Readonly<Record<string, CityStatus>>;
  /** Pages and data files of the site. */
  readonly pages: number;
  readonly codeDigest: string;
}

export interface CityStatus extends Omit<Current, 'city' | 'digest' | 'history' | 'log' | 'geography'> {
  readonly trucks: number;
  readonly places: number;
  /** Digest of the snapshot. */
  readonly snapshot: string;
  /** Digests of the neighbourhoods and streets on its map; null for none. */
  readonly neighborhoods: string | null;
  readonly streets: string | null;
  /** Digest of what owners say; left out where they say nothing. */
  readonly content?: string;
}

/** Status of a city from its pointer and the pages made of it: a truck and a place have one each. */
export function cityStatus(current: Current, pages: Iterable<string>, content: string | null): CityStatus {
  const {
    city,
    digest: snapshot,
    geography,
    source,
    pulledAt,
    rowsUpdatedAt,
    asOf,
    rows,
    problems,
  } = current;
  let trucks = 0;
  let places = 0;
  for (const page of pages) {
    // By their data: the page of an address that a truck had before has none.
    if (!/^\/[^/]+\/(?:truck|place)\/[^/.]+\.json$/.test(page)) continue;
    if (page.startsWith(`/${city.key}/truck/`)) trucks++;
    else places++;
  }
  const [neighborhoods, streets] = [
    geography.neighborhoods?.digest ?? null,
    geography.streets?.digest ?? null,
  ];
  const counts = { rows, problems, trucks, places };
  const digests = { snapshot, neighborhoods, streets, ...(content !== null && { content }) };
  return { source, pulledAt, rowsUpdatedAt, asOf, ...counts, ...digests };
}
