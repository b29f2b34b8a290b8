/** Abbreviations that are written in capitals although they could be read as words. */
const initialisms = new Set(
  'LLC LLP LP SF USA US UK NY LA BBQ DBA II III IV VI VII DJ TV AKA ATM UCSF NE NW SE SW N S E W'.split(' '),
);

/** Short words without a vowel that are not initialisms. */
const abbreviations = new Set('ST MR MRS MS DR JR SR LTD MT FT BLVD PKWY HWY CT PL SQ'.split(' '));
const small = new Set('of and the by for in with'.split(' '));

/**
 * A text in the capitals of running English, when the city wrote it all in capitals; any other text as it is.
 * Initialisms stay: "BH & MT LLC", "SF BBQ". "BOWL'D ACAI, LLC." becomes "Bowl'd Acai, LLC.".
 */
export function readingCase(text: string): string {
  if (/\p{Ll}/u.test(text)) return text;
  let first = true;
  return text.replace(/[\p{L}\p{M}\p{N}'\u2019]+/gu, (word) => {
    const cased = !first && small.has(word.toLowerCase()) ? word.toLowerCase() : caseWord(word);
    first = false;
    return cased;
  });
}

function caseWord(word: string): string {
  if (/^0*\d+(?:ST|ND|RD|TH)$/.test(word)) return word.replace(/^0+(?=\d)/, '').toLowerCase();
  if (initialisms.has(word)) return word;
  if (word.length <= 4 && !/[AEIOUY]/.test(word) && !abbreviations.has(word) && /^[A-Z]+$/.test(word))
    return word;
  const lower = word.toLowerCase();
  // "O'BRIEN" and "L'ATELIER" have a second capital, "BOWL'D" and "CARDONA'S" have none.
  const elided = /^(\p{L}['\u2019])(\p{L})(.{2,})$/u.exec(lower);
  if (elided !== null) return `${capital(elided[1] ?? '')}${capital(elided[2] ?? '')}${elided[3] ?? ''}`;
  const scottish = /^(mc)([a-z])([a-z]{3,})$/.exec(lower);
  if (scottish !== null) return `Mc${capital(scottish[2] ?? '')}${scottish[3] ?? ''}`;
  return capital(lower);
}

function capital(word: string): string {
  return word.replace(/\p{L}/u, (letter) => letter.toUpperCase());
}
