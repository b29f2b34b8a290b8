import { first, type FirstWords } from '../words/en/first.ts';

/** What scripts say before anything is asked, in the page's language: a page in another than English brings its own first. */
export let words: FirstWords = first;

/** Speaks another language from now on. */
export function speak(own: FirstWords): void {
  words = own;
}

/** The language of the page; where there is none, as in tests, English. */
export const language = 'document' in globalThis ? document.documentElement.lang : 'en';
