import type { PlaceRef } from '../../site/entry-view.ts';
import type { Picture } from '../../site/picture.ts';
import { dotsPath } from '../../site/projection.ts';

/** An element of a drawing. */
export function svgElement(tag: string, attributes: Readonly<Record<string, string>>, ...children: Node[]) {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** Bars and dots of a day or a week. */
export function pictureElement({ bars, dots }: Picture, width: number, height = 10): SVGElement {
  const paths = [
    ...(bars ? [svgElement('path', { d: bars })] : []),
    ...(dots ? [svgElement('path', { class: 'dot', d: dots })] : []),
  ];
  return chart('line', `0 0 ${width} ${height}`, paths);
}

/** A drawing that is stretched to its place. */
export function chart(name: string, viewBox: string, paths: readonly Node[]): SVGElement {
  const look = { viewBox, preserveAspectRatio: 'none', 'aria-hidden': 'true' };
  return svgElement('svg', name === '' ? look : { class: name, ...look }, ...paths);
}

/** The city's map with the places as dots, from the page's own template; nothing without a place that is known. */
export function picturedMap(places: readonly PlaceRef[]): Node[] {
  const template = document.querySelector<HTMLTemplateElement>('#offline-map');
  const map = template?.content.firstElementChild?.cloneNode(true) as HTMLElement | undefined;
  const [west, south, east, north] = (map?.dataset['bounds'] ?? '').split(',').map(Number);
  if (map === undefined || west === undefined || south === undefined) return [];
  if (east === undefined || north === undefined) return [];
  const dots = dotsPath({ west, south, east, north }, places);
  if (dots === '') return [];
  map.querySelector('.box path')?.setAttribute('d', dots);
  map.querySelector('button')?.remove();
  return [map];
}
