import { spawn } from 'node:child_process';
import fs from 'node:fs';
import net, { type AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** A program that listens on a port of this machine, with all the processes that it starts. */
export interface ServerProcess {
  readonly pid: number;
  readonly port: number;
  /** "http://127.0.0.1:8080" */
  readonly origin: string;
  /** What it printed so far. */
  readonly words: () => string;
  /** Ends it and its children at once, as when their machine dies, and waits until they are gone. */
  readonly kill: () => Promise<void>;
}

/** Where a program of the system is; null, and a word about it, when it is not installed. */
export function findProgram(name: string): string | null {
  const folders = [...(process.env['PATH'] ?? '').split(path.delimiter), '/usr/sbin', '/usr/local/sbin'];
  const found = folders.map((folder) => path.join(folder, name)).find((file) => fs.existsSync(file));
  if (found === undefined) console.info(`skipped: the program ${name} is not there`);
  return found ?? null;
}

/** A port of the loopback address that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Starts a program and waits until it listens. Fails with what it printed when it ends before. */
export async function startServer(
  command: readonly [string, ...string[]],
  port: number,
): Promise<ServerProcess> {
  const [program, ...args] = command;
  const child = spawn(program, args, { detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let words = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (words += String(chunk)));
  const ended = new Promise<void>((resolve) => {
    child.on('close', () => resolve());
    child.on('error', (error) => resolve(void (words += error.message)));
  });
  let hasEnded = false;
  void ended.then(() => (hasEnded = true));
  const kill = async () => {
    if (!hasEnded && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    await ended;
  };
  for (const until = Date.now() + 20_000; !(await listens(port)); await pause(20)) {
    if (!hasEnded && Date.now() < until) continue;
    await kill();
    throw new Error(`${command.join(' ')} does not listen on port ${port}:\n${words}`);
  }
  return { pid: child.pid!, port, origin: `http://127.0.0.1:${port}`, words: () => words, kill };
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.once('close', () => socket.destroy());
    socket.once('connect', () => socket.destroy());
  });
}
