import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { City } from '../../src/schedule/city.ts';
import { findCity } from '../../src/source/cities.ts';
import type { Send } from '../../src/source/http.ts';
import { realIo, type PullIo } from '../../src/source/io.ts';
import { openCity, type Wanted } from './open-city.ts';

describe('openCity', () => {
  const stateDir = fs.mkdtempSync(path.join(os.tmpdir(), 'open-'));
  afterAll(() => fs.rmSync(stateDir, { recursive: true }));
  const wanted: Wanted = { city: findCity('sf'), stateDir, schedule: null, permits: null, asOf: null };
  const files = { schedule: 'data/sample/schedule.json', permits: 'data/sample/permits.json' };

  /** The city's API, answering from the sample; without it, nothing is on the line. */
  function lineTo(answers: boolean): PullIo & { sent: number } {
    const io = {
      ...realIo,
      sent: 0,
      sleep: () => Promise.resolve(),
      now: () => Date.parse('2026-11-20T20:00:00Z'),
    };
    const send: Send = ({ url }) => {
      io.sent++;
      if (!answers) return Promise.resolve({ status: 404, headers: {}, text: '{}' });
      const { pathname, searchParams } = new URL(url);
      const table = fs.readFileSync(
        pathname.includes(wanted.city.permits) ? files.permits : files.schedule,
        'utf8',
      );
      const counting = searchParams.get('$select')?.startsWith('count(');
      const text = counting
        ? JSON.stringify([{ n: String((JSON.parse(table) as unknown[]).length) }])
        : table;
      return Promise.resolve({ status: 200, headers: {}, text });
    };
    return Object.assign(io, { send });
  }

  async function opened(changes: Partial<Wanted>, io: PullIo): Promise<City> {
    const result = await openCity({ ...wanted, ...changes }, () => undefined, io);
    if ('refused' in result) throw new Error(result.refused.join());
    return result.city;
  }
  const standings = (city: City) => new Set(city.entries.map((entry) => entry.standing)).size;

  it('fails when there is no snapshot and no city to ask', async () => {
    const told: string[] = [];
    await expect(openCity(wanted, (line) => told.push(line), lineTo(false))).rejects.toThrow();
    expect(told).toEqual([expect.stringContaining('asking data.sfgov.org')]);
  });

  it('pulls a snapshot when there is none, and reads it the next time without asking', async () => {
    const city = await opened({}, lineTo(true));
    expect([city.trucks.length, standings(city)]).toEqual([38, 4]);
    const offline = lineTo(false);
    expect((await opened({}, offline)).entries).toHaveLength(city.entries.length);
    expect(offline.sent).toBe(0);
  });

  it('judges the permits of the snapshot on another day', async () => {
    const city = await opened({ asOf: '2030-01-01' }, lineTo(false));
    expect(
      city.entries.filter((entry) => entry.standing === 'permitted' && entry.status === 'APPROVED'),
    ).toEqual([]);
    expect(city.entries.some((entry) => entry.standing === 'unknown')).toBe(true);
  });

  it('reads files and keeps nothing; without permits no truck is lapsed', async () => {
    const elsewhere = path.join(stateDir, 'elsewhere');
    const city = await opened({ schedule: files.schedule, stateDir: elsewhere }, lineTo(false));
    expect(new Set(city.entries.map((entry) => entry.standing))).toEqual(new Set(['unknown']));
    expect(fs.existsSync(elsewhere)).toBe(false);
    expect(standings(await opened({ ...files, asOf: '2026-11-20' }, lineTo(false)))).toBe(4);
  });
});
