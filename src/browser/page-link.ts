import { base } from '../site/link.ts';
import { language } from './speech.ts';

/** Where the pages of the page's language begin: "/", "/es/". Data is below `base` in all languages. */
export const pageBase = language === 'en' ? base : `${base}${language.toLowerCase()}/`;

/** The address of a page of a city in that language: "/sf/truck/anzu/" → "/es/sf/truck/anzu/". */
export function pageLink(path: string): string {
  return pageBase + path.slice(1);
}
