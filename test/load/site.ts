import fs from 'node:fs';
import path from 'node:path';
import { writeSample } from '../../scripts/sample/files.ts';
import { siteOptions } from '../../scripts/site.ts';
import { build } from '../../src/incremental/build.ts';
import { findCity } from '../../src/source/cities.ts';
import { pullCity } from '../../src/source/pull.ts';

/** The sample at the size of the real city, built from two snapshots. */
export interface TwoStates {
  readonly states: readonly [string, string];
  readonly builds: readonly [string, string];
  /** Addresses of the pages that both have. */
  readonly pages: readonly string[];
  /** How many of these differ. */
  readonly differing: number;
}

const trucks = 104;
const asOf = '2026-11-20';

/** Makes both: in the second, every fifth row ends an hour later. */
export async function buildTwoStates(folder: string): Promise<TwoStates> {
  const sample = path.join(folder, 'sample');
  writeSample(sample, { trucks, seed: 1, asOf });
  const schedule = path.join(sample, 'schedule.json');
  const rows = JSON.parse(fs.readFileSync(schedule, 'utf8')) as Record<string, string>[];
  const later = rows.map((row, at) => (at % 5 === 0 ? { ...row, end24: hourAfter(row['end24']!) } : row));
  const schedules = [schedule, path.join(sample, 'later.json')] as const;
  fs.writeFileSync(schedules[1], JSON.stringify(later));
  const [states, builds] = [pair(folder, 'state'), pair(folder, 'dist')];
  for (const at of [0, 1] as const) {
    await pullCity({
      city: findCity('sf'),
      from: { source: 'sample', schedule: schedules[at], permits: path.join(sample, 'permits.json') },
      stateDir: states[at],
      asOf,
      accept: true,
    });
    await build(siteOptions({ state: states[at], out: builds[at] }));
  }
  const texts = (page: string) => builds.map((dist) => textOf(dist, page));
  const pages = pagesIn(builds[0]).filter((page) => texts(page)[1] !== null);
  const differing = pages.filter((page) => texts(page)[0] !== texts(page)[1]).length;
  return { states, builds, pages, differing };
}

function pair(folder: string, name: string): readonly [string, string] {
  return [path.join(folder, `${name}0`), path.join(folder, `${name}1`)];
}

function hourAfter(time: string): string {
  return `${String((Number.parseInt(time, 10) + 1) % 24).padStart(2, '0')}:00`;
}

/** Addresses of all pages of the city. */
function pagesIn(dist: string): string[] {
  const files = fs.readdirSync(path.join(dist, 'sf'), { recursive: true, encoding: 'utf8' });
  const pages = files.filter((file) => path.basename(file) === 'index.html');
  return pages.map((file) => `/sf/${file.slice(0, -'index.html'.length)}`).sort();
}

function textOf(dist: string, page: string): string | null {
  const file = path.join(dist, page, 'index.html');
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : null;
}
