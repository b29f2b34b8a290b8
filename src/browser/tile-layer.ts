import type L from 'leaflet';
import { leafletLayer } from 'protomaps-leaflet';

/** Full cartography from one PMTiles file, which is asked for the parts in view only, in light or dark as the page is. */
export function addTiles(map: L.Map, url: string): void {
  const flavor = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  (leafletLayer({ url, flavor, lang: 'en' }) as unknown as L.GridLayer).addTo(map);
}
