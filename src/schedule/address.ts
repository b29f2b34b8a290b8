import { capitalWord } from './reading-case.ts';

/** What an address may be read from. */
export interface AddressSource {
  readonly address: string;
  readonly text: string;
  readonly crossStreets: string | null;
}

const directions = new Set('N S E W NE NW SE SW'.split(' '));
/** Everything up to what ends a street in a text: its times, a comma, the next sentence. */
const street = String.raw`([^:;,()]{3,60}?)(?=\s*(?:[:;,()]|\.\s|\.?$|\s-\s|\d{1,2}(?::\d\d)?\s?[ap]\.?m|\b(?:between|btw|from|near|at the)\b))`;
const setUp = new RegExp(String.raw`\b(?:set[- ]?up|located|parked)\s+(?:at|@)\s+${street}`, 'i');
const numbered = new RegExp(
  String.raw`^\s*(?=\d{1,5}(?:-\d{1,5})?\s+[a-z0-9])(?!\d{1,2}\s?[ap]m)${street}`,
  'i',
);
const named = new RegExp(String.raw`\b(?:side of|located on|on)\s+(?:the\s+)?(?=[A-Z0-9])${street}`);

/**
 * The address readers see: "2535 TAYLOR ST" is "2535 Taylor St". An assessor's block is no address; in its place stands
 * the street of the text ("Set-up at 780 Innes Ave"), else the permit's cross streets, never the block alone.
 */
export function readerAddress(source: AddressSource): string {
  const { address } = source;
  if (!isBlock(address)) return streetCase(address);
  const text = source.text.slice(0, 500);
  const found = setUp.exec(text)?.[1] ?? numbered.exec(text)?.[1];
  if (found !== undefined) return streetCase(found);
  if (source.crossStreets !== null && source.crossStreets.trim() !== '')
    return readerCrossStreets(source.crossStreets);
  const beside = named.exec(text)?.[1];
  if (beside !== undefined) return streetCase(beside);
  const lot = address.trim();
  return lot === '' ? 'Street not recorded' : `Street not recorded (${lot})`;
}

/** Whether an address is none: an assessor's block, or nothing that could be read. */
export function isBlock(address: string): boolean {
  return /^\s*assessor/i.test(address) || !/[\p{L}\p{N}]/u.test(address);
}

/**
 * Cross streets as readers say them: "JOHN MUIR DR: LAKE MERCED BLVD to SKYLINE BLVD (200 - 699)" is
 * "John Muir Dr, Lake Merced Blvd to Skyline Blvd".
 */
export function readerCrossStreets(crossStreets: string): string {
  const plain = crossStreets.replace(/\s*\([\d\s-]*\)/g, '').replace(/\s*--.*?--/g, '');
  const words = plain.split(/\s+to\s+/).map((part) =>
    part
      .split(/\s*:\s*/)
      .map(streetCase)
      .join(', '),
  );
  return words.join(' to ').replace(/\s*\\\s*/g, ' / ');
}

/** A street in reading case, single spaces and ordinals without zeros: "1020 03RD ST" is "1020 3rd St". */
export function streetCase(text: string): string {
  const plain = (/[^!-~]{2}|[^ -~]/.test(text) ? text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ') : text).trim();
  return plain
    .replace(/[ .,-]+$/, '')
    .split(' ')
    .map(streetWord)
    .join(' ')
    .replace(/\b0+(\d+(?:st|nd|rd|th))\b/gi, '$1');
}

const streetWords = new Map<string, string>();

/** The words of a city's streets are few and come back in each address. */
function streetWord(word: string): string {
  const known = streetWords.get(word);
  if (known !== undefined) return known;
  const shown = directions.has(word) || word !== word.toUpperCase() ? word : capitalWord(word);
  streetWords.set(word, shown);
  return shown;
}
