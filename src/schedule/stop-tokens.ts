import { readClock } from './stop-clock.ts';
import type { ClockTime } from './stop-clock.ts';
import { isDigit, isLetter, isSpace } from './stop-letters.ts';

/** What the reader of stops sees in a text. Words are lower-case; a mark is any other single character. */
export type Token =
  | (ClockTime & { readonly kind: 'time' })
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'mark'; readonly text: string };

/** A longer text holds no schedule any more; its rest is not read. */
const longestText = 20_000;

/**
 * The tokens of a text, in order, in linear time. Letters are lower-cased, full-width forms and odd spaces made plain,
 * and every kind of dash becomes "-". Any text is accepted.
 */
export function tokensOf(source: string): readonly Token[] {
  const text = plainText(source.slice(0, longestText));
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (isSpace(code) || isQuote(code)) {
      at += 1;
    } else if (isDigit(code)) {
      at = pushNumber(tokens, text, at);
    } else if (isLetter(code)) {
      const end = runEnd(text, at, (next) => isLetter(next) || isQuote(next));
      tokens.push(wordToken(text.slice(at, end)));
      at = end;
    } else {
      tokens.push({ kind: 'mark', text: text.charAt(at) });
      at += 1;
    }
  }
  return tokens;
}

/** A number is a time, or with everything attached to it a word ("3rd", "60ft", "#14", "M22"). */
function pushNumber(tokens: Token[], text: string, at: number): number {
  const time = readClock(text, at);
  const before = at === 0 ? 32 : text.charCodeAt(at - 1);
  const attached = isLetter(before) || before === 35 || before === 36;
  if (time !== null && !((time.loose || time.hour === 0) && attached)) {
    tokens.push({ kind: 'time', ...time });
    return time.end;
  }
  const end = runEnd(text, at, (next) => isDigit(next) || isLetter(next) || isQuote(next));
  tokens.push({ kind: 'word', text: text.slice(at, end) });
  return end;
}

function wordToken(text: string): Token {
  if (text === 'noon') return { kind: 'time', hour: 12, minute: 0, half: 'pm', loose: false, end: 0 };
  if (text === 'midnight') return { kind: 'time', hour: 12, minute: 0, half: 'am', loose: false, end: 0 };
  return { kind: 'word', text };
}

function plainText(text: string): string {
  const lower = text.toLowerCase();
  // ASCII is the common case and needs none of the folding below.
  if (!/[^ -~]/.test(lower)) return lower;
  return lower
    .normalize('NFKC')
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/[\p{Pd}\u2212\u02d7\u223c\u301c]/gu, '-')
    .replace(/\s/g, ' ');
}

function isQuote(code: number): boolean {
  return code === 39 || code === 0x2018 || code === 0x2019;
}

function runEnd(text: string, at: number, belongs: (code: number) => boolean): number {
  let end = at + 1;
  while (end < text.length && belongs(text.charCodeAt(end))) end += 1;
  return end;
}
