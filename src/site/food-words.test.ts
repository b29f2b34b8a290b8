import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { sharedData } from '../../test/shared-data.ts';
import { wordsOf } from '../words/all.ts';
import { foodTerms } from '../words/terms.ts';
import { foodParts, partsOfTerm, termsIn } from './food-words.ts';

type Row = Readonly<Record<string, string | undefined>>;

/** Terms of food texts that the glossary does not have. Hostile texts of the sample are no terms. */
function missingIn(rows: readonly Row[]): string[] {
  const texts = new Set(rows.flatMap((row) => row['fooditems'] ?? row['optionaltext'] ?? []));
  const terms = [...texts].filter((text) => !/[<>\\]/.test(text)).flatMap(termsIn);
  const known = (term: string) => foodTerms.has(term.toLowerCase());
  return [...new Set(terms)].filter((term) => !known(term) && !partsOfTerm(term).every(known));
}

const sample = (name: string) =>
  JSON.parse(fs.readFileSync(path.resolve(import.meta.dirname, '../../data/sample', name), 'utf8')) as Row[];
const real = ['permits-2022-01-17.json', 'permits-2022-01-30.json', 'schedule-2022-01-19.json'].map(
  sharedData,
);

describe('the glossary of food terms', () => {
  it('has every term of the sample', () => {
    expect(missingIn([...sample('permits.json'), ...sample('schedule.json')])).toEqual([]);
  });

  it.runIf(real.every((text) => text !== null))('has every term of the real permits and schedule', () => {
    expect(missingIn(real.flatMap((text) => JSON.parse(text ?? '[]') as Row[]))).toEqual([]);
  });

  it('says each term in all four languages, or in none because it is a name', () => {
    const broken = [...foodTerms].filter(([, words]) => {
      return words !== null && (words.length !== 4 || words.some((word) => word.trim() === ''));
    });
    expect(broken).toEqual([]);
    expect(foodTerms.size).toBeGreaterThan(430);
  });
});

describe('foodParts', () => {
  it('leaves English as the city wrote it', () => {
    expect(foodParts('Tacos: Burritos & chips', wordsOf('en'))).toEqual([
      { text: 'Tacos: Burritos & chips' },
    ]);
  });

  it('translates term by term, and marks what nobody translated', () => {
    expect(foodParts('Tacos: zzyzx: Chips & Salsa', wordsOf('vi'))).toEqual([
      { text: 'Taco' },
      { text: ', ' },
      { text: 'zzyzx', lang: 'en' },
      { text: ', ' },
      { text: 'khoai tây lát và sốt salsa' },
    ]);
    expect(foodParts('Ice cream; soda', wordsOf('zh-Hant')).map(({ text }) => text)).toEqual([
      '雪糕',
      '、',
      '汽水',
    ]);
  });

  it('cuts at a term and says a term once', () => {
    const text = `Tacos, tacos, ${'burritos, '.repeat(3)}${'Tortas de algo, '.repeat(20)}end`;
    const parts = foodParts(text, wordsOf('es'), 20).map(({ text: said }) => said);
    expect(parts).toEqual(['Tacos', ', ', 'burritos', '…']);
  });
});
