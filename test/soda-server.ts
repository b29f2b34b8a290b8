import http from 'node:http';
import { gzipSync } from 'node:zlib';
import type { AddressInfo } from 'node:net';
import { digest } from '../src/digest.ts';
import {
  answerQuery,
  queryFromBody,
  queryFromSearch,
  type SodaFault,
  type SodaQuery,
  type SodaRow,
} from './soda-tables.ts';

/** Something that goes wrong with one answer. `on` limits it to addresses that match; else the next request has it. */
export type Mishap = { readonly on?: RegExp } & (
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly retryAfter?: string;
      readonly message?: string;
      readonly body?: 'new' | 'old' | 'html';
    }
  | { readonly kind: 'cut' | 'cut-gzip' | 'not-json' | 'html' | 'object' | 'empty' | 'silence' | 'hang-up' }
  | { readonly kind: 'stale'; readonly header: string }
  | { readonly kind: 'redirect'; readonly to: string }
);

/** One request as it came. */
export interface Received {
  readonly method: string;
  /** Path and search, decoded for reading. */
  readonly url: string;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
}

/** What the server holds; tests change it between pulls. */
export interface SodaCity {
  readonly tables: Map<string, readonly SodaRow[]>;
  /** App tokens it takes; any other gets 403, none gets 200. */
  readonly tokens: Set<string>;
  readonly mishaps: Mishap[];
  /** Part of every ETag, as at the city: another replica answers 200 to an ETag that is not its own. */
  replica: string;
  /** Seconds since 1970. */
  rowsUpdatedAt: number;
  /** The most rows it gives at once, whatever is asked for. */
  maxLimit: number;
}

/** A Socrata site of our own on this machine, with the habits of the real one. */
export interface SodaServer {
  readonly origin: string;
  readonly city: SodaCity;
  readonly received: Received[];
  readonly close: () => Promise<void>;
}

/** Starts a server with these tables, by id, on a free port of the loopback address. */
export async function startSodaServer(
  tables: Readonly<Record<string, readonly SodaRow[]>>,
  port = 0,
): Promise<SodaServer> {
  const city: SodaCity = {
    tables: new Map(Object.entries(tables)),
    tokens: new Set(),
    mishaps: [],
    replica: 'alpha',
    rowsUpdatedAt: 1_642_600_000,
    maxLimit: Infinity,
  };
  const received: Received[] = [];
  const server = http.createServer((request, response) => {
    void readBody(request).then((body) => {
      const url = decodeURIComponent((request.url ?? '').replaceAll('+', ' '));
      received.push({ method: request.method ?? '', url, headers: request.headers, body });
      const found = city.mishaps.findIndex(({ on }) => on === undefined || on.test(url));
      const mishap = found < 0 ? null : (city.mishaps.splice(found, 1)[0] ?? null);
      const reply = new Reply(request, response, received.length);
      if (mishap === null || !goWrong(reply, mishap)) answer(city, { request, body, reply, mishap });
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, city, received, close };
}

interface Exchange {
  readonly request: http.IncomingMessage;
  readonly body: string;
  readonly reply: Reply;
  readonly mishap: Mishap | null;
}

function answer(city: SodaCity, { request, body, reply, mishap }: Exchange): void {
  const token = request.headers['x-app-token'];
  if (token !== undefined && !city.tokens.has(String(token))) {
    return reply.fault({ status: 403, code: 'permission_denied', message: 'Invalid app_token specified' });
  }
  const url = new URL(request.url ?? '/', 'http://localhost');
  const [, resource] = /^\/resource\/([\w-]+)\.json$/.exec(url.pathname) ?? [];
  const [, view] = /^\/api\/v3\/views\/([\w-]+)\/query\.json$/.exec(url.pathname) ?? [];
  const [, description] = /^\/api\/views\/([\w-]+)\.json$/.exec(url.pathname) ?? [];
  const id = resource ?? view ?? description ?? '';
  const rows = city.tables.get(id);
  if (rows === undefined) return reply.fault({ status: 404, code: 'dataset.missing', message: 'Not found' });
  if (description !== undefined) return reply.json({ id, rowsUpdatedAt: city.rowsUpdatedAt });
  if (view !== undefined && token === undefined) {
    return reply.fault({ status: 403, code: 'permission_denied', message: 'App token required' });
  }
  const query = view === undefined ? queryFromSearch(url.searchParams) : queryFromBody(body);
  const given = mishap?.kind === 'empty' ? [] : givenRows(city, rows, { query, turn: reply.turn });
  if ('status' in given) return reply.fault(given);
  const stale: Record<string, string> =
    mishap?.kind === 'stale' ? { 'X-SODA2-Data-Out-Of-Date': mishap.header } : {};
  const etag = `"${digest(JSON.stringify(given))}--${city.replica}"`;
  if (view === undefined && request.headers['if-none-match'] === etag)
    return reply.end(304, '', { ETag: etag });
  reply.json(given, { ...stale, ...(view === undefined ? { ETag: etag } : {}) }, mishap?.kind ?? null);
}

function givenRows(
  city: SodaCity,
  rows: readonly SodaRow[],
  { query, turn }: { query: SodaQuery; turn: number },
): SodaRow[] | SodaFault {
  return answerQuery(rows, { ...query, limit: Math.min(query.limit, city.maxLimit) }, turn);
}

/** True when the mishap is the whole answer; the others spoil one that is given. */
function goWrong(reply: Reply, mishap: Mishap): boolean {
  const page = '<!DOCTYPE html><title>Maintenance</title><h1>We will be back soon</h1>';
  switch (mishap.kind) {
    case 'status': {
      const headers: Record<string, string> =
        mishap.retryAfter === undefined ? {} : { 'Retry-After': mishap.retryAfter };
      if (mishap.body === 'html') reply.end(mishap.status, page, { ...headers, 'Content-Type': 'text/html' });
      else
        reply.fault(
          { status: mishap.status, code: 'mishap', message: mishap.message ?? 'scripted' },
          headers,
          mishap.body ?? 'new',
        );
      return true;
    }
    case 'redirect':
      reply.end(302, '', { Location: mishap.to });
      return true;
    case 'html':
      reply.end(200, page, { 'Content-Type': 'text/html' });
      return true;
    case 'object':
      reply.json({ message: 'not rows' });
      return true;
    case 'hang-up':
      reply.hangUp();
      return true;
    case 'silence':
      return true;
    case 'cut':
    case 'cut-gzip':
    case 'not-json':
    case 'empty':
    case 'stale':
      return false;
  }
}

/** The ways in which an answer is written. */
class Reply {
  readonly turn: number;
  private readonly response: http.ServerResponse;
  private readonly gzips: boolean;

  constructor(request: http.IncomingMessage, response: http.ServerResponse, turn: number) {
    this.turn = turn;
    this.response = response;
    this.gzips = String(request.headers['accept-encoding'] ?? '').includes('gzip');
  }

  json(value: unknown, headers: Record<string, string> = {}, spoiled: string | null = null): void {
    const text = JSON.stringify(value).replaceAll('},{', '}\n,{') + '\n';
    const type = { 'Content-Type': 'application/json; charset=utf-8', ...headers };
    if (spoiled === 'not-json') return this.end(200, text.replace('[', '[,'), type);
    if (spoiled === 'cut') return this.cut(Buffer.from(text), type);
    if (spoiled === 'cut-gzip') return this.cut(gzipSync(text), { ...type, 'Content-Encoding': 'gzip' });
    this.end(200, text, type);
  }

  fault(
    { status, code, message }: SodaFault,
    headers: Record<string, string> = {},
    shape: 'new' | 'old' = 'new',
  ): void {
    const body =
      shape === 'new' ? { code, error: true, message, data: {} } : { message, errorCode: code, data: {} };
    this.end(status, JSON.stringify(body), { 'Content-Type': 'application/json', ...headers });
  }

  end(status: number, text: string, headers: Record<string, string>): void {
    const zipped = this.gzips && text.length > 200;
    const coding: Record<string, string> = zipped ? { 'Content-Encoding': 'gzip' } : {};
    this.response.writeHead(status, { ...headers, ...coding, 'X-Socrata-RequestId': `request-${this.turn}` });
    this.response.end(zipped ? gzipSync(text) : text);
  }

  /** Half the body, as long as the status line promised nothing about its end. */
  private cut(body: Buffer, headers: Record<string, string>): void {
    this.response.writeHead(200, headers);
    this.response.write(body.subarray(0, body.length / 2), () => this.hangUp());
  }

  hangUp(): void {
    this.response.socket?.destroy();
  }
}

async function readBody(request: http.IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
