import type L from 'leaflet';
import { asked } from './asked.ts';
import { element } from './dom.ts';

const hintMs = 1500;

/**
 * Leaves the page its scrolling: one finger and the bare wheel move the page, two fingers and the wheel with Ctrl move
 * and zoom the map. A hint says so when somebody tries the other.
 */
export function leaveScrolling(map: L.Map, box: HTMLElement): void {
  const hint = element('p', { class: 'hint', 'aria-hidden': 'true' });
  box.append(hint);
  let timer = 0;
  const tell = (text: string) => {
    hint.textContent = text;
    hint.classList.add('on');
    clearTimeout(timer);
    timer = window.setTimeout(() => hint.classList.remove('on'), hintMs);
  };
  // Leaflet's dragging takes one finger as well as the mouse; its zooming by two fingers moves the map too.
  const chooseDragging = ({ pointerType }: PointerEvent) => {
    if (pointerType === 'touch') map.dragging.disable();
    else map.dragging.enable();
  };
  const tellFinger = ({ touches }: TouchEvent) => {
    if (touches.length === 1) tell(asked.twoFingers);
  };
  const chooseWheel = (event: WheelEvent) => {
    if (event.ctrlKey || event.metaKey) return;
    event.stopPropagation();
    tell(asked.wheel(/Mac/.test(navigator.userAgent) ? '⌘' : 'Ctrl'));
  };
  box.addEventListener('pointerdown', chooseDragging, { capture: true });
  box.addEventListener('touchmove', tellFinger, { passive: true });
  box.addEventListener('wheel', chooseWheel, { capture: true, passive: true });
}
