import nearestStyle from '../styles/nearest.css?url';
import { asked } from './asked.ts';
import { element } from './dom.ts';
import { formatDistance, metersBetween, type Point } from './distance.ts';
import { askHere, forgetHere, knownHere } from './here.ts';

/** An hour's list: its trucks in the order of the page, each with its stops. */
interface Listed {
  readonly truck: Element;
  readonly stops: readonly { readonly item: Element; readonly at: Point | null }[];
}

/**
 * Answers the button, which was pressed or whose answer is known from another page of the tab: puts the nearest trucks of a
 * list first and says how far each stop is. Where the reader is does not leave the device.
 */
export function offerNearest(button: HTMLButtonElement): void {
  const list = document.querySelector('.list.bars');
  if (list === null) return;
  document.head.append(element('link', { rel: 'stylesheet', href: nearestStyle }));
  const listed = [...list.children].map(readTruck);
  const show = (here: Point | null) => {
    sortByDistance(list, listed, here);
    button.setAttribute('aria-pressed', String(here !== null));
  };
  const press = () => {
    if (button.getAttribute('aria-pressed') === 'true') {
      forgetHere();
      show(null);
      return;
    }
    button.disabled = true;
    askHere()
      .then(show, () => tell(button))
      .finally(() => (button.disabled = false));
  };
  button.addEventListener('click', press);
  const here = knownHere();
  if (here === null) press();
  else show(here);
}

function tell(button: Element): void {
  const chips = button.parentElement;
  chips?.querySelector('[role=alert]')?.remove();
  chips?.append(element('span', { role: 'alert' }, asked.noPlace));
}

function readTruck(truck: Element): Listed {
  const stops = [...truck.querySelectorAll<HTMLElement>('[data-at]')].map((item) => {
    const [latitude = NaN, longitude = NaN] = (item.dataset['at'] ?? '').split(',').map(Number);
    return { item, at: Number.isNaN(latitude + longitude) ? null : ([latitude, longitude] as const) };
  });
  return { truck, stops };
}

/** Nearest first, those whose place is not known last; without a point as the page had them, and no distances. */
function sortByDistance(list: Element, listed: readonly Listed[], here: Point | null): void {
  for (const old of list.querySelectorAll('.far')) old.remove();
  const measured = listed.map(({ truck, stops }) => {
    const meters = stops.map(({ item, at }) => {
      if (at === null || here === null) return Infinity;
      const far = metersBetween(here, at);
      beside(item.querySelector('a'), element('i', { class: 'far' }, formatDistance(far)));
      return far;
    });
    return { truck, meters: Math.min(...meters) };
  });
  // Stable: equal ones, and all of them without a point, stay as they are on the page.
  if (here !== null) measured.sort((a, b) => (a.meters === b.meters ? 0 : a.meters - b.meters));
  list.append(...measured.map(({ truck }) => truck));
}

/** Puts a distance into one cell with the link that it is about. */
function beside(link: Element | null, far: Element): void {
  if (link?.nextSibling === null && link.parentElement?.localName === 'span') link.after(far);
  else if (link !== null) {
    const cell = element('span');
    link.replaceWith(cell);
    cell.append(link, far);
  }
}
