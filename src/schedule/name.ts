import { readingCase } from './reading-case.ts';

/** What a truck is called: under which name readers know it, and how the city writes its applicant. */
export interface TruckName {
  readonly name: string;
  /** Equal to `name` when the city's text holds no other name. */
  readonly legalName: string;
}

const tradingAs = /(?:^|[\s,;(])(?:d\/?\s?b\/?\s?a\b\.?|d\.\s?b\.\s?a\.?|doing business as\b)\s*[:.,-]?\s*/i;

/**
 * Names of a truck from the city's `applicant`: "Datam SF LLC dba Anzu To You" is known as "Anzu To You".
 * Names in capitals come in reading case; all others as the city writes them. Control and direction marks are dropped.
 */
export function truckName(applicant: string): TruckName {
  const legalName = plainName(applicant);
  const match = tradingAs.exec(legalName);
  const known =
    match === null
      ? ''
      : legalName
          .slice(match.index + match[0].length)
          .replace(/\)$/, '')
          .trim();
  if (known !== '') return { name: readingCase(known), legalName };
  const name = readingCase(legalName);
  return { name, legalName: name };
}

/** What two spellings of one applicant share: case and spacing do not make another truck. */
export function applicantKey(applicant: string): string {
  return plainName(applicant).toLowerCase();
}

function plainName(text: string): string {
  // Cc are control characters, Cf direction marks and other invisible ones.
  const plain = text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();
  return plain === '' ? 'Unnamed truck' : plain;
}
