import compression from 'compression';
import fs from 'node:fs';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { constants } from 'node:zlib';
import { Failure } from '../src/failure.ts';
import { codeDigest } from '../src/incremental/code.ts';
import { compile, findCompiled } from '../src/incremental/compile.ts';
import type { BuildOptions } from '../src/incremental/options.ts';
import { scratchFolder } from '../src/incremental/scratch.ts';
import { cacheControl, framePolicy, hostHeaders, isOpenData } from '../src/publish/headers.ts';
import { pathBelow, siteAddress } from '../src/site/site-address.ts';

export interface ServeOptions {
  readonly build: BuildOptions;
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
}

/** A TCP port as an argument spells it, or null when it is none. */
export function portFrom(text: string): number | null {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : -1;
  return port >= 0 && port <= 65_535 ? port : null;
}

export interface Served {
  readonly address: string;
  close(): Promise<void>;
}

/**
 * Serves a built site with the compiled server of @astrojs/node: static files, the 404 page, and the on-demand
 * routes, below the path of its public address and nowhere else. Adds what a CDN would: compression and the published
 * cache headers.
 */
export async function serve({ build, host, port }: ServeOptions): Promise<Served> {
  const site = siteAddress();
  const handler = await loadHandler(build);
  // Brotli 5 takes a millisecond for a page of 40 KB; 11 takes forty for 14 % less.
  const compress = compression({ brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } } });
  const server = http.createServer((request: IncomingMessage, response: ServerResponse) => {
    const [requested = '/', query] = (request.url ?? '/').split('?', 2);
    const address = pathBelow(site, requested);
    // The framework would answer there too, and a link that forgets the path would seem to work.
    if (address === null) return refuse(response, `The site begins at ${site.pathname}`);
    // Pages end with a slash, and the framework holds its on-demand routes to that; callers of an API do not expect it.
    if (address.startsWith('/api/') && !address.endsWith('/'))
      request.url = [`${requested}/`, query].join(query === undefined ? '' : '?');
    response.setHeader('Cache-Control', cacheControl(address));
    for (const [name, value] of Object.entries(hostHeaders)) response.setHeader(name, value);
    response.setHeader('Content-Security-Policy', framePolicy(address));
    if (isOpenData(address)) response.setHeader('Access-Control-Allow-Origin', '*');
    compress(request as Parameters<typeof compress>[0], response as Parameters<typeof compress>[1], () =>
      handler(request, response),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => reject(cannotListen({ host, port }, cause)));
    server.listen(port, host, resolve);
  });
  const bound = server.address() as AddressInfo;
  return {
    address: `http://${host.includes(':') ? `[${host}]` : host}:${bound.port}${site.pathname}`,
    close: () => new Promise((resolve) => server.close(() => resolve()).closeAllConnections()),
  };
}

function refuse(response: ServerResponse, words: string): void {
  response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${words}\n`);
}

function cannotListen({ host, port }: { host: string; port: number }, cause: unknown): Failure {
  return new Failure('CANNOT_LISTEN', `Nothing can be served at ${host}, port ${port}.`, {
    hint: 'Another program may be there already: choose another with --port.',
    cause,
  });
}

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * @astrojs/node looks for the static files in `client` beside its own folder `server`. Our pages lie elsewhere, so a
 * copy of the server stands in a folder of its own with a link to them.
 */
async function loadHandler(build: BuildOptions): Promise<Handler> {
  const code = codeDigest({ root: build.root, paths: build.codePaths, environment: build.codeEnvironment });
  const compiled = findCompiled({ ...build, code }) ?? (await compile({ ...build, code }));
  const stage = scratchFolder(path.dirname(build.cache), 'serve');
  process.once('exit', () => fs.rmSync(stage, { recursive: true, force: true }));
  fs.cpSync(compiled.server, path.join(stage, 'server'), { recursive: true });
  fs.symlinkSync(build.out, path.join(stage, 'client'), 'junction');
  process.env['ASTRO_NODE_AUTOSTART'] = 'disabled';
  process.env['CURBSIDE_DIST'] = build.out;
  const entry = pathToFileURL(path.join(stage, 'server', 'entry.mjs')).href;
  return ((await import(entry)) as { handler: Handler }).handler;
}
