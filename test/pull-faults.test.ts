import { describe, expect, it } from 'vitest';
import { couldNotReachCity } from '../src/source/client.ts';
import { readCurrent } from '../src/source/state.ts';
import { permitsId, scheduleId, startCase } from './pull-case.ts';
import { permitRow, scheduleRows } from './soda-rows.ts';
import type { Mishap } from './soda-server.ts';

const page = /limit/;

describe('a pull that meets a fault once', () => {
  const recoverable: [string, Mishap, number][] = [
    ['too many requests', { kind: 'status', status: 429, on: page }, 500],
    [
      'too many requests and a time to wait',
      { kind: 'status', status: 429, retryAfter: '7', on: page },
      7000,
    ],
    ['a time to wait that is an hour', { kind: 'status', status: 503, retryAfter: '3600', on: page }, 60_000],
    [
      'a time to wait as a date',
      { kind: 'status', status: 503, retryAfter: 'Wed, 19 Jan 2022 20:00:09 GMT', on: page },
      9000,
    ],
    ['an answer still being worked on', { kind: 'status', status: 202, on: page }, 5000],
    ['a timeout at the city', { kind: 'status', status: 408, body: 'old', on: page }, 500],
    ['a fault at the city', { kind: 'status', status: 500, on: page }, 500],
    ['a gateway that answers in HTML', { kind: 'status', status: 503, body: 'html', on: page }, 500],
    ['a body that breaks off', { kind: 'cut', on: page }, 500],
    ['a compressed body that breaks off', { kind: 'cut-gzip', on: page }, 500],
    ['a body that is no JSON', { kind: 'not-json', on: page }, 500],
    ['a maintenance page with status 200', { kind: 'html', on: page }, 500],
    ['an object instead of rows', { kind: 'object', on: page }, 500],
    ['a connection that closes', { kind: 'hang-up', on: page }, 500],
    ['no answer in time', { kind: 'silence', on: page }, 500],
    ['an empty table that should not be', { kind: 'empty', on: page }, 500],
    ['a count that fails', { kind: 'status', status: 500, on: /count/ }, 500],
  ];
  for (const [what, mishap, waitMs] of recoverable) {
    it(`gets over ${what}`, async () => {
      const { server, waits, pull } = await startCase();
      server.city.mishaps.push(mishap);
      const done = await pull({ timeoutMs: mishap.kind === 'silence' ? 80 : 5000 });
      expect(done).toMatchObject({ changed: true, refused: [] });
      expect(done.snapshot.rows).toHaveLength(40);
      expect(waits).toEqual([waitMs]);
    });
  }

  for (const header of ['true', '["alpha"]']) {
    it(`asks once more when a replica says that it is behind (${header})`, async () => {
      const { server, notes, waits, pull } = await startCase();
      server.city.mishaps.push({ kind: 'stale', header, on: page });
      expect(await pull()).toMatchObject({ changed: true });
      expect(waits).toEqual([10_000]);
      expect(notes.filter(({ kind }) => kind === 'stale')).toEqual([
        { kind: 'stale', what: 'schedule', final: false },
      ]);
    });
  }

  it('takes what a replica has when all are behind, and says so', async () => {
    const { server, notes, pull } = await startCase();
    server.city.mishaps.push(
      { kind: 'stale', header: 'true', on: page },
      { kind: 'stale', header: 'true', on: page },
    );
    expect(await pull()).toMatchObject({ changed: true, refused: [] });
    expect(notes).toContainEqual({ kind: 'stale', what: 'schedule', final: true });
  });

  it('does without the description of the table', async () => {
    const { server, pull } = await startCase();
    server.city.mishaps.push({ kind: 'status', status: 500, on: /api\/views/ });
    expect((await pull()).current).toMatchObject({ rowsUpdatedAt: null, rows: 40 });
  });

  it('follows a redirect within the host', async () => {
    const { server, pull } = await startCase();
    server.city.mishaps.push({ kind: 'redirect', to: `/api/views/${permitsId}.json`, on: /api\/views/ });
    expect((await pull()).current?.rowsUpdatedAt).toBe('2022-01-19T13:46:40.000Z');
  });
});

describe('a pull that cannot go on', () => {
  const lasting: [string, Mishap, string][] = [
    ['busy', { kind: 'status', status: 429 }, 'city-unavailable'],
    ['broken', { kind: 'status', status: 500, body: 'old' }, 'city-unavailable'],
    ['under maintenance', { kind: 'html' }, 'city-unreadable'],
    ['cut off', { kind: 'hang-up' }, 'city-unreachable'],
  ];
  for (const [what, mishap, code] of lasting) {
    it(`stops after five tries when the city stays ${what}, with longer and longer waits`, async () => {
      const { server, stateDir, waits, pull } = await startCase();
      const { current } = await pull();
      server.city.mishaps.push(...Array.from({ length: 20 }, () => mishap));
      const fault: unknown = await pull().catch((error: unknown) => error);
      expect(fault).toMatchObject({ code });
      expect(couldNotReachCity(fault)).toBe(true);
      expect(waits).toEqual([500, 1000, 2000, 4000]);
      expect(readCurrent(stateDir, 'sf')).toEqual(current);
    });
  }

  const refused: [string, Mishap, string][] = [
    ['a query that is wrong', { kind: 'status', status: 400 }, 'query-refused'],
    ['a table that is not there', { kind: 'status', status: 404, body: 'old' }, 'dataset-missing'],
    ['a table that is not public', { kind: 'status', status: 403 }, 'access-refused'],
    ['a gateway in between', { kind: 'status', status: 403, body: 'html' }, 'city-unreachable'],
    ['a redirect to another host', { kind: 'redirect', to: 'https://example.com/' }, 'redirect-refused'],
  ];
  for (const [what, mishap, code] of refused) {
    it(`does not try twice for ${what}`, async () => {
      const { server, pull } = await startCase();
      server.city.mishaps.push(mishap);
      await expect(pull()).rejects.toMatchObject({ code });
      expect(server.received).toHaveLength(1);
    });
  }

  it('fails loudly and once when a column was renamed', async () => {
    const { server, pull, setSchedule } = await startCase();
    setSchedule(scheduleRows(3).map(({ start24, ...row }) => ({ ...row, start_24: start24 })));
    await expect(pull()).rejects.toMatchObject({
      code: 'column-missing',
      message: expect.stringContaining('start24') as string,
    });
    expect(server.received).toHaveLength(2);
  });

  it('sends nothing over http to another machine', async () => {
    const { pull } = await startCase();
    await expect(pull({ origin: 'http://192.0.2.1' })).rejects.toMatchObject({ code: 'origin-insecure' });
  });
});

describe('a pull with tokens', () => {
  const [first, next] = [
    { name: 'SOCRATA_APP_TOKEN', value: 'first-secret' },
    { name: 'SOCRATA_APP_TOKEN_NEXT', value: 'next-secret' },
  ];
  const cases: [string, string[], (string | undefined)[]][] = [
    ['the one in use', ['first-secret', 'next-secret'], ['first-secret']],
    [
      'the next one when the city no longer takes the first',
      ['next-secret'],
      ['first-secret', 'next-secret'],
    ],
    ['none when the city takes neither', [], ['first-secret', 'next-secret', undefined]],
  ];
  for (const [what, valid, sent] of cases) {
    it(`uses ${what}, and keeps to it`, async () => {
      const { server, notes, waits, pull } = await startCase();
      for (const token of valid) server.city.tokens.add(token);
      expect(await pull({ tokens: [first, next] })).toMatchObject({ refused: [], requests: 4 + sent.length });
      const tokens = server.received.map(({ headers }) => headers['x-app-token']);
      expect(tokens.slice(0, sent.length)).toEqual(sent);
      expect(new Set(tokens.slice(sent.length - 1))).toEqual(new Set([sent.at(-1)]));
      expect(notes.filter(({ kind }) => kind === 'token-refused')).toHaveLength(sent.length - 1);
      expect(waits).toEqual([]);
    });
  }

  it('shows no token in an address, a note or a failure', async () => {
    const { server, notes, pull } = await startCase();
    server.city.tokens.add('next-secret');
    server.city.mishaps.push({ kind: 'status', status: 404, on: page, message: 'no table for next-secret' });
    const fault: unknown = await pull({ tokens: [first, next] }).catch((error: unknown) => error);
    expect(fault).toMatchObject({ message: expect.stringContaining('no table for (token)') as string });
    const seen = JSON.stringify([notes, server.received.map(({ url }) => url)]) + String(fault);
    expect(seen).not.toContain('secret');
  });
});

describe('the guard of a pull', () => {
  it('keeps the last good snapshot when the rows fall by more than 30 %, with all reasons', async () => {
    const { stateDir, pull, setSchedule } = await startCase();
    const { current } = await pull();
    setSchedule(scheduleRows(20).map((row) => ({ ...row, latitude: '40.7' })));
    const done = await pull();
    expect(done).toMatchObject({ changed: false, current });
    expect(done.refused).toEqual([
      'the rows fell from 40 to 20, by 50.0 %',
      'the columns latitude, longitude vanished: in use before, empty now',
      '20 of 20 rows have problems, 100.0 %',
      '20 of 20 rows lie outside the city, 100.0 %',
    ]);
    expect(readCurrent(stateDir, 'sf')).toEqual(current);
  });

  it('lets a hand accept it and says so', async () => {
    const { notes, pull, setSchedule } = await startCase();
    await pull();
    setSchedule(scheduleRows(20));
    expect(await pull({}, true)).toMatchObject({ changed: true, refused: [], current: { rows: 20 } });
    expect(notes).toContainEqual({ kind: 'accepted', reasons: ['the rows fell from 40 to 20, by 50.0 %'] });
  });

  it('refuses a table that stays empty while the city counts rows, after five tries, and does not keep the answer', async () => {
    const { server, waits, pull } = await startCase();
    await pull();
    server.city.replica = 'beta';
    const onPage = /limit/;
    server.city.mishaps.push(...Array.from({ length: 5 }, (): Mishap => ({ kind: 'empty', on: onPage })));
    const done = await pull();
    expect(done.refused[0]).toBe('the city counts 40 rows in the schedule and sent 0');
    expect(waits).toEqual([500, 1000, 2000, 4000]);
    expect(await pull()).toMatchObject({ changed: false, refused: [] });
  });

  it('refuses tables that are empty by the city’s own count', async () => {
    const { server, pull, setSchedule } = await startCase();
    setSchedule([]);
    server.city.tables.set(permitsId, []);
    expect((await pull()).refused).toEqual([
      'no row of the schedule can be listed',
      'the permit table is empty',
    ]);
  });

  it('asks anew when many rows lack a required value, then refuses', async () => {
    const { server, pull } = await startCase();
    await pull();
    server.city.tables.set(
      scheduleId,
      scheduleRows(40).map((row) => ({ ...row, start24: null })),
    );
    server.received.length = 0;
    const { refused } = await pull();
    expect(refused).toContain('40 of 40 rows of the schedule lack a required value');
    expect(refused).toContain('the column start24 vanished');
    expect(
      server.received.filter(({ url }) => url.includes('$limit') && url.includes(scheduleId)),
    ).toHaveLength(5);
  });

  it('does not refuse permits that changed', async () => {
    const { server, pull } = await startCase();
    await pull();
    server.city.tables.set(permitsId, [permitRow({ status: 'EXPIRED', expirationdate: '2021-11-15' })]);
    expect(await pull()).toMatchObject({ refused: [], changes: { restated: 40, renewal: true } });
  });
});
