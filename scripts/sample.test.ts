import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readCity } from '../src/schedule/read-city.ts';
import type { Entry } from '../src/schedule/city.ts';
import { assembleSnapshot } from '../src/source/assemble.ts';
import { findCity } from '../src/source/cities.ts';
import { reasonsToRefuse } from '../src/source/guard.ts';
import { bundledSample, generateCity, type SampleSettings } from './sample/city.ts';
import { writeSample } from './sample/files.ts';
import { expectSameFiles } from '../test/differing-files.ts';

const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'sample-'));
afterAll(() => fs.rmSync(scratch, { recursive: true }));

const { box } = findCity('sf');

function tables(settings: Partial<SampleSettings> = {}) {
  const trucks = [...generateCity({ ...bundledSample, ...settings })];
  return {
    schedule: trucks.flatMap((truck) => truck.schedule),
    permits: trucks.flatMap((truck) => truck.permits),
  };
}

function snapshot(settings: Partial<SampleSettings> = {}) {
  return assembleSnapshot({ ...tables(settings), asOf: settings.asOf ?? bundledSample.asOf, box });
}

describe('writeSample', () => {
  it('writes the bundled sample byte for byte', () => {
    writeSample(scratch, bundledSample);
    const files = (folder: string) =>
      Object.fromEntries(
        ['schedule.json', 'permits.json', 'neighborhoods.json', 'streets.json', 'sample.json'].map((name) => [
          name,
          fs.readFileSync(path.join(folder, name)),
        ]),
      );
    expectSameFiles(files(scratch), files('data/sample'));
  });

  it('writes an array with one row to a line and the settings beside it', () => {
    const folder = path.join(scratch, 'small');
    const size = writeSample(folder, { trucks: 3, seed: 7, asOf: '2026-02-01' });
    const text = fs.readFileSync(path.join(folder, 'schedule.json'), 'utf8');
    expect(JSON.parse(text)).toHaveLength(size.rows);
    expect(text.trim().split('\n')).toHaveLength(size.rows);
    expect(JSON.parse(fs.readFileSync(path.join(folder, 'sample.json'), 'utf8'))).toEqual({
      asOf: '2026-02-01',
      seed: 7,
      trucks: 3,
    });
    expect(fs.readdirSync(folder).sort()).toEqual([
      'neighborhoods.json',
      'permits.json',
      'sample.json',
      'schedule.json',
      'streets.json',
    ]);
  });

  it('writes empty tables for no trucks', () => {
    const folder = path.join(scratch, 'empty');
    writeSample(folder, { ...bundledSample, trucks: 0 });
    expect(JSON.parse(fs.readFileSync(path.join(folder, 'schedule.json'), 'utf8'))).toEqual([]);
  });
});

describe('generateCity', () => {
  it('gives the same city for the same seed and another one for another seed', () => {
    expect(tables({ seed: 5 })).toEqual(tables({ seed: 5 }));
    expect(tables({ seed: 5 })).not.toEqual(tables({ seed: 6 }));
  });

  it('begins a larger city with the trucks of a smaller one', () => {
    const small = [...generateCity({ ...bundledSample, trucks: 50 })];
    const large = [...generateCity({ ...bundledSample, trucks: 120 })];
    expect(large.slice(0, 50)).toEqual(small);
  });

  it('holds texts only, and no key for what is unknown', () => {
    const { schedule, permits } = tables();
    const values = [...schedule, ...permits].flatMap((row) => Object.values(row));
    expect(values.filter((value) => typeof value !== 'string' || value === '')).toEqual([]);
    expect(schedule.some((row) => !('locationdesc' in row))).toBe(true);
    expect(permits.some((row) => !('expirationdate' in row))).toBe(true);
  });

  it.each([1, 2, 3])('keeps the proportions of the real city at any size, seed %i', (seed) => {
    const trucks = 300;
    const { rows } = snapshot({ trucks, seed });
    expect(rows.length / trucks).toBeGreaterThan(23);
    expect(rows.length / trucks).toBeLessThan(32);
    const addresses = new Set(rows.map((row) => row.address)).size / trucks;
    expect(addresses).toBeGreaterThan(3.8);
    expect(addresses).toBeLessThan(5);
    const cold = rows.filter((row) => row.cold).length / rows.length;
    expect(cold).toBeGreaterThan(0.55);
    expect(cold).toBeLessThan(0.8);
    expect(new Set(rows.map((row) => row.applicant)).size).toBe(trucks);
  });

  it.each(['2026-11-20', '2026-11-15', '2026-11-14', '2027-01-19', '2027-06-30', '2028-02-29'])(
    'shows every standing as of %s',
    (asOf) => {
      const standings = new Set(snapshot({ asOf }).rows.map((row) => row.standing));
      expect([...standings].sort()).toEqual(['lapsed', 'permitted', 'renewing', 'unknown']);
    },
  );

  it.each([bundledSample.trucks, 300])('passes the guard with a few problems, %i trucks', (trucks) => {
    const candidate = snapshot({ trucks });
    expect(reasonsToRefuse(null, { snapshot: candidate, permitRows: 1, doubts: [] })).toEqual([]);
    const codes = new Set(candidate.problems.map((problem) => problem.code));
    expect([...codes].sort()).toEqual(['coordinates-missing', 'status-unknown', 'weekday-disagrees']);
  });
});

describe('the bundled sample', () => {
  const { rows } = snapshot();
  const city = readCity(snapshot());
  const of = (name: string): Entry[] => city.entries.filter((entry) => entry.truck.legalName.includes(name));

  it('has every certainty, and entries open at noon on every weekday', () => {
    expect(new Set(city.entries.map((entry) => entry.certainty)).size).toBe(3);
    expect(
      new Set(city.entries.filter((entry) => entry.standing !== 'lapsed').map((entry) => entry.weekday)).size,
    ).toBe(7);
  });

  it('reads every way of writing a time as stated', () => {
    const almanac = [...of('Tidewater Almanac'), ...of('Two Clocks')];
    expect(almanac.filter((entry) => entry.certainty !== 'stated').map((entry) => entry.note)).toEqual([]);
  });

  it('has rows that run over midnight, rows that meet at it, equal ends and whole days', () => {
    const has = (start24: string, end24: string) =>
      rows.some((row) => row.start24 === start24 && row.end24 === end24);
    expect([has('20:00', '02:00'), has('18:00', '24:00'), has('00:00', '02:00'), has('08:00', '08:00'), has('00:00', '24:00')]).toEqual(Array(5).fill(true)); // prettier-ignore
  });

  it('has names that share a slug, one that slugs to nothing, and several behind "dba"', () => {
    expect(city.trucks.filter((truck) => truck.slug.startsWith('two-left-shoes'))).toHaveLength(3);
    expect(city.trucks.map((truck) => truck.name)).toEqual(
      expect.arrayContaining(['!!!', '夜市', 'QX & VT LLC']),
    );
    expect(city.trucks.filter((truck) => truck.name !== truck.legalName)).toHaveLength(3);
  });

  it('has shared places, one address with several locations, and one permit at fifteen kerbs in one hour', () => {
    const trucksAt = (place: (typeof city.places)[number]) =>
      new Set(place.entries.map((entry) => entry.truck)).size;
    expect(Math.max(...city.places.map(trucksAt))).toBeGreaterThanOrEqual(3);
    expect(new Set(of('Widdershins').map((entry) => entry.place)).size).toBe(1);
    expect(new Set(of('Widdershins').map((entry) => entry.locationId)).size).toBe(3);
    expect(of('Fogline Lunch Fleet').filter((entry) => entry.weekday === 'tuesday')).toHaveLength(15);
  });

  it('has blocks instead of addresses, with and without a street in the text', () => {
    const blocks = rows.filter((row) => row.address.startsWith('Assessors Block'));
    expect(blocks.some((row) => /^Set-?up at/.test(row.text))).toBe(true);
    expect(blocks.some((row) => !/\d+ \w+ St/.test(row.text) && row.crossStreets !== null)).toBe(true);
    expect(blocks.some((row) => row.text === '' && row.crossStreets === null)).toBe(true);
  });

  it('has hostile texts: markup, marks that turn the reading direction, escape sequences, a link that is a script', () => {
    const { schedule, permits } = tables();
    const texts = [...schedule, ...permits].flatMap((row) => Object.values(row)).join('\n');
    const parts = ['<b>', '<script>', '</script><!--', '\u202e', '\u001b[31m', 'javascript:'];
    expect(parts.filter((part) => !texts.includes(part))).toEqual([]);
  });
});
