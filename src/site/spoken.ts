import { languageFrom, type Language } from '../words/language.ts';
import { wordsOf } from '../words/all.ts';
import type { Words } from '../words/words.ts';
import { linkTo, publicLink } from './link.ts';
import { pathIn } from './urls.ts';

/** How a page speaks, and where its links lead: a Spanish page leads to Spanish pages, and to data that is there once. */
export interface Spoken {
  readonly language: Language;
  readonly words: Words;
  readonly linkTo: (path: string) => string;
  readonly publicLink: (path: string) => string;
  /** `lang` of what the city wrote, on a page in another language than its. */
  readonly cityLang: 'en' | undefined;
}

/** What a template speaks, by the language its address begins with. Any component of a page may ask. */
export function spoken({ params }: { params: Readonly<Record<string, string | undefined>> }): Spoken {
  const language = languageFrom(params['language']);
  return {
    language,
    words: wordsOf(language),
    linkTo: (path) => linkTo(pathIn(language, path)),
    publicLink: (path) => publicLink(pathIn(language, path)),
    cityLang: language === 'en' ? undefined : 'en',
  };
}
