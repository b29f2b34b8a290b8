import fs from 'node:fs';
import path from 'node:path';
import { findCity, type CitySettings } from '../../src/source/cities.ts';
import { pullCity } from '../../src/source/pull.ts';
import { writeSample } from '../sample/files.ts';
import { root } from '../site.ts';

/** Data to measure with: two states that differ in one row, so that builds can go back and forth between them. */
export interface Subject {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

type Row = Record<string, string>;

const real = path.join(root, '..', 'shared', 'data');

/** The real snapshot of January 2022, or where it is not there a sample of its size. */
export function realSubject(folder: string): Promise<Subject> {
  const files = ['schedule-2022-01-19.json', 'permits-2022-01-17.json'].map((name) => path.join(real, name));
  if (!files.every((file) => fs.existsSync(file)))
    return sampleSubject(folder, { name: 'sample, 1×', trucks: 104 });
  const [schedule, permits] = files as [string, string];
  return subject(folder, { name: 'real, 1×', schedule, permits, asOf: '2022-01-19' });
}

export function sampleSubject(
  folder: string,
  { name, trucks }: { name: string; trucks: number },
): Promise<Subject> {
  writeSample(folder, { trucks, seed: 7, asOf: '2026-11-20' });
  const files = { schedule: path.join(folder, 'schedule.json'), permits: path.join(folder, 'permits.json') };
  return subject(folder, { name, ...files, asOf: '2026-11-20' });
}

interface Tables {
  readonly name: string;
  readonly schedule: string;
  readonly permits: string;
  readonly asOf: string;
}

async function subject(folder: string, { name, schedule, permits, asOf }: Tables): Promise<Subject> {
  const [before, after] = [path.join(folder, 'before'), path.join(folder, 'after')];
  fs.mkdirSync(folder, { recursive: true });
  const edited = path.join(folder, 'edited.json');
  fs.writeFileSync(
    edited,
    JSON.stringify(oneRowLonger(JSON.parse(fs.readFileSync(schedule, 'utf8')) as Row[])),
  );
  for (const [stateDir, table] of [
    [before, schedule],
    [after, edited],
  ] as const) {
    const from = { source: 'file', schedule: table, permits } as const;
    await pullCity({ city: findCity('sf'), from, stateDir, asOf, accept: true });
  }
  return { name, before, after };
}

/** The same table, one truck staying an hour longer: the commonest edit of the city's. */
function oneRowLonger(rows: readonly Row[]): Row[] {
  const index = rows.findIndex(
    ({ end24, coldtruck }) => coldtruck === 'N' && end24! >= '14:00' && end24! <= '20:00',
  );
  const end24 = `${Number(rows[index]!['end24']!.slice(0, 2)) + 1}:00`;
  return rows.map((row, at) => (at === index ? { ...row, end24 } : row));
}

/** Many cities of the real size, of which one changes: how the design means a hundred times the data to be held. */
export async function manyCities(
  folder: string,
  { cities: count, trucks }: { cities: number; trucks: number },
): Promise<Subject> {
  const [before, after] = [path.join(folder, 'before'), path.join(folder, 'after')];
  const sf = findCity('sf');
  for (let index = 0; index < count; index++) {
    const key = `city-${index}`;
    const city: CitySettings = { ...sf, info: { ...sf.info, key, name: `City ${index}` } };
    const from = path.join(folder, key);
    writeSample(from, { trucks, seed: index + 1, asOf: '2026-11-20' });
    const files = { schedule: path.join(from, 'schedule.json'), permits: path.join(from, 'permits.json') };
    await pullCity({
      city,
      from: { source: 'file', ...files },
      stateDir: before,
      asOf: '2026-11-20',
      accept: true,
    });
    if (index > 0) continue;
    const rows = JSON.parse(fs.readFileSync(files.schedule, 'utf8')) as Row[];
    fs.writeFileSync(files.schedule, JSON.stringify(oneRowLonger(rows)));
    await pullCity({
      city,
      from: { source: 'file', ...files },
      stateDir: after,
      asOf: '2026-11-20',
      accept: true,
    });
  }
  for (let index = 1; index < count; index++) {
    fs.cpSync(path.join(before, `city-${index}`), path.join(after, `city-${index}`), { recursive: true });
  }
  return { name: `${count} cities, ${count}×`, before, after };
}
