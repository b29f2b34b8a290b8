import type { SodaSettings } from './settings.ts';

/** A request of one of the two APIs, without headers that only the client knows. */
export interface SodaRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly body?: string;
  /** Whether an ETag may save the body. */
  readonly conditional: boolean;
}

/** Which rows of a table to ask for. */
export interface PageRange {
  readonly columns: readonly string[];
  /** Rows already here, and the pages they came in: one API counts those, the other these. */
  readonly offset: number;
  readonly page: number;
  readonly size: number;
}

/** One generation of the city's API: how to ask. What comes back is the same rows in the same shape. */
export interface Driver {
  readonly pageSize: number;
  readonly needsToken: boolean;
  readonly countRequest: (origin: string, dataset: string) => SodaRequest;
  readonly pageRequest: (origin: string, dataset: string, range: PageRange) => SodaRequest;
}

/**
 * SODA 2.1. Pages are ordered by the row's system id: without an order they overlap. The app token is a header and
 * never a part of the address, where it would reach logs and change the ETag.
 */
const soda2: Driver = {
  pageSize: 50_000, // the API's own default is only 1,000
  needsToken: false,
  countRequest: (origin, dataset) => resourceRequest(origin, dataset, { $select: 'count(*) as n' }),
  pageRequest: (origin, dataset, { columns, offset, size }) =>
    resourceRequest(origin, dataset, {
      $select: columns.join(','),
      $order: ':id',
      $limit: String(size),
      $offset: String(offset),
    }),
};

/** SODA 3: the query is posted, pages count from 1, a token is required. */
const soda3: Driver = {
  pageSize: 5000,
  needsToken: true,
  countRequest: (origin, dataset) =>
    viewRequest(origin, dataset, { query: 'SELECT count(*) AS n', page: 0, size: 1 }),
  pageRequest: (origin, dataset, { columns, page, size }) =>
    viewRequest(origin, dataset, { query: `SELECT ${columns.join(', ')} ORDER BY :id`, page, size }),
};

/** The driver of the configured API. */
export function driverOf(api: SodaSettings['api']): Driver {
  return { soda2, soda3 }[api];
}

/** The description of a table, in either generation; it knows when the city last changed the rows. */
export function metadataRequest(origin: string, dataset: string): SodaRequest {
  return { method: 'GET', url: `${origin}/api/views/${dataset}.json`, conditional: false };
}

function resourceRequest(origin: string, dataset: string, query: Record<string, string>): SodaRequest {
  const search = new URLSearchParams(query).toString();
  return { method: 'GET', url: `${origin}/resource/${dataset}.json?${search}`, conditional: true };
}

function viewRequest(
  origin: string,
  dataset: string,
  ask: { query: string; page: number; size: number },
): SodaRequest {
  const body = JSON.stringify({
    query: ask.query,
    page: { pageNumber: ask.page + 1, pageSize: ask.size },
    includeSynthetic: false,
  });
  return { method: 'POST', url: `${origin}/api/v3/views/${dataset}/query.json`, body, conditional: false };
}
