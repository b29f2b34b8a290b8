import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { digest } from '../../src/digest.ts';
import { noGeography, shapesFile } from '../../src/source/geography.ts';
import type { StatusFile } from '../../src/site/status-file.ts';
import { readLog } from '../../src/source/log.ts';
import { readCurrent, readSnapshot, type Current } from '../../src/source/state.ts';
import { startCase } from '../../test/pull-case.ts';
import { scheduleRows } from '../../test/soda-rows.ts';
import { keepState, recalledStatus, recallState } from './published-state.ts';
import { heartbeatHours, reasonsToPublish } from './reasons.ts';

const site = new URL('https://site.example');
let folder: string;
let webRoot: string;
let fresh: string;

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'refresh-'));
  [webRoot, fresh] = [path.join(folder, 'dist'), path.join(folder, 'fresh')];
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

const read = (url: URL) => {
  const file = path.join(webRoot, url.pathname);
  return Promise.resolve(fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : null);
};

function statusOf(current: Current, differences: object = {}): StatusFile {
  const { digest: snapshot, geography, source, pulledAt, rowsUpdatedAt, asOf, rows, problems } = current;
  const city = {
    source,
    pulledAt,
    rowsUpdatedAt,
    asOf,
    rows,
    problems,
    trucks: 1,
    places: 1,
    snapshot,
    neighborhoods: geography?.neighborhoods?.digest ?? null,
    streets: geography?.streets?.digest ?? null,
    ...differences,
  };
  return { cities: { sf: city }, pages: 3, codeDigest: 'code' };
}

/** A site with the state of one pull beside it. */
async function published(): Promise<Current> {
  const { pull, stateDir } = await startCase(scheduleRows(40), { mapped: true });
  const { current } = await pull();
  expect(keepState(stateDir, webRoot)).toHaveLength(6);
  fs.writeFileSync(path.join(webRoot, 'status.json'), JSON.stringify(statusOf(current!)));
  return current!;
}

describe('recallState', () => {
  it('gives a machine that has nothing the state that the site was built from', async () => {
    const current = await published();
    expect(await recallState(site, fresh, read)).toMatchObject({ cities: ['sf'], lost: [] });
    expect(readCurrent(fresh, 'sf')).toEqual(current);
    expect(readSnapshot(fresh, readCurrent(fresh, 'sf')!).rows).toHaveLength(40);
    expect(readLog(fresh, readCurrent(fresh, 'sf')!).changed).toHaveProperty(current.asOf);
    expect(recalledStatus(fresh)).toEqual(statusOf(current));
  });

  it.each(['missing', 'damaged'])('goes on without the log of changes when it is %s', async (fate) => {
    const current = await published();
    const file = path.join(webRoot, '.well-known/curbside/state/sf/log.json');
    if (fate === 'missing') fs.rmSync(file);
    else fs.writeFileSync(file, '<html>');
    expect(await recallState(site, fresh, read)).toMatchObject({ cities: ['sf'], lost: [] });
    expect(readCurrent(fresh, 'sf')).toEqual({ ...current, log: null });
  });

  it('finds nothing where nothing is published yet', async () => {
    expect(await recallState(site, fresh, read)).toEqual({ status: null, cities: [], lost: [] });
    expect(recalledStatus(fresh)).toBeNull();
  });

  it('does not believe a snapshot that is not its digest', async () => {
    const { digest: named } = await published();
    fs.appendFileSync(path.join(webRoot, `.well-known/curbside/state/sf/snapshot-${named}.json`), ' ');
    expect(await recallState(site, fresh, read)).toMatchObject({ cities: [], lost: ['sf'] });
    expect(readCurrent(fresh, 'sf')).toBeNull();
  });

  it('does without neighbourhoods that are not their digest, and brings the streets', async () => {
    const { geography } = await published();
    const name = shapesFile('neighborhoods', geography.neighborhoods!);
    fs.appendFileSync(path.join(webRoot, `.well-known/curbside/state/sf/${name}`), ' ');
    expect(await recallState(site, fresh, read)).toMatchObject({ cities: ['sf'] });
    expect(readCurrent(fresh, 'sf')!.geography).toEqual({ ...geography, neighborhoods: null });
  });

  it.each([
    ['a page', '<html>'],
    [
      'a name that leads out of the folder',
      JSON.stringify({ codeDigest: '', cities: { '../x': { snapshot: digest('') } } }),
    ],
    ['a digest that is none', JSON.stringify({ codeDigest: '', cities: { sf: { snapshot: '../../x' } } })],
  ])('refuses a status that is %s', async (_, text) => {
    await expect(recallState(site, fresh, () => Promise.resolve(text))).rejects.toThrow(
      'is not a status of ours',
    );
    expect(fs.existsSync(fresh)).toBe(false);
  });
});

describe('reasonsToPublish', () => {
  const at = '2026-11-22T00:00:00Z';
  const current = {
    city: { key: 'sf', name: 'San Francisco', timeZone: 'America/Los_Angeles' },
    digest: digest('rows'),
    pulledAt: at,
    geography: noGeography,
  } as Current;
  const after = (hours: number) => new Date(Date.parse(at) + hours * 3_600_000);
  const reasons = (differences: object, hours = 1) =>
    reasonsToPublish(statusOf(current, differences), {
      code: 'code',
      cities: [current],
      content: {},
      now: after(hours),
    });

  it('has none while data, code and age are the same', () => expect(reasons({})).toEqual([]));

  it('has one for each thing that differs', () => {
    expect(reasons({ snapshot: 'other' })).toEqual(['the schedule of San Francisco changed']);
    expect(reasons({ content: 'other' })).toEqual(['what owners say in San Francisco changed']);
    expect(reasons({ streets: 'other' })).toEqual(['the map of San Francisco changed']);
    const other = { code: 'other', cities: [current], content: {}, now: after(1) };
    expect(reasonsToPublish(statusOf(current), other)).toEqual(['the code changed']);
    expect(reasonsToPublish(null, other)).toEqual(['nothing is published yet']);
    expect(reasonsToPublish({ ...statusOf(current), cities: {} }, { ...other, code: 'code' })).toEqual([
      'San Francisco is not published yet',
    ]);
  });

  it('lets the site say in time that it is alive', () => {
    expect(reasons({}, heartbeatHours - 0.1)).toEqual([]);
    expect(reasons({}, heartbeatHours)).toEqual(['San Francisco was last asked 20 hours ago, as published']);
  });
});
