import { cityNow } from '../schedule/clock.ts';
import { weekdays } from '../schedule/week.ts';
import { element } from './dom.ts';
import { words } from './speech.ts';
import { turnAt, type When } from './turn.ts';

/** A line of the page's own list, and when it holds. */
interface Stop extends When {
  readonly item: HTMLElement;
}

/** Beyond so many minutes a weekday says more than a number of hours. */
const soonMinutes = 720;

/**
 * Says above the list which of its stops is next, or on, by the city's clock, again at every minute; marks the stops of
 * today. Reads nothing but the list: the page needs no request to know its own times.
 */
export async function showNext(box: HTMLElement): Promise<void> {
  const zone = box.dataset['zone'] ?? 'UTC';
  const stops = [...document.querySelectorAll<HTMLElement>('[data-when]')].map(stopOf);
  const closed = document.querySelector('[data-closed]') && (await import('./closed.ts'));
  const draw = () => {
    const instant = new Date();
    const { weekday, minute } = cityNow(zone, instant);
    const isHeld = closed?.heldLines(zone, instant) ?? (() => true);
    const day = weekdays.indexOf(weekday);
    box.replaceChildren(...sentence(stops, day * 1440 + minute, isHeld));
    markToday(
      stops.filter((stop) => isHeld(stop, stop.start - minute)),
      day,
    );
    setTimeout(draw, 60_000 - (Date.now() % 60_000));
  };
  draw();
}

function stopOf(item: HTMLElement): Stop {
  const [days = 0, start = 0, length = 0] = (item.dataset['when'] ?? '').split(' ').map(Number);
  return { item, days, start, length };
}

function sentence(
  stops: readonly Stop[],
  minute: number,
  isHeld: (stop: Stop, wait: number) => boolean,
): (Node | string)[] {
  const { on, next } = turnAt(stops, minute, isHeld);
  const [first, ...others] = on;
  if (first !== undefined) {
    const more = others.length === 0 ? '' : words.andMore(others.length);
    return [sign(words.here), ...name(first.stop), `, ${words.until(minute + first.left)}.`, more];
  }
  if (next === null) return [];
  const { stop, wait } = next;
  const when =
    wait <= soonMinutes ? words.waiting(wait) : words.weekday(Math.floor((minute + wait) / 1440) % 7);
  return [sign(words.next), ...name(stop), `, ${timeOf(stop)}, ${when}.`];
}

function sign(text: string): HTMLElement {
  return element('b', {}, `${text}: `);
}

/** What the line is about: the place on a truck's page, the truck on a place's. */
function name({ item }: Stop): Node[] {
  const link = item.querySelector('a') ?? item.closest('.list > li')?.querySelector('h2 a');
  return link?.textContent ? [element('a', { href: link.href }, cut(link.textContent))] : [];
}

/** The line must not grow beyond the room that the page keeps for it. */
function cut(text: string): string {
  return text.length <= 40 ? text : `${text.slice(0, 39).trimEnd()}…`;
}

function timeOf({ item }: Stop): string {
  return item.querySelector('time')?.textContent.trim() ?? '';
}

/** Today's lines get their number, which the map's markers take up, and everything of today a colour. */
function markToday(stops: readonly Stop[], day: number): void {
  let count = 0;
  for (const { item, days } of stops) {
    const isToday = (days & (1 << day)) !== 0;
    if (isToday) item.dataset['n'] = String(++count);
    else delete item.dataset['n'];
  }
  const labels = document.querySelectorAll('.week p:first-child i, .cols .axis i');
  for (const [index, label] of labels.entries()) label.classList.toggle('hot', index === (day + 6) % 7);
}
