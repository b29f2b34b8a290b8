import L from 'leaflet';
import { element } from './dom.ts';
import { fetchShapes, type MapShapes } from './map-shapes.ts';

/** The files of a map's base. */
export interface BaseFiles {
  readonly picture: string;
  readonly streets: string | null;
}

/** From here on every street is drawn, and only then fetched. */
const streetZoom = 14;
const namesZoom = 12;

/** Draws land, borders, streets and names under the markers: the same shapes as in the picture before it, on one canvas. */
export async function addBase(map: L.Map, files: BaseFiles, bounds: L.LatLngBounds): Promise<void> {
  const renderer = L.canvas({ padding: 0.5 });
  const shapes = await fetchShapes(files.picture, bounds);
  const style = getComputedStyle(map.getContainer());
  const ink = (name: string) => style.getPropertyValue(name);
  const common = { renderer, interactive: false };
  const land = { ...common, weight: 1, color: ink('--line'), fillColor: ink('--land'), fillOpacity: 1 };
  const street = { ...common, color: ink('--street') };
  L.polygon([...shapes.land], land).addTo(map);
  const side = L.polyline([], street).addTo(map);
  const main = L.polyline([...shapes.streets], street).addTo(map);
  L.polyline([...shapes.borders], { ...common, weight: 1, color: ink('--edge'), dashArray: '3 4' }).addTo(
    map,
  );
  const showNames = nameLayer(map, shapes.names);
  let wanted = files.streets;
  const adapt = () => {
    const zoom = map.getZoom();
    main.setStyle({ weight: widthAt(zoom, 1.2) });
    side.setStyle({ weight: zoom < streetZoom ? 0 : widthAt(zoom, 0.6), opacity: zoom < streetZoom ? 0 : 1 });
    showNames();
    if (zoom < streetZoom || wanted === null) return;
    const file = wanted;
    wanted = null;
    fetchShapes(file, bounds).then(
      ({ streets }) => side.setLatLngs([...streets]),
      () => (wanted = file), // the next zoom tries again
    );
  };
  map.on('zoomend', adapt);
  adapt();
}

/** Some ten metres of street at every zoom, but never thinner than a hair. */
function widthAt(zoom: number, share: number): number {
  return Math.max(1, share * 2 ** (zoom - 13));
}

/** Names that do not fit beside those before them are hidden; the file lists the roomiest neighbourhoods first. */
function nameLayer(map: L.Map, names: MapShapes['names']): () => void {
  const pane = map.createPane('names');
  pane.classList.add('names');
  pane.setAttribute('aria-hidden', 'true'); // a picture's lettering: every pin says where it is
  pane.style.zIndex = '450'; // above the canvas, below the markers
  const labels = names.map(({ name, at }) => {
    const html = element('span', {}, name.replaceAll('/', '/\u200b')); // may break there
    const icon = L.divIcon({ className: 'name', html, iconSize: [0, 0] });
    L.marker(at, { icon, pane: 'names', interactive: false, keyboard: false, alt: '' }).addTo(map);
    return { at, html };
  });
  return () => {
    const taken: L.Bounds[] = [];
    const zoom = map.getZoom();
    for (const { at, html } of labels) {
      const middle = map.project(at, zoom);
      const half = L.point(html.offsetWidth / 2 + 6, html.offsetHeight / 2 + 3);
      const room = L.bounds(middle.subtract(half), middle.add(half));
      const fits = zoom >= namesZoom && !taken.some((other) => other.overlaps(room));
      html.classList.toggle('hid', !fits);
      if (fits) taken.push(room);
    }
  };
}
