import { readCity } from '../../src/schedule/read-city.ts';
import type { City } from '../../src/schedule/city.ts';
import { cityDate } from '../../src/schedule/clock.ts';
import { standingOf } from '../../src/schedule/standing.ts';
import type { Snapshot, SnapshotRow } from '../../src/schedule/snapshot.ts';
import { assembleSnapshot } from '../../src/source/assemble.ts';
import type { CitySettings } from '../../src/source/cities.ts';
import { readTables } from '../../src/source/haul.ts';
import { realIo, type PullIo } from '../../src/source/io.ts';
import { pullCity, type Pull } from '../../src/source/pull.ts';
import { readCurrent, readSnapshot } from '../../src/source/state.ts';
import { citySettings } from '../tokens/city-settings.ts';

/** Which schedule to read. */
export interface Wanted {
  readonly city: CitySettings;
  readonly stateDir: string;
  /** Tables to read instead of the snapshot; without permits every standing is unknown. */
  readonly schedule: string | null;
  readonly permits: string | null;
  /** "YYYY-MM-DD" on which permits are judged; null is today for files, else the day of the pull. */
  readonly asOf: string | null;
}

/** A city's week, or why a pull was refused. */
export type Opened = { readonly city: City } | { readonly refused: Pull['refused'] };

/** Reads the named files (keeping nothing), else the last snapshot, else pulls one and keeps it; `tell` says that it does. */
export async function openCity(
  wanted: Wanted,
  tell: (line: string) => void,
  io: PullIo = realIo,
): Promise<Opened> {
  const { city, stateDir, asOf } = wanted;
  if (wanted.schedule !== null) return { city: readCity(snapshotOfFiles(wanted, wanted.schedule)) };
  const current = readCurrent(stateDir, city.info.key);
  if (current !== null) return { city: readCity(judged(readSnapshot(stateDir, current), asOf)) };
  const settings = await citySettings(city, process.env);
  tell(`No snapshot in ${stateDir} yet; asking ${new URL(settings.origin).host} for the schedule.`);
  const from = { source: 'live', settings } as const;
  const pull = await pullCity({ city, from, stateDir, asOf, accept: false }, io);
  return pull.refused.length > 0 ? { refused: pull.refused } : { city: readCity(pull.snapshot) };
}

function snapshotOfFiles({ city, permits, asOf }: Wanted, schedule: string): Snapshot {
  const tables = readTables({ schedule, permits: permits ?? schedule });
  const today = cityDate(city.info.timeZone, new Date());
  return assembleSnapshot({
    schedule: tables.schedule,
    permits: permits === null ? [] : tables.permits,
    asOf: asOf ?? today,
    box: city.box,
  });
}

/** The snapshot with its permits judged on another day. */
function judged(snapshot: Snapshot, asOf: string | null): Snapshot {
  if (asOf === null) return snapshot;
  const rows = snapshot.rows.map((row) => ({
    ...row,
    standing: hasPermit(row) ? standingOf(row, asOf) : row.standing,
  }));
  return { ...snapshot, rows };
}

function hasPermit(row: SnapshotRow): boolean {
  return row.standing !== 'unknown';
}
