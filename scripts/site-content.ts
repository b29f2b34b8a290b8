import path from 'node:path';
import { contentOfCity, isEmpty, type Content } from '../src/content/content.ts';
import { faultText } from '../src/content/fault.ts';
import { handContent, type SiteContent } from '../src/content/kept.ts';
import { withPayments } from '../src/payments/city-payments.ts';
import { emptyLock, lockName, readLock, type PaymentsLock } from '../src/payments/lock.ts';
import { digest } from '../src/digest.ts';
import { Failure } from '../src/failure.ts';
import type { Current } from '../src/source/state.ts';
import { keptContent, photosFolder } from './kept-content.ts';

/** What the cities of a build show of their content. */
export interface ContentOfSite {
  readonly byCity: SiteContent;
  /** Digest of each part, by the key of its city. */
  readonly digests: Readonly<Record<string, string>>;
  /** The file by which pages get it. */
  readonly file: string;
  /** Files, and parts of files, that are left out, in words. */
  readonly warnings: readonly string[];
}

/**
 * Checks the content of every city and hands it to the pages. Owners of invented trucks are invented too: the sample has
 * a folder of its own, and neither is ever shown of the other. `CURBSIDE_CONTENT` names one folder for all. What is paid, and
 * where, stands in the lock beside them.
 */
export function contentOfSite(cities: readonly Current[], root: string, cache: string): ContentOfSite {
  const folderOf = ({ source }: Current) =>
    process.env['CURBSIDE_CONTENT'] ??
    path.join(root, ...(source === 'sample' ? ['data', 'sample', 'content'] : ['content']));
  const read = new Map<string, Content>();
  const warnings: string[] = [];
  for (const folder of new Set(cities.map(folderOf))) read.set(folder, keptContent(folder, cache));
  const entries = cities.flatMap((current) => {
    const { key } = current.city;
    const folder = folderOf(current);
    const shown = { lock: lockIn(folder, warnings), asOf: current.asOf, sample: current.source === 'sample' };
    const content = withPayments(contentOfCity(read.get(folder)!, key), shown);
    return isEmpty(content) ? [] : [[key, content] as const];
  });
  const byCity = Object.fromEntries(entries);
  const file = handContent(byCity, path.join(cache, 'content'), photosFolder(cache));
  const digests = Object.fromEntries(entries.map(([key, part]) => [key, digest(JSON.stringify(part))]));
  return {
    byCity,
    digests,
    file,
    warnings: [...[...read.values()].flatMap(({ faults }) => faults.map(faultText)), ...warnings],
  };
}

/** The lock of payments in a folder. A damaged one takes payments off the pages, with a warning, and stops no schedule. */
function lockIn(folder: string, warnings: string[]): PaymentsLock {
  try {
    return readLock(path.join(folder, lockName));
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    warnings.push(error.message);
    return emptyLock;
  }
}
