import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { cacheControl } from '../src/publish/headers.ts';
import { pathBelow } from '../src/site/site-address.ts';

/** A published site on this machine: the files of a folder with our headers. */
export interface FolderServer {
  readonly origin: string;
  /** The origin, and the path below which the folder is served. */
  readonly address: string;
  readonly folder: string;
  /** Answers everything with this status; null is normal again. */
  answerWith(status: number | null): void;
  close(): Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/**
 * Serves a folder, which need not exist yet, on a free port of the loopback address: at the root of that host, or below
 * a path such as "/trucks/" and nothing beside it.
 */
export async function serveFolder(folder: string, base = '/'): Promise<FolderServer> {
  let forced: number | null = null;
  const server = http.createServer((request, response) => {
    const { pathname: requested } = new URL(request.url ?? '/', 'http://localhost');
    const pathname = pathBelow(new URL(base, 'http://localhost'), requested);
    if (forced !== null) return void response.writeHead(forced).end();
    if (pathname === null) return void response.writeHead(404).end();
    const file = path.join(folder, decodeURI(pathname), pathname.endsWith('/') ? 'index.html' : '');
    if (!fs.existsSync(file)) return void sendMissing(response, path.join(folder, '404.html'));
    const type = types[path.extname(file)] ?? 'application/octet-stream';
    response
      .writeHead(200, { 'content-type': type, 'cache-control': cacheControl(pathname) })
      .end(fs.readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    address: origin + base,
    folder,
    answerWith: (status) => (forced = status),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** As hosts of static sites do: the site's own page where it has one. */
function sendMissing(response: http.ServerResponse, page: string): void {
  response
    .writeHead(404, { 'content-type': types['.html'] })
    .end(fs.existsSync(page) ? fs.readFileSync(page) : '');
}
