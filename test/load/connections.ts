import fs from 'node:fs';
import { once } from 'node:events';
import net from 'node:net';
import path from 'node:path';
import tls from 'node:tls';
import { runProgram, type ServerProcess } from '../server-process.ts';
import { start } from '../servers.ts';
import { cpuSeconds, memoryBytes } from './cpu.ts';
import { publishBuild, type Scene } from './scene.ts';

/** What readers cost who have a connection open and read, without asking for anything. */
export interface Connections {
  readonly count: number;
  /** Memory of the server's own for each connection; the kernel's comes on top. */
  readonly nginxBytes: number;
  readonly varnishBytes: number;
  readonly haproxyBytes: number;
  /** The same with TLS, and the processor time of beginning such a connection. */
  readonly tlsBytes: number;
  readonly tlsMicros: number;
}

const count = 3000;

/** Opens connections that ask for one page and then stay. */
export async function measureConnections(scene: Scene): Promise<Connections> {
  const { servers, folder } = scene;
  await using stack = new AsyncDisposableStack();
  const begun = (server: ServerProcess) => stack.adopt(server, (one) => one.kill());
  const at = (name: string) => path.join(folder, `connections-${name}`);
  const root = await publishBuild(scene, 'connections', 0);
  const nginx = begun(await start(servers.nginx, { folder: at('nginx'), root }));
  const varnish = begun(await start(servers.varnish, { folder: at('varnish'), origins: [nginx.port] }));
  const balanced = { origins: [nginx.port], readers: count + 1000 };
  const haproxy = begun(await start(servers.haproxy, { folder: at('haproxy'), ...balanced }));
  const certificate = await makeCertificate(folder);
  const secure = begun(await start(servers.haproxy, { folder: at('tls'), ...balanced, certificate }));
  scene.tell(`${count} connections to each server`);
  const { tlsBytes, tlsMicros } = await costOf(secure, connectSecurely).then(({ bytes, micros }) => ({
    tlsBytes: bytes,
    tlsMicros: micros,
  }));
  return {
    count,
    nginxBytes: (await costOf(nginx, connect)).bytes,
    varnishBytes: (await costOf(varnish, connect)).bytes,
    haproxyBytes: (await costOf(haproxy, connect)).bytes,
    tlsBytes,
    tlsMicros,
  };
}

async function costOf(server: ServerProcess, open: (port: number) => Promise<net.Socket>) {
  const first = await ready(await open(server.port)); // what a server sets up once is not counted
  const [memory, cpu] = [memoryBytes(server.pid), cpuSeconds(server.pid)];
  const sockets: net.Socket[] = [];
  while (sockets.length < count) {
    const some = Array.from({ length: 50 }, async () => ready(await open(server.port)));
    sockets.push(...(await Promise.all(some)));
  }
  const bytes = (memoryBytes(server.pid) - memory) / count;
  const micros = ((cpuSeconds(server.pid) - cpu) * 1e6) / count;
  for (const socket of [first, ...sockets]) socket.destroy();
  return { bytes, micros };
}

async function connect(port: number): Promise<net.Socket> {
  const socket = net.connect(port, '127.0.0.1');
  await once(socket, 'connect');
  return socket;
}

async function connectSecurely(port: number): Promise<net.Socket> {
  const socket = tls.connect({ port, host: '127.0.0.1', rejectUnauthorized: false });
  await once(socket, 'secureConnect');
  return socket;
}

/** Asks for a small file and waits for the answer. */
async function ready(socket: net.Socket): Promise<net.Socket> {
  socket.write('GET /status.json HTTP/1.1\r\nHost: curbside\r\n\r\n');
  await once(socket, 'data');
  return socket;
}

/** A certificate of the kind that authorities give today: P-256. */
async function makeCertificate(folder: string): Promise<string> {
  const file = path.join(folder, 'site.pem');
  const made = path.join(folder, 'certificate');
  await runProgram([
    ...(['openssl', 'req', '-x509', '-nodes', '-days', '1', '-subj', '/CN=curbside.example'] as const),
    ...['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-keyout', file, '-out', made],
  ]);
  fs.appendFileSync(file, fs.readFileSync(made));
  return file;
}
