import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { findCity } from '../src/source/cities.ts';
import { sendOverNetwork } from '../src/source/http.ts';
import type { Note, PullIo } from '../src/source/io.ts';
import { pullCity, type Pull } from '../src/source/pull.ts';
import { sodaSettings, type SodaSettings } from '../src/source/settings.ts';
import { startSodaServer, type SodaServer } from './soda-server.ts';
import { permitRow, scheduleRows } from './soda-rows.ts';
import type { SodaRow } from './soda-tables.ts';

/** A city of our own and a state folder, with a clock that only moves when the pull sleeps. */
export interface PullCase {
  readonly server: SodaServer;
  readonly stateDir: string;
  /** Milliseconds of every sleep, in order. */
  readonly waits: number[];
  readonly notes: Note[];
  readonly pull: (settings?: Partial<SodaSettings>, accept?: boolean) => Promise<Pull>;
  readonly setSchedule: (rows: readonly SodaRow[]) => void;
}

/** Ids of the two tables, as configured. */
export const { schedule: scheduleId, permits: permitsId } = findCity('sf');

/** Starts a case with these rows of the schedule and one permit; it ends with the test. */
export async function startCase(schedule: readonly SodaRow[] = scheduleRows(40)): Promise<PullCase> {
  const server = await startSodaServer({ [scheduleId]: schedule, [permitsId]: [permitRow()] });
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
    const city = findCity('sf');
    const defaults = sodaSettings(city, { SOCRATA_ORIGIN: server.origin }, []);
    const settings = { ...defaults, requestsPerSecond: Infinity, ...changes };
    return pullCity({ city, from: { source: 'live', settings }, stateDir, asOf: null, accept }, io);
  };
  const setSchedule = (rows: readonly SodaRow[]) => void server.city.tables.set(scheduleId, rows);
  return { server, stateDir, waits, notes, pull, setSchedule };
}
