import type { Client, Reply } from './client.ts';
import type { Driver } from './drivers.ts';
import type { PullIo } from './io.ts';
import type { KeptPage } from './kept.ts';
import { delayAfter } from './retry.ts';
import type { SodaSettings } from './settings.ts';

/** Where to ask, and as whom. */
export interface Line {
  readonly settings: SodaSettings;
  readonly driver: Driver;
  readonly client: Client;
  readonly io: PullIo;
}

/** Which table, and the pages of it that are already here. */
export interface Wanted {
  /** For logs and messages: "schedule". */
  readonly table: string;
  readonly dataset: string;
  readonly columns: readonly string[];
  /** Whether a row lacks a value that a row of this table must have. */
  readonly lacks: (row: unknown) => boolean;
  readonly kept: readonly KeptPage[];
}

/** A table as the city sent it. */
export interface Fetched {
  readonly rows: readonly unknown[];
  /** To be kept for the next pull. */
  readonly pages: readonly KeptPage[];
  /** Why the rows cannot be the whole table, after as many tries as the settings give; null when they can. */
  readonly doubt: string | null;
  readonly stale: boolean;
  /** True when every page is the one already here. */
  readonly unchanged: boolean;
}

type Round = Omit<Fetched, 'doubt'>;

/** A replica that is behind catches up in seconds or in hours; one pause is worth the first kind. */
const staleWaitMs = 10_000;
/** Rows may lack a required cell one by one, and are then problems; this share of them says that the answer is not the table. */
const lackingShare = 0.05;

/**
 * Every row of a table. A 200 can lie (rows are streamed after the status line, a table can be empty while it is being
 * replaced), so the rows are counted against the city's own count and asked for anew, without ETags, while they differ.
 */
export async function fetchTable(line: Line, wanted: Wanted): Promise<Fetched> {
  let round = await fetchRound(line, wanted);
  for (let attempt = 1; round.doubt !== null && attempt < line.settings.tries; attempt++) {
    const waitMs = delayAfter(attempt, { status: null, retryAfter: null }, line.io);
    line.io.note({ kind: 'doubted', what: wanted.table, why: round.doubt, waitMs });
    await line.io.sleep(waitMs);
    round = await fetchRound(line, { ...wanted, kept: [] });
  }
  if (!round.stale || round.doubt !== null) return round;
  line.io.note({ kind: 'stale', what: wanted.table, final: false });
  await line.io.sleep(staleWaitMs);
  const again = await fetchRound(line, { ...wanted, kept: [] });
  const best = again.doubt === null ? again : round;
  if (best.stale) line.io.note({ kind: 'stale', what: wanted.table, final: true });
  return best;
}

async function fetchRound(line: Line, wanted: Wanted): Promise<Fetched> {
  const { driver, client, settings } = line;
  const request = driver.countRequest(settings.origin, wanted.dataset);
  const reply = await client.ask({ what: `the count of the ${wanted.table}`, request, read: countOf });
  const count = reply.value ?? 0;
  const round = await fetchPages(line, wanted, count);
  return { ...round, doubt: doubtAbout(round.rows, count, wanted) };
}

/** Page after page until the count is reached or a page is empty: some servers cap a page below what was asked for. */
async function fetchPages(line: Line, wanted: Wanted, count: number): Promise<Round> {
  const size = line.settings.pageSize ?? line.driver.pageSize;
  const rows: unknown[] = [];
  const pages: KeptPage[] = [];
  let [stale, unchanged] = [false, true];
  for (let page = 0; ; page++) {
    const range = { columns: wanted.columns, offset: rows.length, page, size };
    const request = line.driver.pageRequest(line.settings.origin, wanted.dataset, range);
    const kept = wanted.kept.find(({ url }) => url === request.url);
    const what = `page ${page + 1} of the ${wanted.table}`;
    const reply: Reply<unknown[]> = await line.client.ask({
      what,
      request,
      etag: kept?.etag ?? null,
      read: arrayOf,
    });
    const pageRows = reply.value ?? kept?.rows ?? [];
    for (const row of pageRows) rows.push(row);
    if (reply.etag !== null && request.conditional)
      pages.push({ url: request.url, etag: reply.etag, rows: pageRows });
    stale ||= reply.stale;
    unchanged &&= reply.value === null;
    if (pageRows.length === 0 || rows.length >= count) return { rows, pages, stale, unchanged };
  }
}

function doubtAbout(rows: readonly unknown[], count: number, { table, lacks }: Wanted): string | null {
  if (rows.length !== count) return `the city counts ${count} rows in the ${table} and sent ${rows.length}`;
  const lacking = rows.filter(lacks).length;
  return lacking > rows.length * lackingShare
    ? `${lacking} of ${count} rows of the ${table} lack a required value`
    : null;
}

function arrayOf(json: unknown): unknown[] | null {
  return Array.isArray(json) ? json : null;
}

/** The number in `[{"n": "2809"}]`, which is a string like every scalar here. */
function countOf(json: unknown): number | null {
  const first = (Array.isArray(json) ? json[0] : null) as { n?: unknown } | null | undefined;
  const digits = typeof first?.n === 'string' || typeof first?.n === 'number' ? String(first.n) : '';
  return /^\d{1,15}$/.test(digits) ? Number(digits) : null;
}
