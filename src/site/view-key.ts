import { digest, type Digest } from '../digest.ts';

/** What a view may hold: plain data in a fixed order of fields. */
export type Plain = string | number | boolean | null | readonly Plain[] | object;

const remembered = new WeakMap<object, string>();

/**
 * The same part, frozen, its digest remembered: every view that holds it is then keyed by that digest and not by
 * walking it again. For parts that many views hold (an entry, a truck), whose digest would be most of the work.
 */
export function shared<Part extends object>(part: Part): Readonly<Part> {
  remembered.set(part, `#${digest(textOf(part, true))}`);
  return Object.freeze(part);
}

/**
 * Digest of all a page shows. Equal data gives an equal key in every process, any changed leaf another one. A shared
 * part counts with its digest, so the key of a page is a Merkle tree over the parts it is made of.
 */
export function viewKey(view: Plain): Digest {
  return digest(textOf(view, false));
}

/** JSON text of the data, except that each shared part below the top is written as `#digest`, which no JSON value begins with. */
function textOf(value: unknown, whole: boolean): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value !== 'object')
    throw new TypeError(`A view holds a ${typeof value}, which is not plain data`);
  const known = whole ? undefined : remembered.get(value);
  return known ?? (Array.isArray(value) ? listText(value) : recordText(value as Record<string, unknown>));
}

function listText(list: readonly unknown[]): string {
  let text = '[';
  for (const item of list) text += textOf(item, false) + ',';
  return text + ']';
}

function recordText(record: Record<string, unknown>): string {
  let text = '{';
  for (const name in record) text += JSON.stringify(name) + ':' + textOf(record[name], false) + ',';
  return text + '}';
}
