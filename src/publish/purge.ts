import { addressOf, classOf } from './files.ts';
import { isHashed } from './headers.ts';

/** Makes an edge forget what it holds of some addresses. */
export interface Purge {
  /** "CloudFront E2ABC": for messages. */
  readonly name: string;
  /** Addresses ("/sf/friday/12/") or "/*" alone for all. Fails with `PURGE_FAILED`; the site is published all the same. */
  purge(addresses: readonly string[]): Promise<void>;
}

/** More addresses than this cost more than forgetting everything: one "/*" counts as one (CloudFront's price list). */
const purgeLimit = 8;

/**
 * The addresses to purge when these files were stored or deleted: at most eight, else "/*". Hashed files never change,
 * and what tells about the site is kept for seconds only: neither is purged.
 */
export function purgeList(files: readonly string[]): string[] {
  const addresses = files.filter((file) => !isHashed(`/${file}`) && classOf(file) !== 'state').map(addressOf);
  return addresses.length > purgeLimit ? ['/*'] : addresses.sort();
}
