import { weekdays } from '../schedule/week.ts';
import type { EntryView } from './entry-view.ts';

type Cell = string | number | boolean | null;

const columns: readonly (readonly [name: string, cellOf: (entry: EntryView) => Cell])[] = [
  ['truck', ({ truck }) => truck.name],
  ['legal_name', ({ truck }) => truck.legalName],
  ['truck_slug', ({ truck }) => truck.slug],
  ['address', ({ place }) => place.address],
  ['place_slug', ({ place }) => place.slug],
  ['latitude', ({ place }) => place.latitude],
  ['longitude', ({ place }) => place.longitude],
  ['certainty', ({ certainty }) => certainty],
  ['standing', ({ standing }) => standing],
  ['status', ({ status }) => status],
  ['permit', ({ permit }) => permit],
  ['locationid', ({ locationid }) => locationid],
  ['cold', ({ cold }) => cold],
  ['food', ({ food }) => food],
  ['note', ({ note }) => note],
];

/**
 * A week as CSV (RFC 4180) with a line for every window, from Sunday on: `day`, `start` and `end` first ("20:00",
 * "26:00" for past midnight), then the row. A text that a spreadsheet would take for a formula comes after "'".
 */
export function weekTableText(entries: readonly EntryView[]): string {
  const known = new Map<string, string>(); // names, addresses and texts come back in row after row
  const head = ['day', 'start', 'end', ...columns.map(([name]) => name)];
  const lines = weekdays.flatMap((day) => {
    const rows = entries.filter((entry) => entry.day === day);
    return rows.flatMap((entry) => {
      const cells = columns.map(([, cellOf]) => cellText(cellOf(entry), known));
      return entry.windows.map(([start, end]) => [day, start, end, ...cells].join(','));
    });
  });
  return [head.join(','), ...lines].map((line) => `${line}\r\n`).join('');
}

function cellText(cell: Cell, known: Map<string, string>): string {
  if (typeof cell !== 'string') return String(cell ?? '');
  const text = known.get(cell) ?? quoted(cell);
  known.set(cell, text);
  return text;
}

function quoted(cell: string): string {
  const text = cell.toWellFormed().replace(/\u0000/g, '');
  const safe = /^\s*[=+\-@|%\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
