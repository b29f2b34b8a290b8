import L from 'leaflet';

/** The base map's shapes, read from the same SVG file as the picture before it and drawn on a canvas. */
export async function baseLayer(file: string, bounds: L.LatLngBounds): Promise<L.LayerGroup> {
  const group = L.layerGroup();
  const response = await fetch(file);
  if (!response.ok) return group;
  const text = (await response.text()).replace(/<style>.*?<\/style>/, ''); // the page's policy allows no other style
  const svg = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
  const width = Number(svg.getAttribute('viewBox')?.split(' ')[2] ?? 1);
  const toPoint = unprojector(bounds, width);
  const style = getComputedStyle(document.documentElement);
  const attribution = svg.querySelector('desc')?.textContent ?? '';
  for (const path of svg.querySelectorAll('path')) {
    const rings = ringsOf(path.getAttribute('d') ?? '').map((ring) => ring.map(toPoint));
    const fillColor = style.getPropertyValue('--land');
    const color = style.getPropertyValue('--line');
    const options = {
      renderer: L.canvas(),
      interactive: false,
      weight: 1,
      color,
      fillColor,
      fillOpacity: 1,
      attribution,
    };
    group.addLayer(L.polygon(rings, options));
  }
  return group;
}

type Point = readonly [x: number, y: number];

/** Rings of a path made of "M x y l dx dy …z" with whole numbers. */
function ringsOf(path: string): Point[][] {
  return path
    .split('M')
    .slice(1)
    .map((ring) => {
      const numbers = (ring.match(/-?\d+/g) ?? []).map(Number);
      let [x, y] = [0, 0];
      return Array.from({ length: numbers.length / 2 }, (_, index) => {
        x += numbers[2 * index] ?? 0;
        y += numbers[2 * index + 1] ?? 0;
        return [x, y] as const;
      });
    });
}

/** The inverse of the picture's projection: Mercator, `width` units for the width of the bounds. */
function unprojector(bounds: L.LatLngBounds, width: number): (point: Point) => L.LatLngTuple {
  const { SphericalMercator } = L.Projection;
  const corner = SphericalMercator.project(bounds.getNorthWest());
  const scale = (SphericalMercator.project(bounds.getNorthEast()).x - corner.x) / width;
  return ([x, y]) => {
    const { lat, lng } = SphericalMercator.unproject(L.point(corner.x + x * scale, corner.y - y * scale));
    return [lat, lng];
  };
}
