import { writeFileAtomic } from '../src/disk.ts';
import { Failure } from '../src/failure.ts';
import type { Problem } from '../src/schedule/problem.ts';
import type { CitySettings } from '../src/source/cities.ts';
import type { Note } from '../src/source/io.ts';
import type { Pull, Source } from '../src/source/pull.ts';
import type { Current } from '../src/source/state.ts';
import { reportToActions, type ActionsTable } from './actions.ts';

/** A pull as its command saw it: what was asked, and what came of it or why nothing did. */
export interface PullSummary {
  readonly city: CitySettings;
  readonly source: Source['source'];
  readonly outcome: Pull | { readonly fault: unknown; readonly current: Current | null };
  readonly notes: readonly Note[];
  readonly tookMs: number;
}

/** The report file: what a later step may decide by. */
export interface PullReport {
  readonly city: string;
  readonly source: string;
  /** Digest in force after the run: the last good one when the pull was refused or failed; null when there is none. */
  readonly snapshot: string | null;
  readonly changed: boolean;
  /** Of what was pulled. */
  readonly rows: number;
  readonly problems: number;
  readonly requests: number;
  /** Name of the app token that the city takes; null when it answered without one. */
  readonly token: string | null;
  readonly refused: readonly string[];
  /** Only after a failure, when nothing was pulled. */
  readonly failure?: { readonly code: string; readonly message: string };
}

/** Notes that someone should act on; the others only tell how it went. */
const warningKinds: ReadonlySet<Note['kind']> = new Set([
  'token-refused',
  'state-lost',
  'map-kept',
  'accepted',
]);

/** The report of a pull, or of its failure. */
export function pullReport({ city, source, outcome, notes }: PullSummary): PullReport {
  const head = { city: city.info.key, source, token: tokenTaken(notes) };
  if ('fault' in outcome) {
    const { fault } = outcome;
    const failure = {
      code: fault instanceof Failure ? fault.code : 'unforeseen',
      message: faultMessage(fault),
    };
    return {
      ...head,
      snapshot: outcome.current?.digest ?? null,
      changed: false,
      rows: 0,
      problems: 0,
      requests: 0,
      refused: [],
      failure,
    };
  }
  const { snapshot, current, changed, requests, refused } = outcome;
  const counts = { rows: snapshot.rows.length, problems: snapshot.problems.length, requests };
  return { ...head, snapshot: current?.digest ?? null, changed, ...counts, refused };
}

/** Writes the report file, if one is asked for, and tells GitHub Actions. */
export async function reportPull(summary: PullSummary, file: string | null): Promise<void> {
  const report = pullReport(summary);
  if (file !== null) writeFileAtomic(file, JSON.stringify(report, null, 2) + '\n');
  const { outcome, city, notes } = summary;
  const title = `Pull of ${city.info.name}`;
  const noted = notes.filter((note) => warningKinds.has(note.kind) || (note.kind === 'stale' && note.final));
  const warnings = noted.map((note) => noteLine(note).replace(/^Warning: /, ''));
  const requests = requestTable(notes);
  if ('fault' in outcome) {
    const errors = [faultMessage(outcome.fault)];
    await reportToActions({ title, outputs: { changed: false }, tables: [requests], warnings, errors });
    return;
  }
  await reportToActions({
    title,
    outputs: {
      changed: report.changed,
      snapshot: report.snapshot ?? '',
      rows: report.rows,
      problems: report.problems,
      refused: report.refused.length > 0,
    },
    tables: [...pullTables(outcome, summary), requests],
    warnings: [...warnings, ...outcome.snapshot.problems.map(problemLine)],
    errors: outcome.refused.map((reason) => `Snapshot refused: ${reason}.`),
  });
}

/** The last line of a pull: "2,809 rows, 0 problems; snapshot Xy3… changed; 5 requests; 1.2 s". */
export function closingSentence(pull: Pull, tookMs: number): string {
  const rows = `${number(pull.snapshot.rows.length)} rows, ${number(pull.snapshot.problems.length)} problems`;
  const tail = `${number(pull.requests)} requests; ${seconds(tookMs)}`;
  if (pull.refused.length > 0) {
    const stays = pull.current === null ? 'there is no other' : `${short(pull.current.digest)} stays`;
    return `${rows}; snapshot refused, ${stays}: ${pull.refused.join('; ')}; ${tail}`;
  }
  const digest = short(pull.current?.digest ?? '');
  return `${rows}; snapshot ${digest} ${pull.changed ? `changed (${changeWords(pull)})` : 'unchanged'}; ${tail}`;
}

/** One line for what happened on the way. */
export function noteLine(note: Note): string {
  switch (note.kind) {
    case 'answered':
      return `${note.what}: ${note.status}, ${kilobytes(note.sizeChars)} in ${seconds(note.tookMs)}, request ${note.requestId ?? 'without id'}`;
    case 'retrying':
      return `${note.what}: ${note.why}; try ${note.attempt + 1} in ${seconds(note.waitMs)}`;
    case 'token-taken':
      return `The city takes ${note.token}`;
    case 'token-refused':
      return `Warning: the city refuses ${note.token} (${note.why}); going on without it`;
    case 'stale':
      return note.final
        ? `Warning: the ${note.what} comes from a replica that is behind`
        : `${note.what}: this replica is behind; asking once more`;
    case 'doubted':
      return `${note.what}: ${note.why}; asking anew in ${seconds(note.waitMs)}`;
    case 'state-lost':
      return `Warning: ${note.what} Going on as if nothing had been pulled before.`;
    case 'map-kept':
      return `Warning: the map's ${note.what} stay as they were: ${note.why}`;
    case 'accepted':
      return `Warning: accepted by hand although ${note.reasons.join('; ')}`;
  }
}

/** A token may be withdrawn during a pull: the last word counts. */
function tokenTaken(notes: readonly Note[]): string | null {
  const last = notes.findLast(({ kind }) => kind === 'token-taken' || kind === 'token-refused');
  return last?.kind === 'token-taken' ? last.token : null;
}

function pullTables(pull: Pull, { notes, tookMs }: PullSummary): ActionsTable[] {
  const { snapshot, changes, current } = pull;
  const outcome = pull.refused.length > 0 ? 'refused' : pull.changed ? 'changed' : 'unchanged';
  const facts: (readonly [string, string | number])[] = [
    ['snapshot', `${short(current?.digest ?? 'none')} ${outcome}`],
    ['rows', number(snapshot.rows.length)],
    ['added', number(changes.added)],
    ['removed', number(changes.removed)],
    ['other standing', number(changes.restated)],
    ['other facts', number(changes.edited)],
    ['problems', number(snapshot.problems.length)],
    ['requests', number(pull.requests)],
    ['app token', tokenTaken(notes) ?? 'none'],
    ['time', seconds(tookMs)],
  ];
  return [
    { heading: 'What was pulled', rows: [['fact', 'value'], ...facts] },
    { heading: 'Why it was refused', rows: [['reason'], ...pull.refused.map((reason) => [reason])] },
    {
      heading: 'Problems',
      rows: [['code', 'row', 'column', 'value', 'message'], ...snapshot.problems.map(cells)],
    },
  ];
}

function changeWords({ changes, snapshot }: Pull): string {
  const { added, removed, edited, restated, renewal } = changes;
  const counts = { added, removed, 'with another standing': restated, 'with other facts': edited };
  const words = Object.entries(counts).flatMap(([what, count]) =>
    count > 0 ? [`${number(count)} ${what}`] : [],
  );
  const said = words.join(', ') || 'only its problems';
  return renewal ? `permits were renewed: ${said} of ${number(snapshot.rows.length)}` : said;
}

function cells({ code, row, column, value, message }: Problem): string[] {
  return [code, row, column, value, message];
}

function problemLine({ code, row, column, value, message }: Problem): string {
  return `${code} in ${row || 'the table'}, ${column} "${value}": ${message}`;
}

function faultMessage(fault: unknown): string {
  return fault instanceof Error ? fault.message : String(fault);
}

function requestTable(notes: readonly Note[]): ActionsTable {
  const rows = notes.flatMap((note) => {
    if (note.kind !== 'answered') return [];
    return [[note.what, note.status, seconds(note.tookMs), kilobytes(note.sizeChars), note.requestId ?? '']];
  });
  return { heading: 'Requests', rows: [['what', 'status', 'time', 'size', 'request id'], ...rows] };
}

function short(digest: string): string {
  return digest.length > 8 ? `${digest.slice(0, 8)}…` : digest;
}

function number(value: number): string {
  return value.toLocaleString('en');
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

function kilobytes(sizeChars: number): string {
  return `${number(Math.ceil(sizeChars / 1024))} KB`;
}
