import { english } from './en/index.ts';
import type { Language } from './language.ts';
import type { Words } from './words.ts';

const words: Readonly<Record<Language, Words>> = {
  en: english,
  es: english,
  'zh-Hant': english,
  fil: english,
  vi: english,
};

/** What pages say in a language. */
export function wordsOf(language: Language): Words {
  return words[language];
}
