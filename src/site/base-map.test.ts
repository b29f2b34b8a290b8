import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { neighborhoodRows, streetRows } from '../../test/soda-rows.ts';
import { row } from '../../test/schedule-rows.ts';
import { sharedData } from '../../test/shared-data.ts';
import { siteCity } from '../../test/site-city.ts';
import { digest } from '../digest.ts';
import { readAreas, readStreets } from '../source/shapes.ts';
import { baseMapPages, mapBaseOf, streetMapPages } from './base-map.ts';
import type { SiteCity } from './cities.ts';
import { joinLines, pathOfLines, simplifyLine, type MapLine } from './lines.ts';

function mapped(
  neighborhoods: readonly unknown[],
  streets: readonly unknown[],
  over: Partial<SiteCity> = {},
): SiteCity {
  const [areas, roads] = [readAreas(neighborhoods).shapes, readStreets(streets).shapes];
  const geography = {
    neighborhoodsDigest: digest(JSON.stringify(areas)),
    streetsDigest: digest(JSON.stringify(roads)),
    areas: () => areas,
    streets: () => roads,
  };
  return siteCity([row()], { geography, ...over });
}

const svgOf = (pages: ReturnType<typeof baseMapPages>) => pages[0]!.props.view().svg;
const paths = (svg: string, kind: string) =>
  [...svg.matchAll(new RegExp(`<path class="${kind}" d="([^"]+)"`, 'g'))].length;

describe('baseMapPages', () => {
  it('draws land, main streets, common borders and the names of neighbourhoods', () => {
    const svg = svgOf(baseMapPages(mapped(neighborhoodRows, streetRows)));
    expect([paths(svg, 'l'), paths(svg, 's'), paths(svg, 'b')]).toEqual([1, 1, 1]);
    expect(svg).toContain('>West Bank</text>');
    expect(svg).toContain('© OpenStreetMap contributors (ODbL)</desc>');
  });

  it('is land alone when nothing else is known', () => {
    const site = siteCity([row()]);
    const svg = svgOf(baseMapPages(site));
    expect([paths(svg, 'l'), paths(svg, 's'), paths(svg, 'b')]).toEqual([1, 0, 0]);
    expect(streetMapPages(site)).toEqual([]);
    expect(mapBaseOf(site).credit).toBe('Shore line: GSHHG, Wessel and Smith (LGPL)');
  });

  it('has another key only when what it is made of changed', () => {
    const key = (site: SiteCity) => baseMapPages(site)[0]!.cacheKey;
    const site = mapped(neighborhoodRows, streetRows);
    expect(key(mapped(neighborhoodRows, streetRows, { rows: 5 }))).toBe(key(site));
    expect(key(mapped(neighborhoodRows.slice(1), streetRows))).not.toBe(key(site));
    expect(key(mapped(neighborhoodRows, streetRows.slice(1)))).not.toBe(key(site));
  });

  it('writes no name as markup', () => {
    const named = [{ ...neighborhoodRows[0], nhood: '<script>alert(1)</script>' }];
    expect(svgOf(baseMapPages(mapped(named, streetRows)))).not.toContain('<script');
  });

  it('says of an invented city that its streets are', () => {
    expect(mapBaseOf(mapped(neighborhoodRows, streetRows, { sample: true })).credit).not.toContain(
      'OpenStreetMap',
    );
  });
});

const [neighborhoods, streets] = ['neighborhoods-j2bu-swwd', 'streets-3psu-pn9h'].map((name) =>
  sharedData(`geo/${name}.geojson`),
);
const features = (text: string | null | undefined) =>
  (JSON.parse(text ?? '{"features":[]}') as { features: unknown[] }).features;

describe.skipIf(!neighborhoods || !streets)('the map of San Francisco', () => {
  it('weighs 13 KB at most, all its streets 35 KB', () => {
    const site = mapped(features(neighborhoods), features(streets));
    const weigh = (pages: ReturnType<typeof baseMapPages>) => brotliCompressSync(svgOf(pages)).length;
    const [base, all] = [weigh(baseMapPages(site)), weigh(streetMapPages(site))];
    console.info(`map.svg ${base} B, streets.svg ${all} B (brotli 11)`);
    expect(base).toBeGreaterThan(6000);
    expect(base).toBeLessThanOrEqual(13_000);
    expect(all).toBeGreaterThan(15_000);
    expect(all).toBeLessThanOrEqual(35_000);
  });
});

describe('joinLines', () => {
  const check = (lines: readonly MapLine[], joined: readonly string[]) =>
    expect(joinLines(lines).map((line) => line.join(' '))).toEqual(joined);

  it('joins what goes on, whichever way it was drawn', () => {
    check([[[0, 0], [1, 0]], [[2, 0], [1, 0]], [[2, 0], [3, 0]]], ['3,0 2,0 1,0 0,0']); // prettier-ignore
  });

  it('goes straight on over a crossing and turns no corner', () => {
    check(
      [[[0, 1], [1, 1]], [[1, 1], [2, 1]], [[1, 0], [1, 1]], [[1, 1], [1, 2]], [[2, 1], [2, 5]]],
      ['2,1 1,1 0,1', '1,2 1,1 1,0', '2,5 2,1'],
    ); // prettier-ignore
  });

  it('ends where a ring closes', () => {
    const ring: MapLine = [[0, 0], [4, 1], [5, 4], [1, 5], [0, 0]]; // prettier-ignore
    expect(joinLines([ring]).flat()).toHaveLength(5);
  });
});

describe('pathOfLines', () => {
  it('writes steps, each line from the end of the one before', () => {
    expect(pathOfLines([[[9, 9], [5, 5]], [[1, 2], [3, 1], [3, 4]]])).toBe('m1 2l2-1 0 3m2 1l4 4'); // prettier-ignore
  });
});

describe('simplifyLine', () => {
  it('keeps the ends and what stands out', () => {
    expect(simplifyLine([[0, 0], [5, 1], [10, 0], [10, 10]], 1)).toEqual([[0, 0], [10, 0], [10, 10]]); // prettier-ignore
  });
});
