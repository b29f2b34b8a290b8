import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { permitRow, scheduleRow } from '../../test/soda-rows.ts';
import type { Snapshot } from '../schedule/snapshot.ts';
import { assembleSnapshot } from './assemble.ts';
import { findCity } from './cities.ts';
import { noGeography } from './geography.ts';
import { listCurrent, readCurrent, readSnapshot, saveSnapshot, type Current } from './state.ts';

const { info, box } = findCity('sf');
let stateDir: string;

beforeEach(() => {
  stateDir = fs.mkdtempSync(path.join(os.tmpdir(), 'curbside-state-'));
});

afterEach(() => fs.rmSync(stateDir, { recursive: true }));

function snapshotWith(food: string): Snapshot {
  const schedule = [scheduleRow({ optionaltext: food })];
  return assembleSnapshot({ schedule, permits: [permitRow()], asOf: '2022-01-19', box });
}

function save(snapshot: Snapshot, key = 'sf', pulledAt = '2022-01-19T20:00:00.000Z'): Current {
  const { rows, problems } = snapshot;
  const times = { pulledAt, rowsUpdatedAt: null, asOf: '2022-01-19' };
  const counts = { rows: rows.length, problems: problems.length };
  const last = readCurrent(stateDir, key);
  const changes = { added: 0, removed: 0, edited: 1, restated: 0, renewal: false };
  const facts = {
    city: { ...info, key },
    source: 'file',
    geography: noGeography,
    ...times,
    ...counts,
  } as const;
  return saveSnapshot(stateDir, facts, { snapshot, changes, last, log: null });
}

function filesOf(key: string): string[] {
  return fs.readdirSync(path.join(stateDir, key)).sort();
}

describe('saveSnapshot', () => {
  it('remembers what each pull changed, the newest first, and no more than ten', () => {
    for (let pull = 0; pull < 12; pull++) save(snapshotWith(`Food ${pull}`));
    const { history } = save(snapshotWith('Food 11'));
    expect(history).toHaveLength(10);
    expect(history[0]).toEqual({ asOf: '2022-01-19', added: 0, removed: 0, restated: 0, edited: 1 });
  });

  it('keeps a snapshot that can be read back through its pointer', () => {
    const saved = save(snapshotWith('Tacos'));
    expect(readCurrent(stateDir, 'sf')).toEqual(saved);
    expect(readSnapshot(stateDir, saved)).toMatchObject(snapshotWith('Tacos'));
    expect(filesOf('sf')).toEqual(['current.json', `snapshot-${saved.digest}.json`]);
  });

  it('moves only the times of the pointer when the snapshot is the same', () => {
    const first = save(snapshotWith('Tacos'));
    const file = path.join(stateDir, 'sf', `snapshot-${first.digest}.json`);
    const { ino } = fs.statSync(file);
    const second = save(snapshotWith('Tacos'), 'sf', '2022-01-20T20:00:00.000Z');
    expect(second).toEqual({ ...first, pulledAt: '2022-01-20T20:00:00.000Z' });
    expect(fs.statSync(file).ino).toBe(ino);
  });

  it('keeps the newest five snapshots, and the current one however old it is', () => {
    const saved = ['a', 'b', 'c', 'd', 'e', 'f'].map((food, day) => {
      const current = save(snapshotWith(food));
      fs.utimesSync(path.join(stateDir, 'sf', `snapshot-${current.digest}.json`), day, day);
      return current;
    });
    const back = save(snapshotWith('b'));
    const kept = [1, 2, 3, 4, 5].map((index) => `snapshot-${saved[index]?.digest}.json`);
    expect(filesOf('sf')).toEqual(['current.json', ...kept.sort()]);
    save(snapshotWith('g'));
    expect(filesOf('sf')).toHaveLength(6);
    expect(filesOf('sf')).not.toContain(`snapshot-${back.digest}.json`);
  });

  it('writes a damaged snapshot file again', () => {
    const { digest } = save(snapshotWith('Tacos'));
    fs.writeFileSync(path.join(stateDir, 'sf', `snapshot-${digest}.json`), 'torn');
    expect(readSnapshot(stateDir, save(snapshotWith('Tacos')))).toMatchObject(snapshotWith('Tacos'));
  });
});

describe('readSnapshot', () => {
  it('fails with the file and what to do when the file is lost or was changed', () => {
    const current = save(snapshotWith('Tacos'));
    const file = path.join(stateDir, 'sf', `snapshot-${current.digest}.json`);
    fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace('Tacos', 'Tofus'));
    const changed = { code: 'snapshot-unreadable', hint: 'Pull again: npm run pull -- --city sf' };
    expect(() => readSnapshot(stateDir, current)).toThrow(expect.objectContaining(changed));
    fs.rmSync(file);
    expect(() => readSnapshot(stateDir, current)).toThrow(/is missing/);
  });
});

describe('readCurrent', () => {
  it('is null before the first pull', () => {
    expect(readCurrent(stateDir, 'sf')).toBeNull();
    expect(readCurrent(path.join(stateDir, 'nowhere'), 'sf')).toBeNull();
  });

  for (const text of ['', '{"city":', '{}', 'null', '{"digest":"../../x"}']) {
    it(`fails on a pointer that holds ${JSON.stringify(text)}`, () => {
      save(snapshotWith('Tacos'));
      fs.writeFileSync(path.join(stateDir, 'sf', 'current.json'), text);
      expect(() => readCurrent(stateDir, 'sf')).toThrow(
        expect.objectContaining({ code: 'state-unreadable' }),
      );
    });
  }
});

describe('listCurrent', () => {
  it('lists every city by key, and none where there is no state', () => {
    expect(listCurrent(path.join(stateDir, 'nowhere'))).toEqual([]);
    for (const key of ['sf', 'la', 'Oakland']) save(snapshotWith('Tacos'), key);
    fs.mkdirSync(path.join(stateDir, 'cache'));
    fs.writeFileSync(path.join(stateDir, 'note.txt'), '');
    expect(listCurrent(stateDir).map(({ city }) => city.key)).toEqual(['Oakland', 'la', 'sf']);
  });
});
