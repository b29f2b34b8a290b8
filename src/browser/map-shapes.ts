import L from 'leaflet';

/** What a map file holds, by kind, in degrees. */
export interface MapShapes {
  readonly land: readonly L.LatLngTuple[][];
  readonly streets: readonly L.LatLngTuple[][];
  readonly borders: readonly L.LatLngTuple[][];
  readonly names: readonly { readonly name: string; readonly at: L.LatLngTuple }[];
}

type Point = readonly [x: number, y: number];

/** The shapes of one of the site's map files, which are SVG: the picture before the live map is one of them. */
export async function fetchShapes(file: string, bounds: L.LatLngBounds): Promise<MapShapes> {
  const response = await fetch(file);
  if (!response.ok) throw new Error(`${file}: ${response.status}`);
  const text = (await response.text()).replace(/<style>.*?<\/style>/, ''); // the page's policy allows no other style
  const svg = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
  const toPoint = unprojector(bounds, Number(svg.getAttribute('viewBox')?.split(' ')[2] ?? 1));
  const pointOf = (shape: Element) => {
    const scale = Number(/[\d.]+/.exec(shape.parentElement?.getAttribute('transform') ?? '')?.[0] ?? 1);
    return ([x, y]: Point) => toPoint([x * scale, y * scale]);
  };
  const lines = (kind: string) =>
    [...svg.querySelectorAll(`.${kind}`)].flatMap((path) => {
      return linesOf(path.getAttribute('d') ?? '').map((line) => line.map(pointOf(path)));
    });
  const names = [...svg.querySelectorAll('text')].map((text) => ({
    name: text.textContent,
    at: pointOf(text)([Number(text.getAttribute('x')), Number(text.getAttribute('y'))]),
  }));
  return { land: lines('l'), streets: lines('s'), borders: lines('b'), names };
}

/** Lines of a path made of "M x y l dx dy …" with whole numbers; a small m counts from where the line before ended. */
function linesOf(path: string): Point[][] {
  let [x, y] = [0, 0];
  return [...path.matchAll(/([Mm])([^Mm]+)/g)].map(([, move, rest]) => {
    if (move === 'M') [x, y] = [0, 0];
    const numbers = (rest?.match(/-?\d+/g) ?? []).map(Number);
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
