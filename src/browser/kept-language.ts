import type { Language } from '../words/language.ts';

/**
 * Keeps on the device in which language the reader reads, for the English home page to offer: that of the page, until
 * English is chosen in the page's menu. Scripts of English pages know nothing of it.
 */
export function keepChoice(language: Language): void {
  keep(language);
  document.querySelector('footer')?.addEventListener('click', ({ target }) => {
    if (target instanceof HTMLAnchorElement && target.lang !== '') keep(target.lang);
  });
}

function keep(language: string): void {
  try {
    localStorage.setItem('curbside.language', language);
  } catch {
    // Where the browser keeps nothing, the pages are there in every language all the same.
  }
}
