import L from 'leaflet';
import leafletStyle from 'leaflet/dist/leaflet.css?url';
import ownStyle from '../styles/map.css?url';
import { addBase } from './base-layer.ts';
import { asked } from './asked.ts';
import { element } from './dom.ts';
import { leaveScrolling } from './gestures.ts';
import { addMarkers } from './markers.ts';
import { pinsFromList, type Pin } from './pins.ts';

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
  leaveScrolling(map, box);
  void addGround(map, section, bounds);
  const markers = addMarkers(map, pins);
  for (const pin of pins) {
    offerOnMap(pin, () => {
      markers.show(pin);
      holder.scrollIntoView({ block: 'nearest' });
    });
  }
}

/** What lies under the markers: tiles where the site is set up with some, else its own base. Markers do without either. */
async function addGround(map: L.Map, section: HTMLElement, bounds: L.LatLngBounds): Promise<void> {
  const { tiles, base, streets = null } = section.dataset;
  if (tiles) (await import('./tile-layer.ts')).addTiles(map, tiles);
  else if (base) await addBase(map, { picture: base, streets }, bounds);
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

function offerOnMap({ items, name }: Pin, show: () => void): void {
  for (const item of items) {
    if (!item.matches('li')) continue; // the page's own place is on the map already
    const button = element('button', {
      type: 'button',
      class: 'show',
      'aria-label': asked.showOnMap(name),
    });
    button.addEventListener('click', show);
    item.append(button);
  }
}
