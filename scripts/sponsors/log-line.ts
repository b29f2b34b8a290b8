/** One request of an edge's log, as far as it counts here. */
export interface LoggedRequest {
  /** When, in UTC: "2026-11-22T09:59:03Z". */
  readonly at: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  /** What asked, as it called itself. */
  readonly agent: string;
}

const needed = ['date', 'time', 'cs-method', 'cs-uri-stem', 'sc-status', 'cs(User-Agent)'] as const;

/** Reads lines of one file of CloudFront's standard logs, whose `#Fields` line names the columns. */
export class LogReader {
  #columns: Readonly<Record<(typeof needed)[number], number>> | null = null;

  /** The request of a line; null for a comment; "damaged" for a line that is neither. */
  read(line: string): LoggedRequest | 'damaged' | null {
    if (line.startsWith('#Fields:')) this.#columns = columnsOf(line.slice('#Fields:'.length));
    if (line.startsWith('#') || line.trim() === '') return null;
    if (this.#columns === null) return 'damaged';
    const cells = line.split('\t');
    const at = this.#columns;
    const [date, time, method, path, status, agent] = needed.map((name) => cells[at[name]] ?? '');
    if (!/^\d{4}-\d\d-\d\d$/.test(date!) || !/^\d\d:\d\d:\d\d$/.test(time!)) return 'damaged';
    // Agents are percent-encoded once by the log, and a "%" in them twice.
    return { at: `${date}T${time}Z`, method: method!, path: path!, status: Number(status), agent: agent! };
  }
}

function columnsOf(text: string): Readonly<Record<(typeof needed)[number], number>> | null {
  const names = text.trim().split(/\s+/);
  const entries = needed.map((name) => [name, names.indexOf(name)] as const);
  if (entries.some(([, index]) => index < 0)) return null;
  return Object.fromEntries(entries) as Record<(typeof needed)[number], number>;
}
