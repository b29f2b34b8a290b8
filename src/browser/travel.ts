import { asked } from './asked.ts';
import type { Explored } from './explore.ts';
import { hourPixels } from './home.ts';

/** The strip as one travels on it. */
export interface Travel {
  /** Puts the strip where the wish is. */
  readonly show: () => void;
}

/** Minutes of one step: what a finger can hit. */
const step = 5;
const week = 10_080;
/** Quiet for so long, the strip has come to rest, and the address may follow. */
const restMs = 250;

/** Minutes that a key travels: a quarter of an hour, an hour, a day. */
const keys: Readonly<Record<string, number>> = {
  ArrowLeft: -15,
  ArrowRight: 15,
  ArrowDown: -60,
  ArrowUp: 60,
  PageDown: -1440,
  PageUp: 1440,
};

/**
 * Travel over the whole week: by swiping, dragging or scrolling the strip, by keys, by the days above it. The strip holds
 * the week twice, so that it never ends.
 */
export function startTravel({ home, wish, change }: Explored): Travel {
  const { strip, controls } = home;
  const now = controls.querySelector<HTMLButtonElement>('[name=now]');
  let rest: ReturnType<typeof setTimeout> | undefined;
  const show = () => {
    const minute = home.minute();
    strip.scrollLeft = (minute / 60) * hourPixels;
    strip.setAttribute('aria-valuenow', String(minute));
    strip.setAttribute('aria-valuetext', asked.at(Math.floor(minute / 1440), minute % 1440));
    for (const [index, link] of [...controls.querySelectorAll('.days a')].entries())
      mark(link, wish().at !== null && (index + 1) % 7 === Math.floor(minute / 1440));
    if (now !== null) now.hidden = wish().at === null;
  };
  const go = (minute: number) => change({ at: (Math.round(minute / step) * step + week) % week });
  strip.addEventListener('scroll', () => {
    // Where the page itself puts the strip, at every minute; a scroll to anywhere else is the reader's.
    if (Math.abs(strip.scrollLeft - (home.minute() / 60) * hourPixels) < 1.5) return;
    const minute = ((strip.scrollLeft / hourPixels) * 60) % week;
    home.question = { ...home.question, minute: (Math.round(minute / step) * step) % week };
    home.draw();
    clearTimeout(rest);
    rest = setTimeout(() => go(minute), restMs);
  });
  strip.addEventListener('keydown', (event) => {
    const by = keys[event.key];
    if (by === undefined) return;
    event.preventDefault();
    go(Math.floor(home.minute() / step) * step + by);
  });
  now?.addEventListener('click', () => {
    change({ at: null });
    strip.focus();
  });
  startDays({ home, wish, change });
  startDrag(strip);
  return { show };
}

/** The days are links to their pages; a plain click goes to that day on the strip instead, at the same time of day. */
function startDays({ home, change }: Explored): void {
  for (const [index, link] of [...home.controls.querySelectorAll<HTMLElement>('.days a')].entries()) {
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      const time = Math.floor((home.minute() % 1440) / step) * step;
      change({ at: ((index + 1) % 7) * 1440 + time });
    });
  }
}

/** Fingers scroll the strip by themselves; a mouse takes hold of it here, or clicks where it wants to go. */
function startDrag(strip: HTMLElement): void {
  let moved = 0;
  strip.addEventListener('pointerdown', ({ pointerType, pointerId }) => {
    if (pointerType !== 'mouse') return;
    moved = 0;
    strip.setPointerCapture(pointerId);
  });
  strip.addEventListener('pointermove', ({ pointerId, movementX }) => {
    if (!strip.hasPointerCapture(pointerId)) return;
    moved += Math.abs(movementX);
    strip.scrollLeft -= movementX;
  });
  strip.addEventListener('pointerup', ({ pointerId, clientX }) => {
    if (!strip.hasPointerCapture(pointerId)) return;
    strip.releasePointerCapture(pointerId);
    const { left, width } = strip.getBoundingClientRect();
    if (moved < 4) strip.scrollLeft += clientX - left - width / 2;
  });
}

function mark(link: Element, current: boolean): void {
  if (current) link.setAttribute('aria-current', 'date');
  else link.removeAttribute('aria-current');
}
