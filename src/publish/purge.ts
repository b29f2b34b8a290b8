import { addressOf, classOf } from './files.ts';
import { isHashed } from './headers.ts';

/** Makes an edge forget what it holds of some addresses. */
export interface Purge {
  /** "CloudFront E2ABC": for messages. */
  readonly name: string;
  /** Takes the addresses of readers (`orderBelow`). Fails with `PURGE_FAILED`; the site is published all the same. */
  purge(order: PurgeOrder): Promise<void>;
}

/** What an edge is to forget. */
export interface PurgeOrder {
  /** Addresses from the root of the site ("/sf/friday/12/"), or "/*" alone for all. */
  readonly addresses: readonly string[];
  /**
   * Names the publish that it is due to: the same order given twice, for want of an answer, is one purge. Unlike for any
   * two publishes, also of the same release: after a rollback and back it is due again.
   */
  readonly publish: string;
}

/** More addresses than this cost more than forgetting everything: one "/*" counts as one (CloudFront's price list). */
const purgeLimit = 8;

/**
 * The addresses to purge when these files were stored or deleted: at most eight, else "/*". Hashed files never change,
 * and what tells about the site is kept for seconds only: neither is purged.
 */
export function purgeList(files: readonly string[]): string[] {
  return collapsed(files.filter((file) => !isHashed(`/${file}`) && classOf(file) !== 'state').map(addressOf));
}

/** The order for a publish with these addresses, and for what an earlier one left owing; null when there is neither. */
export function orderFor(
  addresses: readonly string[],
  { owed, publish }: { owed: PurgeOrder | null; publish: string },
): PurgeOrder | null {
  if (addresses.length === 0) return owed;
  return { addresses: collapsed([...addresses, ...(owed?.addresses ?? [])]), publish };
}

/** The order in the addresses of readers, for a site below a path: "/sf/" → "/trucks/sf/", and "/*" → "/trucks/*". */
export function orderBelow(base: string, { addresses, publish }: PurgeOrder): PurgeOrder {
  return { addresses: addresses.map((address) => base + address.slice(1)), publish };
}

function collapsed(addresses: readonly string[]): string[] {
  const all = new Set(addresses);
  return all.size > purgeLimit || all.has('/*') ? ['/*'] : [...all].sort();
}
