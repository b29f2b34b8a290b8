import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { cacheControl } from '../src/publish/headers.ts';

/** A published site on this machine: the files of a folder with our headers. */
export interface FolderServer {
  readonly origin: string;
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
};

/** Serves a folder, which need not exist yet, on a free port of the loopback address. */
export async function serveFolder(folder: string): Promise<FolderServer> {
  let forced: number | null = null;
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = path.join(folder, decodeURI(pathname), pathname.endsWith('/') ? 'index.html' : '');
    if (forced !== null) return void response.writeHead(forced).end();
    if (!fs.existsSync(file)) return void response.writeHead(404).end();
    const type = types[path.extname(file)] ?? 'application/octet-stream';
    response
      .writeHead(200, { 'content-type': type, 'cache-control': cacheControl(pathname) })
      .end(fs.readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    folder,
    answerWith: (status) => (forced = status),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
