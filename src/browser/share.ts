import { asked } from './asked.ts';

/** Hands the page to another app of the device; where there is no such thing, its address to the clipboard. */
export async function sharePage(button: HTMLButtonElement): Promise<void> {
  const page = { title: document.title, url: location.origin + location.pathname };
  try {
    // Not every browser has it, whatever its types say.
    if ((navigator.share as unknown) !== undefined) await navigator.share(page);
    else {
      await navigator.clipboard.writeText(page.url);
      button.textContent = asked.copied;
    }
  } catch (cause) {
    const isChangedMind = cause instanceof DOMException && cause.name === 'AbortError';
    if (!isChangedMind) button.textContent = page.url;
  }
}
