import { chinese } from './zh-hant/index.ts';
import { english } from './en/index.ts';
import { spanish } from './es/index.ts';
import { filipino } from './fil/index.ts';
import type { Language } from './language.ts';
import { vietnamese } from './vi/index.ts';
import type { Words } from './words.ts';

const words: Readonly<Record<Language, Words>> = {
  en: english,
  es: spanish,
  'zh-Hant': chinese,
  fil: filipino,
  vi: vietnamese,
};

/** What pages say in a language. */
export function wordsOf(language: Language): Words {
  return words[language];
}
