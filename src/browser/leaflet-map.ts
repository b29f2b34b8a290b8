import L from 'leaflet';
import leafletStyle from 'leaflet/dist/leaflet.css?url';
import ownStyle from '../styles/map.css?url';
import { baseLayer } from './base-layer.ts';
import { element } from './dom.ts';
import { pinsFromList, type Pin } from './pins.ts';

/** Beyond so many markers tabbing through them is no help: each list item gets a button instead. */
const tabbableMarkers = 30;

/** Puts a live map in the place of the picture, with a marker for every place of the page's list. */
export async function openMap(section: HTMLElement, box: HTMLElement): Promise<void> {
  await Promise.all([leafletStyle, ownStyle].map(loadStyle)); // a map without its styles measures itself wrongly
  const bounds = boundsOf(section);
  const pins = pinsFromList();
  const holder = element('div', { class: 'live' });
  box.append(holder);
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const map = L.map(holder, {
    zoomSnap: 0,
    minZoom: 10,
    maxZoom: 18,
    zoomAnimation: !still,
    fadeAnimation: !still,
    markerZoomAnimation: !still,
    inertia: !still,
    maxBounds: bounds.pad(0.5),
  });
  map.fitBounds(pins.length === 0 ? bounds : L.latLngBounds(pins.map((pin) => pin.at)), {
    maxZoom: 15,
    paddingTopLeft: [36, 24],
    paddingBottomRight: [36, 44],
  });
  map.attributionControl.setPrefix('<a href="https://leafletjs.com">Leaflet</a>');
  const base = section.dataset['base'];
  if (base) void baseLayer(base, bounds).then((layer) => layer.addTo(map));
  const tabbable = pins.length <= tabbableMarkers;
  for (const pin of pins) {
    const marker = markerOf(pin, tabbable).addTo(map);
    if (!tabbable) offerOnMap(pin, () => showPin(map, marker));
  }
}

function loadStyle(href: string): Promise<unknown> {
  const link = element('link', { rel: 'stylesheet', href });
  document.head.append(link);
  return new Promise((resolve, reject) => {
    link.addEventListener('load', resolve);
    link.addEventListener('error', reject);
  });
}

function boundsOf(section: HTMLElement): L.LatLngBounds {
  const [west = 0, south = 0, east = 0, north = 0] = (section.dataset['bounds'] ?? '').split(',').map(Number);
  return L.latLngBounds([south, west], [north, east]);
}

function markerOf({ at, name, lines }: Pin, keyboard: boolean): L.Marker {
  const text = lines.length > 1 ? String(lines.length) : '';
  const icon = L.divIcon({ className: 'pin', html: element('span', {}, text), iconSize: [28, 28] });
  const marker = L.marker(at, { icon, keyboard, title: name, alt: name, riseOnHover: true });
  const popup = element('div', { class: 'popup' }, ...lines.map((line) => line.cloneNode(true)));
  marker.bindPopup(popup, { maxHeight: 260, autoPanPadding: [24, 24] });
  marker.on('add', () => nameMarker(marker.getElement(), { text, name, keyboard }));
  return marker;
}

/** Leaflet names image icons only. A label begins with the visible text, as speech control needs. */
function nameMarker(
  icon: HTMLElement | undefined,
  { text, name, keyboard }: { text: string; name: string; keyboard: boolean },
): void {
  if (icon === undefined) return;
  icon.setAttribute('aria-label', text === '' ? name : `${text} here: ${name}`);
  if (keyboard) icon.setAttribute('role', 'button');
  else icon.setAttribute('aria-hidden', 'true');
}

function offerOnMap({ items, name }: Pin, show: () => void): void {
  for (const item of items) {
    const button = element('button', {
      type: 'button',
      class: 'show',
      'aria-label': `Show ${name} on the map`,
    });
    button.addEventListener('click', show);
    item.append(button);
  }
}

function showPin(map: L.Map, marker: L.Marker): void {
  map.setView(marker.getLatLng(), Math.max(map.getZoom(), 15));
  marker.openPopup();
  map.getContainer().scrollIntoView({ block: 'nearest' });
}
