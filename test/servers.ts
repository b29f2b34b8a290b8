import fs from 'node:fs';
import path from 'node:path';
import { haproxyConfig } from '../scripts/serve-config/haproxy.ts';
import { nginxConfig } from '../scripts/serve-config/nginx.ts';
import { varnishConfig } from '../scripts/serve-config/varnish.ts';
import { findProgram, freePort, startServer, type ServerProcess } from './server-process.ts';

/** A program of the system together with what it needs to run from a folder of its own. */
export interface Server<Options> {
  /** Writes the configuration that `npm run serve-config` prints, and around it what a system would; gives how to start it. */
  readonly command: (options: Options & Place) => [string, ...string[]];
  /** How to have it look at the configuration only. */
  readonly check: (options: Options & Place) => [string, ...string[]];
}

export interface Place {
  /** Its own folder, readable by everybody. */
  readonly folder: string;
  readonly port: number;
}

const modules = ['/usr/lib/nginx/modules', '/usr/lib64/nginx/modules'];
const host = '127.0.0.1';

/** nginx with Brotli's static module; null, and a word about it, when one of them is not installed. */
export function findNginx(): Server<{ root: string; base?: string }> | null {
  const program = findProgram('nginx');
  const brotli = modules
    .map((folder) => path.join(folder, 'ngx_http_brotli_static_module.so'))
    .find((file) => fs.existsSync(file));
  if (program === null) return null;
  if (brotli === undefined) {
    console.info('skipped: nginx has no static module of ngx_brotli');
    return null;
  }
  const command: Server<{ root: string; base?: string }>['command'] = ({
    folder,
    port,
    root,
    base = '/',
  }) => {
    fs.writeFileSync(path.join(folder, 'curbside.conf'), nginxConfig({ root, listen: { host, port }, base }));
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
      (name) => `  ${name}_temp_path ${folder}/${name};`,
    );
    const file = path.join(folder, 'nginx.conf');
    const text = `load_module ${brotli};
daemon off;
worker_processes 2;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log;
events {
  worker_connections 4096;
}
http {
  log_format brief '$bytes_sent $status $request';
  access_log ${folder}/access.log brief;
${temporary.join('\n')}
  include ${folder}/curbside.conf;
}
`;
    fs.writeFileSync(file, text);
    return [program, '-c', file, '-e', path.join(folder, 'error.log')];
  };
  return { command, check: (options) => [...command(options), '-t'] };
}

export interface Cached {
  /** Their ports. */
  readonly origins: readonly number[];
  readonly base?: string;
}

/** Varnish; null, and a word about it, when it is not installed. */
export function findVarnish(): Server<Cached> | null {
  const program = findProgram('varnishd');
  if (program === null) return null;
  const file = ({ folder, port, origins, base = '/' }: Cached & Place) => {
    const at = path.join(folder, 'curbside.vcl');
    const each = origins.map((origin) => ({ host, port: origin }));
    fs.writeFileSync(at, varnishConfig({ listen: { host, port }, origins: each, base }));
    return at;
  };
  return {
    command: (options) => [
      ...([program, '-F', '-j', 'none', '-n', path.join(options.folder, 'varnish')] as const),
      ...['-a', `${host}:${options.port}`, '-f', file(options), '-s', 'default,256m'],
      ...['-p', 'http_gzip_support=off'],
    ],
    check: (options) => [program, '-j', 'none', '-C', '-f', file(options)],
  };
}

export interface Balanced extends Cached {
  readonly certificate?: string;
  /** Readers at once; each takes two file descriptors. */
  readonly readers?: number;
}

/** haproxy; null, and a word about it, when it is not installed. */
export function findHaproxy(): Server<Balanced> | null {
  const program = findProgram('haproxy');
  if (program === null) return null;
  const files = ({ folder, port, origins, base = '/', certificate, readers = 400 }: Balanced & Place) => {
    const at = path.join(folder, 'haproxy.cfg');
    const each = origins.map((origin) => ({ host, port: origin }));
    const text = haproxyConfig({
      listen: { host, port },
      origins: each,
      certificate: certificate ?? null,
      base,
    });
    fs.writeFileSync(at, `global\n  maxconn ${readers}\n\n${text}`);
    return at;
  };
  return {
    command: (options) => [program, '-db', '-f', files(options)],
    check: (options) => [program, '-c', '-f', files(options)],
  };
}

/** Starts one of them on a free port. */
export async function start<Options>(
  server: Server<Options>,
  options: Options & { readonly folder: string },
): Promise<ServerProcess> {
  fs.mkdirSync(options.folder, { recursive: true });
  const port = await freePort();
  return startServer(server.command({ ...options, port }), port);
}
