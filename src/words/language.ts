/** The languages of the site, as BCP 47 writes them: those that San Francisco serves its people in. */
export const allLanguages = ['en', 'es', 'zh-Hant', 'fil', 'vi'] as const;

export type Language = (typeof allLanguages)[number];

/** What each language calls itself. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  es: 'Español',
  'zh-Hant': '中文',
  fil: 'Filipino',
  vi: 'Tiếng Việt',
};

/** The way to a page in each language, said in it. */
export const offers: Readonly<Record<Language, string>> = {
  en: 'Read in English',
  es: 'Ver en español',
  'zh-Hant': '繁體中文版',
  fil: 'Basahin sa Filipino',
  vi: 'Xem tiếng Việt',
};

/** The first part of an address in a language: "es", "zh-hant"; undefined for English, whose pages have none. */
export function segmentOf(language: Language): string | undefined {
  return language === 'en' ? undefined : language.toLowerCase();
}

/** The language that an address begins with, English when it begins with none. */
export function languageFrom(segment: string | undefined): Language {
  return allLanguages.find((language) => segmentOf(language) === segment) ?? 'en';
}
