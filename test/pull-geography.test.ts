import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readKeptAreas, readKeptStreets, shapesFile } from '../src/source/geography.ts';
import { cityFolder, readCurrent, type Current } from '../src/source/state.ts';
import { neighborhoodsId, startCase, streetsId, type PullCase } from './pull-case.ts';
import { scheduleRows } from './soda-rows.ts';

const startMapped = () => startCase(scheduleRows(40), { mapped: true });
const asked = ({ server }: PullCase, dataset: string) =>
  server.received.filter(({ url }) => url.includes(dataset)).length;

function filesOf({ stateDir }: PullCase): string[] {
  const names = fs.readdirSync(cityFolder(stateDir, 'sf'));
  return names.filter((name) => /^(neighborhoods|streets)-/.test(name));
}

function currentOf({ stateDir }: PullCase): Current {
  return readCurrent(stateDir, 'sf')!;
}

describe('a pull of the geography', () => {
  it('keeps the neighbourhoods and the streets in use beside the snapshot', async () => {
    const on = await startMapped();
    expect(await on.pull()).toMatchObject({ refused: [], requests: 9 });
    const folder = cityFolder(on.stateDir, 'sf');
    const { geography } = currentOf(on);
    expect(readKeptAreas(folder, geography).map(({ name }) => name)).toEqual(['East Bank', 'West Bank']);
    const streets = readKeptStreets(folder, geography);
    expect(streets.map(({ main, line }) => [main, line[0]])).toEqual([
      [true, [-122.42, 37.77]],
      [false, [-122.42, 37.78]],
    ]);
    expect(geography.neighborhoods?.askedOn).toBe('2022-01-19');
  });

  it('asks again after a month, and not before', async () => {
    const on = await startMapped();
    await on.pull();
    on.wait(29);
    await on.pull();
    expect([asked(on, neighborhoodsId), asked(on, streetsId)]).toEqual([2, 2]);
    on.wait(2);
    await on.pull();
    expect([asked(on, neighborhoodsId), asked(on, streetsId)]).toEqual([4, 4]);
    expect(currentOf(on).geography.streets?.askedOn).toBe('2022-02-19');
    expect(filesOf(on)).toHaveLength(2);
  });

  it.each([
    ['refuses them', { kind: 'status', status: 404 }],
    ['breaks off', { kind: 'cut' }],
    ['answers with a page', { kind: 'html' }],
    ['sends none', { kind: 'empty' }],
  ] as const)('is done without them when the city %s, and asks at the next pull', async (_, mishap) => {
    const on = await startMapped();
    for (let round = 0; round < 8; round++)
      on.server.city.mishaps.push({ ...mishap, on: new RegExp(`${streetsId}.*\\*$|${streetsId}.*\\*&`) });
    expect(await on.pull()).toMatchObject({ refused: [] });
    expect(on.notes.filter(({ kind }) => kind === 'map-kept')).toMatchObject([{ what: 'streets' }]);
    expect(currentOf(on).geography).toMatchObject({
      streets: null,
      neighborhoods: { askedOn: '2022-01-19' },
    });
    on.server.city.mishaps.length = 0;
    await on.pull();
    expect(currentOf(on).geography.streets).not.toBeNull();
  });

  it('leaves what is there when a month later the city has lost its shapes', async () => {
    const on = await startMapped();
    await on.pull();
    const { geography } = currentOf(on);
    on.wait(31);
    on.server.city.tables.set(neighborhoodsId, [{ nhood: 'West Bank' }, { name: 'no shape' }]);
    on.server.city.tables.delete(streetsId);
    expect(await on.pull()).toMatchObject({ refused: [] });
    expect(on.notes.filter(({ kind }) => kind === 'map-kept')).toHaveLength(2);
    expect(currentOf(on).geography).toEqual(geography);
  });

  it('replaces a file that is damaged', async () => {
    const on = await startMapped();
    await on.pull();
    const { geography } = currentOf(on);
    const file = path.join(
      cityFolder(on.stateDir, 'sf'),
      shapesFile('neighborhoods', geography.neighborhoods!),
    );
    fs.appendFileSync(file, ' ');
    await on.pull();
    expect(asked(on, neighborhoodsId)).toBe(4);
    expect(readKeptAreas(cityFolder(on.stateDir, 'sf'), currentOf(on).geography)).toHaveLength(2);
  });
});
