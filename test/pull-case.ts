import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { findCity, type CitySettings } from '../src/source/cities.ts';
import { sendOverNetwork } from '../src/source/http.ts';
import type { Note, PullIo } from '../src/source/io.ts';
import { pullCity, type Pull } from '../src/source/pull.ts';
import { sodaSettings, type SodaSettings } from '../src/source/settings.ts';
import { startSodaServer, type SodaServer } from './soda-server.ts';
import { neighborhoodRows, permitRow, scheduleRows, streetRows } from './soda-rows.ts';
import type { SodaRow } from './soda-tables.ts';

/** A city of our own and a state folder, with a clock that only moves when the pull sleeps. */
export interface PullCase {
  readonly server: SodaServer;
  readonly stateDir: string;
  /** Milliseconds of every sleep, in order. */
  readonly waits: number[];
  readonly notes: Note[];
  readonly pull: (settings?: Partial<SodaSettings>, accept?: boolean) => Promise<Pull>;
  /** Lets time go by between pulls. */
  readonly wait: (days: number) => void;
  readonly setSchedule: (rows: readonly SodaRow[]) => void;
}

/** Ids of the two tables, as configured. */
export const { schedule: scheduleId, permits: permitsId } = findCity('sf');
/** And of those whose answers are kept for a month; never null for this city. */
export const { neighborhoods: neighborhoodsId, streets: streetsId } = findCity('sf') as CitySettings & {
  readonly neighborhoods: string;
  readonly streets: string;
};

/** Starts a case with these rows of the schedule and one permit, `mapped` with geography too; it ends with the test. */
export async function startCase(
  schedule: readonly SodaRow[] = scheduleRows(40),
  { mapped = false } = {},
): Promise<PullCase> {
  const server = await startSodaServer({
    [scheduleId]: schedule,
    [permitsId]: [permitRow()],
    [neighborhoodsId]: neighborhoodRows,
    [streetsId]: streetRows,
  });
  const stateDir = fs.mkdtempSync(path.join(os.tmpdir(), 'curbside-pull-'));
  onTestFinished(async () => {
    await server.close();
    fs.rmSync(stateDir, { recursive: true });
  });
  const waits: number[] = [];
  const notes: Note[] = [];
  let now = Date.parse('2022-01-19T20:00:00Z');
  const io: PullIo = {
    send: sendOverNetwork,
    now: () => now,
    sleep: (ms) => {
      waits.push(ms);
      now += ms;
      return Promise.resolve();
    },
    random: () => 0.5,
    note: (note) => notes.push(note),
  };
  const pull: PullCase['pull'] = (changes = {}, accept = false) => {
    const city = mapped ? findCity('sf') : { ...findCity('sf'), neighborhoods: null, streets: null };
    const defaults = sodaSettings(city, { SOCRATA_ORIGIN: server.origin }, []);
    const settings = { ...defaults, requestsPerSecond: Infinity, ...changes };
    return pullCity({ city, from: { source: 'live', settings }, stateDir, asOf: null, accept }, io);
  };
  const wait = (days: number) => void (now += days * 86_400_000);
  const setSchedule = (rows: readonly SodaRow[]) => void server.city.tables.set(scheduleId, rows);
  return { server, stateDir, waits, notes, pull, wait, setSchedule };
}
