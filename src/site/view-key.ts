import { digest, type Digest } from '../digest.ts';

/** What a view may hold: plain data in a fixed order of fields. */
export type Plain = string | number | boolean | null | readonly Plain[] | object;

/** Where a shared part keeps its digest. Not enumerable, so that a copy with changes does not inherit it; a WeakMap costs ten times more. */
const remembered = Symbol('digest of this part');

/**
 * The same part, frozen, its digest remembered: every view that holds it is then keyed by that digest and not by
 * walking it again. For parts that many views hold (an entry, a truck), whose digest would be most of the work.
 */
export function shared<Part extends object>(part: Part): Readonly<Part> {
  return sharedAs(part, digest(compoundText(part)));
}

/** The same, for a part whose digest is known: `key` must differ whenever anything in the part does. */
export function sharedAs<Part extends object>(part: Part, key: string): Readonly<Part> {
  return Object.freeze(Object.defineProperty(part, remembered, { value: `#${key}` }));
}

/** The digest of a shared part. */
export function keyOf(part: object): string {
  const key = (part as { readonly [remembered]?: string })[remembered];
  if (key === undefined) throw new TypeError('This part is not shared, and has no digest');
  return key;
}

/**
 * Digest of all a page shows. Equal data gives an equal key in every process, any changed leaf another one. A shared
 * part counts with its digest, so the key of a page is a Merkle tree over the parts it is made of.
 */
export function viewKey(view: Plain): Digest {
  if (typeof view !== 'object' || view === null) return digest(textOf(view));
  const known = (view as { readonly [remembered]?: string })[remembered];
  return known === undefined ? digest(compoundText(view)) : (known.slice(1) as Digest);
}

/**
 * A text that only this value has. The first character tells the kind, and strings carry their length, which spares
 * the escaping of JSON: `"5:Tacos`. A shared part below the top is `#` and its digest.
 */
function textOf(value: unknown): string {
  if (typeof value === 'string') return stringText(value);
  if (typeof value === 'number' && Number.isFinite(value)) return `${value},`;
  if (value === null || typeof value === 'boolean') return `${value},`;
  if (typeof value !== 'object')
    throw new TypeError(`A view holds a ${typeof value}, which is not plain data`);
  return (value as { readonly [remembered]?: string })[remembered] ?? compoundText(value);
}

function compoundText(value: object): string {
  let text = '';
  if (Array.isArray(value)) {
    for (const item of value) text += textOf(item);
    return `[${text}]`;
  }
  for (const name in value) text += nameText(name) + textOf((value as Record<string, unknown>)[name]);
  return `{${text}}`;
}

/** Digests are taken of UTF-8, where all lone surrogates are the same: those few texts are escaped instead. */
function stringText(text: string): string {
  return text.isWellFormed() ? `"${text.length}:${text}` : `!${JSON.stringify(text)}`;
}

const names = new Map<string, string>();

function nameText(name: string): string {
  const text = names.get(name) ?? stringText(name);
  names.set(name, text);
  return text;
}
