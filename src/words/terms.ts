import glossary from './food-terms.json' with { type: 'json' };
import type { Language } from './language.ts';

/**
 * The glossary of the city's food terms, in small letters: what each is in Spanish, Chinese, Filipino and Vietnamese. Null
 * for names, which are the same in every language.
 */
export const foodTerms: ReadonlyMap<string, readonly string[] | null> = new Map(Object.entries(glossary));

const columns: readonly Language[] = ['es', 'zh-Hant', 'fil', 'vi'];

/** What a term is called in a language; a name is called what it is. Undefined for a term that the glossary does not have. */
export function termIn(language: Language, term: string): string | undefined {
  return foodTerms.get(term)?.[columns.indexOf(language)];
}
