import type { WeekData } from '../site/week-file.ts';
import { asked } from './asked.ts';
import { pageBase } from './page-link.ts';
import { formatDistance } from './distance.ts';
import { element } from './dom.ts';
import { fetchJson } from './fetch-json.ts';
import { nearby } from './nearby.ts';

/** More are no help to somebody who stands there. */
const shown = 12;

/**
 * Lists under the button who else is permitted near this truck's stops at the same times. Found in the week file when
 * asked for: on the page itself, one truck's new hours would make all its neighbours other pages.
 */
export async function showNear(button: HTMLButtonElement): Promise<void> {
  const { near = '', week = '' } = button.dataset;
  const list = element('ul', { class: 'near', role: 'status' });
  button.disabled = true;
  const data = await fetchJson<WeekData>(week);
  if (data === null) {
    button.disabled = false;
    button.textContent = asked.noWeek;
    return;
  }
  const found = nearby(data, near);
  list.append(
    ...found
      .slice(0, shown)
      .map(({ truck, place, meters }) =>
        element(
          'li',
          {},
          element('a', { href: `${pageBase}${data.city}/truck/${truck.slug}/` }, truck.name.slice(0, 80)),
          ` · ${meters < 15 ? asked.sameSpot : formatDistance(meters)} · ${place.address.slice(0, 80)}`,
        ),
      ),
  );
  if (found.length === 0) list.append(element('li', {}, asked.nobodyNear));
  button.replaceWith(element('h2', {}, asked.nearAtTimes), list);
}
