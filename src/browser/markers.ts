import L from 'leaflet';
import Supercluster from 'supercluster';
import { asked } from './asked.ts';
import { element } from './dom.ts';
import type { Pin } from './pins.ts';

/** Beyond so many pins those that crowd are drawn as one. */
const pinsApart = 30;
/** Pixels within which pins crowd, and the zoom from which on none do. */
const crowdRadius = 40;
const apartZoom = 16;

/** A marker to be, by a key that stays with it from view to view. */
interface Drawn {
  readonly key: string;
  readonly make: () => L.Marker;
}

/** The markers of a map, and the way to one of them. */
export interface Markers {
  /** Moves the map to a pin and opens it. */
  readonly show: (pin: Pin) => void;
}

/** Puts a marker on the map for every pin; more than thirty are gathered where they crowd, at every zoom anew. */
export function addMarkers(map: L.Map, pins: readonly Pin[]): Markers {
  const visible = new Map<string, L.Marker>();
  const drawnNow = pins.length > pinsApart ? crowds(map, pins) : () => pins.map(drawnPin);
  const redraw = () => {
    const drawn = drawnNow();
    const keys = new Set(drawn.map(({ key }) => key));
    for (const [key, marker] of visible) {
      if (keys.has(key)) continue;
      marker.remove();
      visible.delete(key);
    }
    for (const { key, make } of drawn) if (!visible.has(key)) visible.set(key, make().addTo(map));
  };
  map.on('moveend', redraw);
  redraw();
  const show = (pin: Pin) => {
    map.once('moveend', () => {
      redraw();
      visible.get(keyOf(pin))?.openPopup();
    });
    map.setView(pin.at, Math.max(map.getZoom(), apartZoom));
  };
  return { show };
}

/** What to draw of many pins in the view of the moment. */
function crowds(map: L.Map, pins: readonly Pin[]): () => Drawn[] {
  const index = new Supercluster<{ pin: Pin }>({ radius: crowdRadius, extent: 256, maxZoom: apartZoom - 1 });
  index.load(
    pins.map((pin) => {
      const [latitude, longitude] = pin.at;
      return {
        type: 'Feature',
        properties: { pin },
        geometry: { type: 'Point', coordinates: [longitude, latitude] },
      };
    }),
  );
  return () => {
    const view = map.getBounds().pad(0.2);
    const box: [number, number, number, number] = [
      view.getWest(),
      view.getSouth(),
      view.getEast(),
      view.getNorth(),
    ];
    return index.getClusters(box, Math.round(map.getZoom())).map(({ properties, geometry }) => {
      if (!('cluster_id' in properties)) return drawnPin(properties.pin);
      const { cluster_id: id, point_count: count } = properties;
      const [longitude = 0, latitude = 0] = geometry.coordinates;
      const open = () => {
        map.getContainer().focus(); // the marker goes: the keyboard must not be left nowhere
        map.setView([latitude, longitude], Math.min(index.getClusterExpansionZoom(id), apartZoom));
      };
      return { key: `crowd ${id}`, make: () => crowdMarker([latitude, longitude], count, open) };
    });
  };
}

function keyOf({ at }: Pin): string {
  return at.join();
}

function drawnPin(pin: Pin): Drawn {
  return { key: keyOf(pin), make: () => pinMarker(pin) };
}

function pinMarker({ at, name, turn, lines }: Pin): L.Marker {
  const count = lines.length > 1 ? String(lines.length) : '';
  const text = turn ?? count;
  const icon = L.divIcon({ className: 'pin', html: element('span', {}, text), iconSize: [28, 28] });
  const marker = L.marker(at, { icon, title: name, alt: name, riseOnHover: true });
  const popup = element('div', { class: 'popup' }, ...lines.map((line) => line.cloneNode(true)));
  marker.bindPopup(popup, { maxHeight: 260, autoPanPadding: [24, 24] });
  const label = count === '' ? name : asked.hereNamed(lines.length, name);
  return named(marker, turn === null ? label : `${turn}. ${name}`);
}

function crowdMarker(at: L.LatLngTuple, count: number, open: () => void): L.Marker {
  const html = element('span', {}, String(count));
  const icon = L.divIcon({ className: 'pin crowd', html, iconSize: [44, 44] });
  const name = asked.crowd(count);
  return named(L.marker(at, { icon, title: name, alt: name }), name).on('click', open).on('keypress', ({ originalEvent }) => {
    if ((originalEvent).key === 'Enter') open();
  }); // prettier-ignore
}

/** Leaflet names image icons only. A label begins with the visible text, as speech control needs. */
function named(marker: L.Marker, name: string): L.Marker {
  return marker.on('add', () => {
    marker.getElement()?.setAttribute('aria-label', name);
    marker.getElement()?.setAttribute('role', 'button');
  });
}
