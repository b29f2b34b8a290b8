import { isDeepStrictEqual } from 'node:util';
import { compareText } from './order.ts';
import { clip, permitColumn, readPermitRow, type Fault, type PermitCells } from './rows.ts';
import type { Problem } from '../schedule/problem.ts';

/** What the permit table says about one entry of the schedule. */
export interface PermitFacts {
  readonly applicant: string | null;
  readonly address: string | null;
  readonly status: string | null;
  /** "YYYY-MM-DD". */
  readonly expiresOn: string | null;
  readonly food: string | null;
  readonly facility: string | null;
  /** Of this very location; null when only the permit matched. */
  readonly crossStreets: string | null;
  readonly scheduleUrl: string | null;
}

/** The permit table, ready to be joined. */
export interface PermitIndex {
  /** The row of this permit and location, else any row of this permit, else null. */
  readonly find: (permit: string, locationId: string) => PermitFacts | null;
  readonly problems: readonly Problem[];
}

interface Candidate {
  readonly cells: PermitCells;
  readonly facts: PermitFacts;
  readonly faults: readonly Fault[];
  readonly order: string;
}

/**
 * Reads the permit table for the join. Where several rows could answer, the one that expires last does, then the first
 * in code-unit order: the answer does not depend on the order of the table. A row without a permit number is a problem.
 */
export function indexPermits(rows: readonly unknown[]): PermitIndex {
  const candidates = rows.map(readCandidate).sort(compareCandidates);
  const exact = new Map<string, PermitFacts>();
  const byPermit = new Map<string, PermitFacts>();
  const problems: Problem[] = [];
  for (const [index, { cells, facts, faults }] of candidates.entries()) {
    const key = `${cells.permit ?? ''}/${cells.locationId ?? ''}`;
    const row = cells.permit === null ? `permits#${index + 1}` : key;
    for (const fault of faults) problems.push({ ...fault, row });
    if (cells.permit === null) continue;
    const first = exact.get(key);
    if (first === undefined) exact.set(key, facts);
    else if (!isDeepStrictEqual(first, facts)) problems.push(repeatedPermit(key, facts));
    if (!byPermit.has(cells.permit))
      byPermit.set(cells.permit, { ...facts, address: null, crossStreets: null });
  }
  const find = (permit: string, locationId: string) =>
    exact.get(`${permit}/${locationId}`) ?? byPermit.get(permit) ?? null;
  return { find, problems };
}

function repeatedPermit(row: string, { status, expiresOn }: PermitFacts): Problem {
  const value = clip(`${status ?? 'no status'}, ${expiresOn ?? 'no expiration'}`);
  const message = 'Two permit rows for one location; the one that expires last is believed.';
  return { code: 'key-repeated', row, column: permitColumn('permit'), value, message };
}

function readCandidate(raw: unknown): Candidate {
  const { cells, faults } = readPermitRow(raw);
  const found = [...faults];
  const note = (name: keyof PermitCells, message: string) => {
    found.push({ code: 'row-malformed', column: permitColumn(name), value: cells[name] ?? '', message });
  };
  if (cells.permit === null) note('permit', 'A permit row without a permit number cannot be joined.');
  const expiresOn = dateOf(cells.expiresOn);
  if (cells.expiresOn !== null && expiresOn === null) note('expiresOn', 'Not a date; taken as none.');
  const { applicant, address, status, food, facility, crossStreets } = cells;
  const scheduleUrl = webAddressOf(cells.scheduleUrl);
  const facts = { applicant, address, status, expiresOn, food, facility, crossStreets, scheduleUrl };
  return { cells, facts, faults: found, order: JSON.stringify([cells.permit, facts, cells, found]) };
}

function compareCandidates(a: Candidate, b: Candidate): number {
  return compareText(b.facts.expiresOn ?? '', a.facts.expiresOn ?? '') || compareText(a.order, b.order);
}

/** The date of a floating timestamp ("2022-11-15T00:00:00.000" has no zone, so no conversion either); null when it is none. */
function dateOf(timestamp: string | null): string | null {
  const date = /^\d{4}-\d{2}-\d{2}(?=T|$)/.exec(timestamp ?? '')?.[0];
  return date !== undefined && isDate(date) ? date : null;
}

/** Whether this is a day of the calendar, "YYYY-MM-DD": "2022-02-30" is not. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** The address when it is one of the web: a page will link to it, so no other scheme passes. */
function webAddressOf(text: string | null): string | null {
  return text !== null && /^https?:\/\//i.test(text) && URL.canParse(text) ? text : null;
}
