import { offers, type Language } from '../words/language.ts';
import { element } from './dom.ts';
import { language } from './speech.ts';

/** Beginnings of what browsers call the languages of the site. */
const spoken: Readonly<Record<string, Language>> = {
  en: 'en',
  es: 'es',
  zh: 'zh-Hant',
  yue: 'zh-Hant',
  fil: 'fil',
  tl: 'fil',
  vi: 'vi',
};

/**
 * Offers the home page in the language that was kept as the reader's, else in the first of the browser's that the site
 * has. In a line that is there already, so that nothing moves; nobody is led away.
 */
export function offerLanguage(kept: string): void {
  const wanted = [kept, ...navigator.languages];
  const known = wanted.flatMap((one) => spoken[one.split('-')[0] ?? ''] ?? []);
  const [own] = known;
  const link = document.querySelector<HTMLAnchorElement>(`footer a[lang="${own ?? ''}"]`);
  if (own === undefined || own === language || link === null) return;
  document
    .querySelector('main .eyebrow')
    ?.append(' · ', element('a', { href: link.href, lang: own }, offers[own]));
}
