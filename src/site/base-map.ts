import polylabel from 'polylabel';
import type { Area, Position } from '../schedule/neighborhood.ts';
import type { SiteCity } from './cities.ts';
import { commonBorders } from './borders.ts';
import land from './land.json' with { type: 'json' };
import { joinLines, pathOfLines, simplifyLine, type MapLine, type MapPoint } from './lines.ts';
import { staticPage, type StaticPage } from './page.ts';
import { boundsOf, mapHeight, mapWidth, toMap, type Bounds } from './projection.ts';
import { sharedAs } from './view-key.ts';

/** A city's land, borders and streets as an SVG file, fetched once and kept; dots and markers are drawn over it. */
export interface BaseMap {
  readonly svg: string;
}

/** The files under a city's map, and whose work they are. */
export interface MapBase {
  /** Null for a city of which nothing is known but its trucks. */
  readonly picture: string | null;
  /** Every street, for those who look closely; null for none. */
  readonly streets: string | null;
  readonly credit: string;
}

interface BaseSeed {
  readonly bounds: Bounds;
  readonly land: string;
  readonly credit: string;
  readonly areas: Lazy<readonly Area[]>;
  readonly streets: Lazy<readonly Road[]>;
}

type Road = ReturnType<SiteCity['geography']['streets']>[number];

/** Something large that counts in a key with its digest, and is read when the page is made. */
interface Lazy<Value> {
  readonly read: () => Value;
}

/** Width of the map in the units of its borders and streets: some four metres of San Francisco each. */
const fineWidth = 4096;
/** Points nearer than this to the line between their neighbours are left out, in those units. */
const tolerance = 1;

/** The addresses and the credit of a city's base map. */
export function mapBaseOf({ info, sample, geography }: SiteCity): MapBase {
  const { neighborhoodsDigest, streetsDigest } = geography;
  const hasLand = info.key === 'sf';
  const isKnown = hasLand || neighborhoodsDigest !== null || streetsDigest !== null;
  const streets = sample
    ? 'Streets and borders: invented'
    : `Streets: open data of ${info.name}, partly © OpenStreetMap contributors (ODbL)`;
  return {
    picture: isKnown ? `/${info.key}/map.svg` : null,
    streets: streetsDigest === null ? null : `/${info.key}/streets.svg`,
    credit: [...(hasLand ? [land.attribution] : []), ...(streetsDigest === null ? [] : [streets])].join('. '),
  };
}

/** The city's base map, as a list of at most one file. */
export function baseMapPages(site: SiteCity): StaticPage<BaseMap>[] {
  if (mapBaseOf(site).picture === null) return [];
  return [staticPage({ city: site.info.key }, seedOf(site), baseMap)];
}

/** The streets that the base map leaves out, as a list of at most one file in the same form. */
export function streetMapPages(site: SiteCity): StaticPage<BaseMap>[] {
  if (mapBaseOf(site).streets === null) return [];
  const { bounds, credit, streets } = seedOf(site);
  return [staticPage({ city: site.info.key }, { bounds, credit, streets }, streetMap)];
}

function seedOf(site: SiteCity): BaseSeed {
  const { areas, streets, neighborhoodsDigest, streetsDigest } = site.geography;
  return {
    bounds: boundsOf(site),
    land: site.info.key === 'sf' ? land.land : '',
    credit: mapBaseOf(site).credit,
    areas: sharedAs({ read: areas }, neighborhoodsDigest ?? 'none'),
    streets: sharedAs({ read: streets }, streetsDigest ?? 'none'),
  };
}

/** An image has no part in the page's colours, so it brings those of both schemes. Names are for the live map only. */
const style =
  '.l{fill:#f3ecdc;stroke:#e0d7c3}g{fill:none}path{vector-effect:non-scaling-stroke}.s{stroke:#fffdf7}' +
  '.b{stroke:#d3c6a6;stroke-dasharray:3 3}text{display:none}@media(prefers-color-scheme:dark){' +
  '.l{fill:#26231c;stroke:#3a352a}.s{stroke:#3b362b}.b{stroke:#565040}}';

function baseMap({ bounds, land: coast, credit, areas, streets }: BaseSeed): BaseMap {
  const main = streets.read().filter((street) => street.main);
  const borders = commonBorders(areas.read());
  const fine =
    finePath(
      's',
      fineLines(
        bounds,
        main.map(({ line }) => line),
      ),
    ) +
    finePath('b', fineLines(bounds, borders)) +
    namesOf(bounds, areas.read());
  return { svg: svgOf(bounds, credit, (coast && `<path class="l" d="${coast}"/>`) + fineGroup(fine)) };
}

function streetMap({ bounds, credit, streets }: Pick<BaseSeed, 'bounds' | 'credit' | 'streets'>): BaseMap {
  const others = streets.read().filter((street) => !street.main);
  const fine = finePath(
    's',
    fineLines(
      bounds,
      others.map(({ line }) => line),
    ),
  );
  return { svg: svgOf(bounds, credit, fineGroup(fine)) };
}

function svgOf(bounds: Bounds, credit: string, shapes: string): string {
  const box = `viewBox="0 0 ${mapWidth} ${mapHeight(bounds)}"`;
  const head = `<desc>${escaped(credit)}</desc><style>${style}</style>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${box}>${head}${shapes}</svg>\n`;
}

function fineGroup(shapes: string): string {
  return `<g transform="scale(${mapWidth / fineWidth})">${shapes}</g>`;
}

function finePath(kind: string, lines: readonly MapLine[]): string {
  return lines.length === 0 ? '' : `<path class="${kind}" d="${pathOfLines(lines)}"/>`;
}

/** Lines of the world on the map, joined and simplified; what lies wholly outside is left out. */
function fineLines(bounds: Bounds, lines: readonly (readonly Position[])[]): MapLine[] {
  const height = (mapHeight(bounds) / mapWidth) * fineWidth;
  const isInside = ([x, y]: MapPoint) => x >= 0 && y >= 0 && x <= fineWidth && y <= height;
  const drawn = lines
    .map((line) => line.map((position) => finePoint(bounds, position)))
    .map((line) => line.filter((point, index) => index === 0 || point.join() !== line[index - 1]?.join()))
    .filter((line) => line.length > 1 && line.some(isInside));
  return joinLines(drawn).map((line) => simplifyLine(line, tolerance));
}

function finePoint(bounds: Bounds, position: Position): MapPoint {
  const [x, y] = toMap(bounds, position, fineWidth);
  return [Math.round(x), Math.round(y)];
}

/** Each neighbourhood's name at the point farthest from its borders, the roomiest first: where names collide the first stays. */
function namesOf(bounds: Bounds, areas: readonly Area[]): string {
  const labels = areas.map(({ name, polygons }) => {
    const spots = polygons.map((rings) =>
      polylabel(
        rings.map((ring) => ring.map((position) => [...finePoint(bounds, position)])),
        4,
      ),
    );
    const [first, ...others] = spots;
    return {
      name,
      spot: others.reduce((best, spot) => (spot.distance > best!.distance ? spot : best), first)!,
    };
  });
  labels.sort((a, b) => b.spot.distance - a.spot.distance || (a.name < b.name ? -1 : 1));
  return labels
    .map(
      ({ name, spot: [x = 0, y = 0] }) =>
        `<text x="${Math.round(x)}" y="${Math.round(y)}">${escaped(name)}</text>`,
    )
    .join('');
}

function escaped(text: string): string {
  return text.replace(/[&<>]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
