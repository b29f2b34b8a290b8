/** A row as it lies in the city's table; `null` and missing are the same. */
export type SodaRow = Readonly<Record<string, unknown>>;

/** What a query in either of the two languages comes down to. */
export interface SodaQuery {
  /** Null selects every column. */
  readonly columns: readonly string[] | null;
  readonly counts: boolean;
  readonly ordered: boolean;
  readonly limit: number;
  readonly offset: number;
}

/** What the API says instead of rows. */
export interface SodaFault {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

const defaultLimit = 1000;

/** The query in the parameters of a SODA 2.1 address. */
export function queryFromSearch(search: URLSearchParams): SodaQuery {
  const select = search.get('$select');
  return {
    ...selectionOf(select ?? '*'),
    ordered: search.get('$order') === ':id',
    limit: Number(search.get('$limit') ?? defaultLimit),
    offset: Number(search.get('$offset') ?? 0),
  };
}

/** The query in the body of a SODA 3 request; pages count from 1. */
export function queryFromBody(text: string): SodaQuery {
  const { query, page } = JSON.parse(text) as {
    query: string;
    page: { pageNumber: number; pageSize: number };
  };
  const [, select = '*', order] = /^SELECT (.+?)(?: ORDER BY (\S+))?$/.exec(query) ?? [];
  const offset = (page.pageNumber - 1) * page.pageSize;
  return { ...selectionOf(select), ordered: order === ':id', limit: page.pageSize, offset };
}

/** The rows a query gives, as the API writes them: every scalar a string, nulls left out. `turn` tells one request from the next. */
export function answerQuery(rows: readonly SodaRow[], query: SodaQuery, turn: number): SodaRow[] | SodaFault {
  if (query.counts) return [{ n: String(rows.length) }];
  const known = new Set(rows.flatMap((row) => Object.keys(row)));
  const unknown = query.columns?.find((column) => rows.length > 0 && !known.has(column));
  if (unknown !== undefined) {
    const message = `Query coordinator error: query.soql.no-such-column; No such column: ${unknown}; position: Map(row -> 1)`;
    return { status: 400, code: 'query.soql.no-such-column', message };
  }
  const ordered = query.ordered ? rows : shuffled(rows, turn);
  return ordered.slice(query.offset, query.offset + query.limit).map((row) => written(row, query.columns));
}

function selectionOf(select: string): Pick<SodaQuery, 'columns' | 'counts'> {
  const counts = /^count\(\*\) as n$/i.test(select);
  return {
    counts,
    columns: counts || select === '*' ? null : select.split(',').map((column) => column.trim()),
  };
}

function written(row: SodaRow, columns: readonly string[] | null): SodaRow {
  const names = columns ?? Object.keys(row);
  const cells = names.map((name) => [name, row[name] ?? null] as const).filter(([, value]) => value !== null);
  return Object.fromEntries(
    cells.map(([name, value]) => [name, typeof value === 'number' ? String(value) : value]),
  );
}

/** An order of its own for every request: without `$order` the API promises none, and pages overlap. */
function shuffled(rows: readonly SodaRow[], turn: number): SodaRow[] {
  const order = [...rows];
  let state = turn * 2654435761 + 1;
  for (let last = order.length - 1; last > 0; last--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const other = state % (last + 1);
    [order[last], order[other]] = [order[other] as SodaRow, order[last] as SodaRow];
  }
  return order;
}
