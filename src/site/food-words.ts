import type { Words } from '../words/words.ts';
import { cutText, listLength } from './text.ts';

/** A part of what the city says of a truck's food, in the page's language where its terms are known. */
export interface FoodPart {
  readonly text: string;
  /** "en" for what stays as the city wrote it, on a page in another language. */
  readonly lang?: 'en';
}

/** What separates terms: the city writes ":", "," and ";" for the same. */
const separators = /[:;,.()/]+/;
const joined = /\s*&\s*|\s+and\s+|^and\s+/i;

/**
 * A food text of the city in the language of a page, cut to a length. English is the city's own text. Elsewhere it is cut
 * into terms, and each is translated; what nobody has translated stays English, and says so.
 */
export function foodParts(text: string, words: Words, length: number = listLength.food): FoodPart[] {
  if (text === '') return [];
  if (words.language === 'en') return [{ text: cutText(text, length) }];
  const told = new Map<string, FoodPart>();
  for (const term of termsIn(text)) {
    const part = translated(term, words);
    told.set(part.text.toLowerCase(), part);
  }
  return joinParts([...told.values()], words.comma, length);
}

/** The terms of a food text, as the city spells them. */
export function termsIn(text: string): string[] {
  return text
    .split(separators)
    .map((term) => term.replace(/\s+/g, ' ').trim())
    .filter((term) => /\p{L}/u.test(term));
}

/** What must be in the glossary for a term to be translated: the whole, or each part between "and"s. */
export function partsOfTerm(term: string): string[] {
  return term
    .split(joined)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function translated(term: string, words: Words): FoodPart {
  const whole = words.term(term.toLowerCase());
  if (whole !== undefined) return { text: whole };
  const parts = partsOfTerm(term).map((part) => words.term(part.toLowerCase()));
  return parts.length > 0 && parts.every((part) => part !== undefined)
    ? { text: parts.join(words.and) }
    : { text: term, lang: 'en' };
}

/** Parts as one text: a capital at its start, separators between, cut at a term. */
function joinParts(parts: readonly FoodPart[], comma: string, length: number): FoodPart[] {
  const shown: FoodPart[] = [];
  let room = length;
  for (const { text, ...lang } of parts) {
    if (shown.length > 0 && text.length > room) {
      shown.push({ text: '…' });
      break;
    }
    room -= text.length + comma.length;
    if (shown.length > 0) shown.push({ text: comma });
    shown.push({
      text:
        shown.length === 0
          ? cutText(text.charAt(0).toUpperCase() + text.slice(1), length)
          : cutText(text, length),
      ...lang,
    });
  }
  return shown;
}
