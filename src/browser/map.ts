import { element } from './dom.ts';

/** Where the list and the map stand side by side, so that the map may open by itself. */
const wide = matchMedia('(min-width: 940px)');

/** The map is 50 KB: it is fetched when asked for, or when its box is in sight on a wide screen. */
export function offerMap(section: HTMLElement): void {
  const box = section.querySelector<HTMLElement>('.box');
  const button = section.querySelector('button');
  if (box === null || button === null) return;
  const open = () => {
    watcher.disconnect();
    const focused = document.activeElement === button;
    button.disabled = true;
    import('./leaflet-map.ts')
      .then(({ openMap }) => openMap(section, box))
      .then(
        () => {
          button.remove();
          // Who came by keyboard goes on from the map.
          if (focused) box.querySelector<HTMLElement>('.leaflet-container')?.focus({ preventScroll: true });
        },
        async () => {
          const { asked } = await import('./asked.ts');
          button.disabled = false;
          button.after(element('p', { role: 'alert' }, asked.noMap));
        },
      );
  };
  const watcher = new IntersectionObserver((sights) => {
    if (wide.matches && sights.some((sight) => sight.isIntersecting)) open();
  });
  button.hidden = false;
  button.addEventListener('click', open);
  watcher.observe(box);
}
