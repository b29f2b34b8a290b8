import { cityDate } from '../schedule/clock.ts';
import type { Snapshot } from '../schedule/snapshot.ts';
import { Failure } from '../failure.ts';
import { assembleSnapshot } from './assemble.ts';
import { compareSnapshots, type Changes } from './changes.ts';
import type { CitySettings } from './cities.ts';
import { fetchCity, lineTo } from './fetch-city.ts';
import { noGeography, type Geography } from './geography.ts';
import { reasonsToRefuse } from './guard.ts';
import { readTables } from './haul.ts';
import { realIo, type PullIo } from './io.ts';
import { emptyLog, logAfter, logText, readLog, type ChangeLog } from './log.ts';
import { pullGeography, type ShapeFiles } from './pull-geography.ts';
import type { SodaSettings } from './settings.ts';
import {
  cityFolder,
  readCurrent,
  readSnapshot,
  saveSnapshot,
  snapshotDigest,
  type Current,
} from './state.ts';

/** Where the two tables come from: the city's API, or files in the shape of its answers. */
export type Source =
  | { readonly source: 'live'; readonly settings: SodaSettings }
  | { readonly source: 'file' | 'sample'; readonly schedule: string; readonly permits: string };

/** What to pull, and where to keep it. */
export interface PullOptions {
  readonly city: CitySettings;
  readonly from: Source;
  readonly stateDir: string;
  /** "YYYY-MM-DD"; null is today in the city. */
  readonly asOf: string | null;
  /** Files with the city's neighbourhoods and streets; what is not here is asked for when it is a live pull. */
  readonly shapes?: ShapeFiles;
  /** Takes the snapshot whatever the guard says. */
  readonly accept: boolean;
}

/** What a pull did. */
export interface Pull {
  /** What was pulled. */
  readonly snapshot: Snapshot;
  /** What is in force now: this snapshot, or the last good one when it was refused; null when there is none. */
  readonly current: Current | null;
  readonly changed: boolean;
  readonly changes: Changes;
  /** Why it was refused; empty when it was not. */
  readonly refused: readonly string[];
  readonly requests: number;
}

/**
 * Pulls a city's schedule and permits and, unless the guard refuses the result, makes it the city's current snapshot.
 * A refusal is a value with its reasons. Fails when the tables cannot be had; `couldNotReachCity` tells the failures
 * of the way there from the others. Whatever happens, the last good snapshot stays readable.
 */
export async function pullCity(options: PullOptions, io: PullIo = realIo): Promise<Pull> {
  const { city, from, stateDir } = options;
  const folder = cityFolder(stateDir, city.info.key);
  const line = from.source === 'live' ? lineTo(city, from.settings, io) : null;
  const haul = from.source === 'live' ? await fetchCity(line!, { city, folder }) : readTables(from);
  const now = new Date(io.now());
  const asOf = options.asOf ?? cityDate(city.info.timeZone, now);
  const snapshot = assembleSnapshot({ ...haul, asOf, box: city.box });
  const last = readLast(options, io);
  const changes = compareSnapshots(last.snapshot, snapshot);

  // A sample is no measure of the city: its row count refuses nothing, unless it is another sample that comes.
  const isOther = last.current !== null && (last.current.source === 'sample') !== (from.source === 'sample');
  const measure = last.current?.source === 'sample' && isOther ? null : last.snapshot;
  const reasons = reasonsToRefuse(measure, {
    snapshot,
    permitRows: haul.permits.length,
    doubts: haul.doubts,
  });
  if (reasons.length > 0 && !options.accept) {
    const { requests } = haul;
    return { snapshot, current: last.current, changed: false, changes, refused: reasons, requests };
  }
  if (reasons.length > 0) io.note({ kind: 'accepted', reasons });
  const geography = await pullGeography(
    { city, folder, files: options.shapes ?? {}, line, last: lastGeography(last.current, from.source) },
    io,
  );
  const facts = {
    city: city.info,
    source: from.source,
    pulledAt: now.toISOString(),
    rowsUpdatedAt: haul.rowsUpdatedAt,
    asOf,
    rows: snapshot.rows.length,
    problems: snapshot.problems.length,
    geography,
  };
  const current = saveSnapshot(stateDir, facts, {
    snapshot,
    changes,
    last: last.current,
    log: logText(nextLog(isOther ? nothing : last, snapshot, asOf)),
  });
  return {
    snapshot,
    current,
    changed: current.digest !== last.current?.digest,
    changes,
    refused: [],
    requests: line?.client.requestCount() ?? 0,
  };
}

/** An invented city's borders are no other city's, nor the other way round. */
function lastGeography(current: Current | null, source: Source['source']): Geography {
  if (current === null || (current.source === 'sample') !== (source === 'sample')) return noGeography;
  return current.geography;
}

interface Last {
  readonly current: Current | null;
  readonly snapshot: Snapshot | null;
  readonly log: ChangeLog | null;
}

const nothing: Last = { current: null, snapshot: null, log: null };

/** The last good snapshot. A damaged state is a note and no failure here: pulling is how it is repaired. */
function readLast({ stateDir, city }: PullOptions, io: PullIo): Last {
  try {
    const current = readCurrent(stateDir, city.info.key);
    const snapshot = current && readSnapshot(stateDir, current);
    return { current, snapshot, log: current && readLogIfAny(stateDir, current, io) };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    io.note({ kind: 'state-lost', what: error.message });
    return nothing;
  }
}

/** The log tells and decides nothing: a lost one is begun again. */
function readLogIfAny(stateDir: string, current: Current, io: PullIo): ChangeLog {
  try {
    return readLog(stateDir, current);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    io.note({ kind: 'state-lost', what: error.message });
    return emptyLog;
  }
}

/** A made-up city and a real one do not follow each other: nothing then came before. */
function nextLog({ current, snapshot: before, log }: Last, after: Snapshot, asOf: string): ChangeLog {
  if (current !== null && current.digest === snapshotDigest(after)) return log ?? emptyLog;
  return logAfter({ before, after, log, asOf });
}
