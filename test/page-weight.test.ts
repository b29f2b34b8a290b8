import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { weigh } from './gates/weigh.ts';
import { sharedData } from './shared-data.ts';
import { siteCopy, type ApiRow, type SiteCopy } from './site-copy.ts';

const [schedule, permits] = ['schedule-2022-01-19.json', 'permits-2022-01-17.json'].map(sharedData);
const present = typeof schedule === 'string' && typeof permits === 'string';
const kilobyte = 1024;

let site: SiteCopy;

/** Pages below a folder of the city, heaviest first, as "bytes address". */
function weights(pattern: RegExp): { bytes: number; page: string }[] {
  const names = fs.readdirSync(path.join(site.out, 'sf'), { recursive: true, encoding: 'utf8' });
  const pages = names.filter((name) => pattern.test(name));
  return pages
    .map((page) => ({ bytes: weigh(fs.readFileSync(path.join(site.out, 'sf', page))), page }))
    .sort((a, b) => b.bytes - a.bytes);
}

/** The heaviest file of a kind of style that pages load after their first screen. */
function weighStyle(name: string): number {
  const folder = path.join(site.out, '_astro');
  const files = fs.readdirSync(folder).filter((file) => file.startsWith(`${name}.`) && file.endsWith('.css'));
  expect(files, name).toHaveLength(1);
  return weigh(fs.readFileSync(path.join(folder, files[0] ?? '')));
}

describe.runIf(present)('pages of the real data, Brotli 11', () => {
  beforeAll(async () => {
    site = siteCopy();
    await site.pull({
      schedule: JSON.parse(schedule ?? '') as ApiRow[],
      permits: JSON.parse(permits ?? '') as ApiRow[],
      asOf: '2022-01-19',
    });
    await site.build();
  }, 240_000);
  afterAll(() => site.remove());

  it('weigh at most 4 KB for a truck', () => {
    const trucks = weights(/^truck\/[^/]+\/index\.html$/);
    expect(trucks.length).toBeGreaterThan(100);
    expect(trucks.filter(({ bytes }) => bytes > 4 * kilobyte)).toEqual([]);
  }, 60_000);

  it('weigh at most 4 KB for a place', () => {
    const places = weights(/^place\/[^/]+\/index\.html$/);
    expect(places.length).toBeGreaterThan(400);
    expect(places.filter(({ bytes }) => bytes > 4 * kilobyte)).toEqual([]);
  }, 60_000);

  it('weigh at most 12 KB for the busiest hour with its style, 6 for the median', () => {
    const hours = weights(/^[a-z]+day\/\d\d\/index\.html$/);
    expect(hours).toHaveLength(168);
    const style = weighStyle('timetable');
    expect((hours[0]?.bytes ?? Infinity) + style).toBeLessThanOrEqual(12 * kilobyte);
    expect((hours[84]?.bytes ?? Infinity) + style).toBeLessThanOrEqual(6 * kilobyte);
  }, 60_000);

  it('need at most 2 KB of style beyond the first screen', () => {
    for (const name of ['timetable', 'week'])
      expect(weighStyle(name), name).toBeLessThanOrEqual(2 * kilobyte);
  });
});
