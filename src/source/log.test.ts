import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { row, snapshot } from '../../test/schedule-rows.ts';
import { startCase } from '../../test/pull-case.ts';
import { scheduleRows } from '../../test/soda-rows.ts';
import type { SnapshotRow } from '../schedule/snapshot.ts';
import { datesOf, logAfter, parseLog, readLog, type ChangeLog } from './log.ts';
import { readCurrent } from './state.ts';

type Rows = readonly Partial<SnapshotRow>[];

/** The log after a city had these rows in turn, one version a day. */
function logOf(...versions: readonly Rows[]): ChangeLog {
  const snapshots = versions.map((rows) => snapshot(rows.map((parts) => row(parts))));
  return snapshots.reduce<ChangeLog | null>((log, after, index) => {
    const asOf = `2022-01-${String(index + 1).padStart(2, '0')}`;
    return logAfter({ before: snapshots[index - 1] ?? null, after, log, asOf });
  }, null)!;
}

describe('logAfter', () => {
  it('begins without changes: all that is there first is no news', () => {
    expect(logOf([{}]).pulls).toEqual([]);
  });

  it('tells each pull that changed something, the newest first', () => {
    const { pulls } = logOf([{}], [{ end24: '16:00' }], [{ end24: '16:00', food: 'Buns' }], []);
    expect(pulls.map(({ asOf, changes }) => [asOf, changes.map(({ kind }) => kind)])).toEqual([
      ['2022-01-04', ['gone']],
      ['2022-01-02', ['times']],
    ]);
  });

  it('names no two pulls alike, though a city goes to and fro', () => {
    const { pulls } = logOf([{}], [], [{}], [], [{}], []);
    expect(new Set(pulls.map(({ id }) => id)).size).toBe(5);
  });

  it('remembers ten pulls, and of each two hundred changes', () => {
    const many = Array.from({ length: 205 }, (_, index) => ({ applicant: `Truck ${index}` }));
    const { pulls } = logOf(...Array.from({ length: 13 }, (_, turn) => (turn % 2 === 0 ? [] : many)));
    expect(pulls).toHaveLength(10);
    expect(pulls[0]).toMatchObject({ more: 5 });
    expect(pulls[0]!.changes).toHaveLength(200);
  });

  it('dates what is said of a truck, a place, a food and an hour', () => {
    const other = {
      applicant: 'Other',
      address: '1 CLAY ST',
      weekday: 'monday',
      food: 'Coffee',
      latitude: null,
    } as const;
    const dates = datesOf(logOf([{}, other], [{ end24: '16:00' }, other], [{ end24: '16:00' }, other]));
    const dated = (...subjects: readonly string[]) => subjects.map((subject) => dates.get(subject));
    const [first, second] = ['2022-01-01', '2022-01-02'];
    expect(dated('truck/anzu-to-you', 'place/2535-taylor-st')).toEqual([second, second]);
    expect(dated('truck/other', 'place/1-clay-st', 'food/coffee')).toEqual([first, first, first]);
    // Its hours are part of what every hour repeats of the row.
    expect(dated('friday/15', 'friday/10', 'friday/09', 'monday/10')).toEqual([second, second, first, first]);
  });

  it('dates nothing of what it did not see change', () => {
    const [before, after] = [
      snapshot([row()]),
      snapshot([row(), row({ applicant: 'Other', weekday: 'monday' })]),
    ];
    const dates = datesOf(logAfter({ before, after, log: null, asOf: '2022-01-02' }));
    expect(dates.get('truck/other')).toBe('2022-01-02');
    expect(dates.has('truck/anzu-to-you')).toBe(false);
  });
});

describe('the log of a city', () => {
  it('is kept beside the snapshot, and stays when nothing changed', async () => {
    const { pull, stateDir } = await startCase();
    await pull();
    const first = readCurrent(stateDir, 'sf')!;
    expect(readLog(stateDir, first).pulls).toEqual([]);
    await pull();
    expect(readCurrent(stateDir, 'sf')!.log).toBe(first.log);
  });

  it('dates what a pull changed, and leaves all else the date it had', async () => {
    const rows = scheduleRows(40).map((item, index) => ({ ...item, applicant: `Truck ${index % 5}` }));
    const { pull, stateDir, setSchedule, wait } = await startCase(rows);
    await pull();
    wait(3);
    setSchedule(rows.map((item, index) => (index === 0 ? { ...item, optionaltext: 'Coffee' } : item)));
    await pull();
    const { changed } = readLog(stateDir, readCurrent(stateDir, 'sf')!);
    const dated = Object.fromEntries(
      Object.entries(changed).map(([date, names]) => [
        date,
        names.filter((name) => name.startsWith('truck/')),
      ]),
    );
    expect(Object.values(dated)).toEqual([
      ['truck/truck-1', 'truck/truck-2', 'truck/truck-3', 'truck/truck-4'],
      ['truck/truck-0'],
    ]);
  });

  it('is begun again when it is lost, and says so', async () => {
    const { pull, stateDir } = await startCase();
    await pull();
    const { log } = readCurrent(stateDir, 'sf')!;
    fs.writeFileSync(path.join(stateDir, 'sf', `log-${log!}.json`), 'torn');
    expect(() => readLog(stateDir, readCurrent(stateDir, 'sf')!)).toThrow(
      /is missing or not the one its name says/,
    );
    await pull();
    expect(readLog(stateDir, readCurrent(stateDir, 'sf')!)).toEqual({ version: 1, pulls: [], changed: {} });
  });
});

describe('parseLog', () => {
  it.each(['', '<html>', 'null', '[]', '{"version": 2, "pulls": [], "changed": {}}'])(
    'finds no log in %j',
    (text) => {
      expect(parseLog(text)).toBeNull();
    },
  );
});
