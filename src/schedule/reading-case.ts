/** Abbreviations that are written in capitals although they could be read as words. */
const initialisms = new Set('LLC LLP LP SF USA US UK NY LA BBQ DBA II III IV VI VII DJ TV'.split(' '));
/** Short words without a vowel that are not initialisms. */
const abbreviations = new Set('ST MR MRS MS DR JR SR LTD'.split(' '));
const small = new Set('of and the by for in with'.split(' '));

/**
 * A name in the capitals of running English, when the city wrote it all in capitals; any other text as it is.
 * Initialisms stay: "BH & MT LLC", "SF BBQ". "BOWL'D ACAI, LLC." becomes "Bowl'd Acai, LLC.".
 */
export function readingCase(text: string): string {
  if (/\p{Ll}/u.test(text)) return text;
  return text.replace(/[\p{L}\p{M}\p{N}'\u2019]+/gu, (word, at: number) => {
    if (initialisms.has(word) || (/^[B-DF-HJ-NP-TV-XZ]{2,4}$/.test(word) && !abbreviations.has(word)))
      return word;
    return at > 0 && small.has(word.toLowerCase()) ? word.toLowerCase() : capitalWord(word);
  });
}

/**
 * A word in lower case with the capitals a name has: "O'Brien", "L'Atelier", "McAllister", but "Bowl'd" and
 * "Cardona's"; ordinals have none ("16th"), parts joined by a hyphen or in brackets have their own.
 */
export function capitalWord(word: string): string {
  if (/^[A-Z]+$/.test(word) && !word.startsWith('MC')) return capital(word.toLowerCase());
  return word.toLowerCase().replace(/[\p{L}\p{M}\p{N}'\u2019]+/gu, (part) => {
    const [start = '', rest = ''] = [part.slice(0, 2), part.slice(2)];
    if (/^\p{L}['\u2019]$/u.test(start) && rest.length > 2) return start.toUpperCase() + capital(rest);
    if (start === 'mc' && rest.length > 3) return `Mc${capital(rest)}`;
    return capital(part);
  });
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
