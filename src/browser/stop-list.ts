import { element } from './dom.ts';
import { pageBase } from './page-link.ts';
import { words } from './speech.ts';
import type { Stop } from './moment.ts';

/** What a list of stops is drawn from besides the stops. */
export interface ListSetting {
  readonly city: string;
  /** The minute of the week from which the stops are seen. */
  readonly minute: number;
  /** True when that is now, so that one may say "in 25 min". */
  readonly live: boolean;
  /** What a truck sells, by its slug. */
  readonly food: (truck: string) => string;
  /** How far a place is, by its slug: "0.3 mi"; empty when nobody asked. */
  readonly distance: (place: string) => string;
}

/** A heading and its stops, grouped by truck; nothing when there are none. A truck stands where its first stop does. */
export function stopSection(heading: string, stops: readonly Stop[], setting: ListSetting): HTMLElement[] {
  const list = element('ol', { class: 'list' });
  const stopsOf = new Map<string, HTMLElement>();
  for (const stop of stops) {
    const { truck } = stop.visit;
    let items = stopsOf.get(truck.slug);
    if (items === undefined) {
      items = element('ul', { class: 'stops' });
      stopsOf.set(truck.slug, items);
      const href = `${pageBase}${setting.city}/truck/${truck.slug}/`;
      list.append(
        element(
          'li',
          {},
          element('h3', {}, element('a', { href }, truck.name.slice(0, 80))),
          element('p', { class: 'note' }, setting.food(truck.slug)),
          items,
        ),
      );
    }
    items.append(stopItem(stop, setting));
  }
  return stops.length > 0 ? [element('h2', {}, heading), list] : [];
}

function stopItem({ visit, start, end }: Stop, setting: ListSetting): HTMLElement {
  const { place, about } = visit;
  const sign = about ? [element('abbr', { title: words.wholeHours }, '≈ ')] : [];
  return element(
    'li',
    {},
    element('time', {}, ...sign, timeText(start, end, setting)),
    element(
      'span',
      {},
      element('a', { href: `${pageBase}${setting.city}/place/${place.slug}/` }, place.address.slice(0, 80)),
      element('i', {}, setting.distance(place.slug)),
    ),
  );
}

/** "until 12:10 pm", "in 25 min", "left at 11:50 am"; seen from another time than now "from 6:55 pm", "until 11:50 am". */
function timeText(start: number, end: number, { minute, live }: ListSetting): string {
  if (start > 0) return live ? words.waiting(start) : words.since(minute + start);
  // A week more, for one that ended before the week began.
  return (live && end <= 0 ? words.leftAt : words.until)(minute + end + 10_080);
}
