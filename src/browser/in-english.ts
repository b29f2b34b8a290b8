import type { EnglishRules } from '../words/en/asked.ts';

/**
 * A question with the words of another language for days, times, foods and "near" put in English: "tacos viernes
 * mediodía" → "tacos friday noon". Names and streets stay as they are typed. Accents and capitals say nothing.
 */
export function inEnglish(text: string, rules: EnglishRules): string {
  if (rules.length === 0) return text;
  const plain = text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
  return rules.reduce((said, [pattern, english]) => said.replace(pattern, english), plain).trim();
}
