import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { listCurrent, readCurrent, readSnapshot } from '../src/source/state.ts';
import { permitsId, scheduleId, startCase } from './pull-case.ts';
import { scheduleRow, scheduleRows } from './soda-rows.ts';

describe('a pull from the API', () => {
  it('asks for both tables by column, in the order of the system id, and keeps the snapshot', async () => {
    const { server, stateDir, pull } = await startCase();
    const done = await pull();
    expect(done).toMatchObject({ changed: true, refused: [], requests: 5 });
    expect(
      server.received.map(({ url }) => url.replace(/\$select=dayorder.*longitude/, '$select=(columns)')),
    ).toEqual([
      `/resource/${scheduleId}.json?$select=count(*) as n`,
      `/resource/${scheduleId}.json?$select=(columns)&$order=:id&$limit=50000&$offset=0`,
      `/resource/${permitsId}.json?$select=count(*) as n`,
      expect.stringContaining('$select=objectid,'),
      `/api/views/${scheduleId}.json`,
    ]);
    const current = readCurrent(stateDir, 'sf');
    expect(current).toMatchObject({
      source: 'live',
      asOf: '2022-01-19',
      pulledAt: '2022-01-19T20:00:00.000Z',
      rowsUpdatedAt: '2022-01-19T13:46:40.000Z',
      rows: 40,
    });
    expect(current && readSnapshot(stateDir, current)).toMatchObject(done.snapshot);
    expect(listCurrent(stateDir)).toEqual([current]);
  });

  it('takes page after page, each row once', async () => {
    const { server, pull } = await startCase(scheduleRows(25));
    const done = await pull({ pageSize: 10 });
    expect(done.snapshot.rows).toHaveLength(25);
    expect(done.snapshot.problems).toEqual([]);
    expect(server.received.filter(({ url }) => url.includes('$offset=20'))).toHaveLength(1);
  });

  it('takes every row when the server gives less at once than it was asked for', async () => {
    const { server, pull } = await startCase(scheduleRows(25));
    server.city.maxLimit = 10;
    expect((await pull()).snapshot.rows).toHaveLength(25);
  });

  it('gets the same snapshot from both generations of the API', async () => {
    const { server, pull } = await startCase();
    server.city.tokens.add('secret');
    const tokens = [{ name: 'SOCRATA_APP_TOKEN', value: 'secret' }];
    const old = await pull();
    const now = await pull({ api: 'soda3', tokens, pageSize: 15 });
    expect(now).toMatchObject({ changed: false, refused: [] });
    expect(now.snapshot).toEqual(old.snapshot);
    expect(server.received.filter(({ method }) => method === 'POST')).toHaveLength(6);
  });

  it('does not ask the generation that needs a token without one', async () => {
    const { server, pull } = await startCase();
    await expect(pull({ api: 'soda3' })).rejects.toMatchObject({ code: 'token-required' });
    expect(server.received).toEqual([]);
  });

  it('waits half a second between requests', async () => {
    const { waits, pull } = await startCase();
    await pull({ requestsPerSecond: 2 });
    expect(waits).toEqual([500, 500, 500, 500]);
  });
});

describe('a second pull', () => {
  it('gets 304s and leaves everything but the times', async () => {
    const { server, stateDir, pull } = await startCase();
    const first = await pull();
    const file = path.join(stateDir, 'sf', `snapshot-${first.current?.digest}.json`);
    const written = fs.statSync(file);
    server.received.length = 0;
    const second = await pull();
    expect(second).toMatchObject({ changed: false, refused: [] });
    expect(second.snapshot).toEqual(first.snapshot);
    expect(server.received.filter(({ headers }) => headers['if-none-match'])).toHaveLength(2);
    expect(fs.statSync(file).ino).toBe(written.ino);
  });

  it('is unchanged when another replica answers 200 to the ETag, and when the kept answers are lost', async () => {
    const { server, stateDir, pull } = await startCase();
    await pull();
    server.city.replica = 'beta';
    expect(await pull()).toMatchObject({ changed: false });
    fs.writeFileSync(path.join(stateDir, 'sf', `fetched-${scheduleId}.json`), '{"half": ');
    fs.rmSync(path.join(stateDir, 'sf', `fetched-${permitsId}.json`));
    expect(await pull()).toMatchObject({ changed: false, refused: [] });
  });

  it('is unchanged when the city wrote its table anew in another order', async () => {
    const { server, pull, setSchedule } = await startCase();
    await pull();
    setSchedule(scheduleRows(40).toReversed());
    server.city.rowsUpdatedAt += 86_400;
    const second = await pull();
    expect(second).toMatchObject({ changed: false });
    expect(second.current?.rowsUpdatedAt).toBe('2022-01-20T13:46:40.000Z');
  });

  it('counts what changed', async () => {
    const { pull, setSchedule } = await startCase();
    await pull();
    setSchedule([...scheduleRows(39), scheduleRow({ locationid: '7' }), scheduleRow({ locationid: '8' })]);
    expect(await pull()).toMatchObject({
      changed: true,
      changes: { added: 2, removed: 1, edited: 0, restated: 0 },
    });
  });

  it('announces a renewal of permits and does not refuse it', async () => {
    const { pull, setSchedule } = await startCase();
    await pull();
    const renewed = scheduleRows(40).map((row, index) =>
      index < 16 ? { ...row, permit: '22MFF-00001' } : row,
    );
    setSchedule(renewed);
    expect(await pull()).toMatchObject({ refused: [], changes: { added: 16, removed: 16, renewal: true } });
  });

  it('does not measure the city by a sample', async () => {
    const { stateDir, pull, setSchedule } = await startCase();
    await pull();
    const file = path.join(stateDir, 'sf', 'current.json');
    fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace('"live"', '"sample"'));
    setSchedule(scheduleRows(5));
    expect(await pull()).toMatchObject({ changed: true, refused: [] });
  });

  it('repairs a damaged state', async () => {
    const { stateDir, notes, pull } = await startCase();
    await pull();
    fs.writeFileSync(path.join(stateDir, 'sf', 'current.json'), 'torn');
    expect(await pull()).toMatchObject({ changed: true, refused: [] });
    expect(notes).toContainEqual(expect.objectContaining({ kind: 'state-lost' }));
    expect(readCurrent(stateDir, 'sf')).toMatchObject({ rows: 40 });
  });
});
