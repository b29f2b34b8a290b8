import { asked } from './asked.ts';
import { element } from './dom.ts';

/** One marker: everything that the page's list has at one point. */
export interface Pin {
  readonly at: [latitude: number, longitude: number];
  readonly name: string;
  /** The place in today's route, on the page of a truck; null elsewhere. */
  readonly turn: string | null;
  /** One line for each list item, for the popup. */
  readonly lines: readonly HTMLElement[];
  readonly items: readonly HTMLElement[];
}

/** The markers of a page, made from what its list shows, so that map and list cannot differ. Hidden items have none. */
export function pinsFromList(): Pin[] {
  const items = [...document.querySelectorAll<HTMLElement>('[data-at]')].filter(
    (item) => item.offsetParent !== null,
  );
  const byPoint = Map.groupBy(items, (item) => item.dataset['at'] ?? '');
  return [...byPoint].map(([point, sharing]) => {
    const [latitude = 0, longitude = 0] = point.split(',').map(Number);
    const lines = sharing.map(lineOf);
    const turn = sharing.find((item) => item.dataset['n'] !== undefined)?.dataset['n'] ?? null;
    return { at: [latitude, longitude], name: nameOf(lines), turn, lines, items: sharing };
  });
}

/** "Anzu To You, until 3 pm, 2535 Taylor St", with the links of the list. */
function lineOf(item: HTMLElement): HTMLElement {
  const truck = item.closest('.list > li')?.querySelector('h2 a');
  const time = item.querySelector('time');
  const link = item.querySelector('a');
  const parts = [truck, time, link].filter((part) => part !== null && part !== undefined);
  const copies = parts.map((part) => part.cloneNode(true));
  return element(
    'p',
    {},
    ...(copies.length === 0 ? [item.textContent.trim()] : copies.flatMap((copy) => [copy, ' '])),
  );
}

function nameOf(lines: readonly HTMLElement[]): string {
  const texts = lines.map((line) =>
    [...line.childNodes]
      .map((node) => node.textContent?.trim())
      .filter(Boolean)
      .join(', '),
  );
  const shown = texts.slice(0, 3).join('; ');
  return texts.length > 3 ? `${shown}; ${asked.more(texts.length - 3)}` : shown;
}
