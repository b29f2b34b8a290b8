import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { contentTypeOf } from '../src/publish/content-type.ts';
import { cacheControl } from '../src/publish/headers.ts';

/** A site on this machine that one can lose and find again, under one address. */
export interface FlakySite {
  readonly origin: string;
  /** Ends it: nobody listens there any more. */
  stop(): Promise<void>;
  start(): Promise<void>;
  /** Lets every page, and every other file that is not hashed, wait so long. */
  delay(ms: number): void;
  /** Answers everything with this status; null is normal again. */
  answerWith(status: number | null): void;
  /** Gives a text in place of a file's; null gives the file again. */
  replace(file: string, text: string | null): void;
}

/** Serves a folder with our headers and types, on a port of its own. */
export async function serveFlaky(folder: string): Promise<FlakySite> {
  let [wait, forced]: [number, number | null] = [0, null];
  const replaced = new Map<string, string>();
  const answer = (pathname: string, response: http.ServerResponse) => {
    const name = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
    const file = path.join(folder, decodeURI(name));
    const text = replaced.get(pathname);
    if (forced !== null)
      return response.writeHead(forced, { 'content-type': 'text/html' }).end('<main>No</main>');
    if (text === undefined && !fs.existsSync(file))
      return response
        .writeHead(404, { 'content-type': 'text/html' })
        .end(fs.readFileSync(path.join(folder, '404.html')));
    const headers = { 'content-type': contentTypeOf(name), 'cache-control': cacheControl(pathname) };
    return response.writeHead(200, headers).end(text ?? fs.readFileSync(file));
  };
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (wait === 0 || pathname.startsWith('/_astro/')) answer(pathname, response);
    else setTimeout(answer, wait, pathname, response);
  });
  const listen = (port: number) =>
    new Promise<void>((resolve) => void server.listen(port, '127.0.0.1', resolve));
  await listen(0);
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    start: () => listen(port),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
    delay: (ms) => (wait = ms),
    answerWith: (status) => (forced = status),
    replace: (file, text) => void (text === null ? replaced.delete(file) : replaced.set(file, text)),
  };
}
