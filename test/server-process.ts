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

/** Everything that was started here and still runs: it ends with this process, however that ends. */
const running = new Set<number>();
process.once('exit', () => running.forEach(killGroup));

/** Starts a program and waits until it listens. Fails with what it printed when it ends before. */
export async function startServer(
  command: readonly [string, ...string[]],
  port: number,
  environment: NodeJS.ProcessEnv = {},
): Promise<ServerProcess> {
  const { pid, words, ended } = launch(command, environment);
  let hasEnded = false;
  void ended.then(() => (hasEnded = true));
  const kill = async () => {
    if (running.has(pid)) killGroup(pid);
    await ended;
  };
  for (const until = Date.now() + 20_000; !(await listens(port)); await pause(20)) {
    if (!hasEnded && Date.now() < until) continue;
    await kill();
    throw new Error(`${command.join(' ')} does not listen on port ${port}:\n${words()}`);
  }
  return { pid, port, origin: `http://127.0.0.1:${port}`, words, kill };
}

/** Runs a program to its end and gives what it printed. Fails with that when it does not end well. */
export async function runProgram(
  command: readonly [string, ...string[]],
  environment: NodeJS.ProcessEnv = {},
): Promise<string> {
  const { words, ended } = launch(command, environment);
  const code = await ended;
  if (code === 0) return words();
  throw new Error(`${command.join(' ')} ended with ${code}:\n${words()}`);
}

/** Starts a program as the head of a group of its own, so that all its children can be ended with it. */
function launch([program, ...args]: readonly [string, ...string[]], environment: NodeJS.ProcessEnv) {
  const env = { ...process.env, ...environment };
  const child = spawn(program, args, { detached: true, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const pid = child.pid ?? 0;
  if (pid !== 0) running.add(pid);
  let words = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (words += String(chunk)));
  const ended = new Promise<number | null>((resolve) => {
    child.on('error', (error) => {
      words += error.message;
      resolve(null);
    });
    child.on('exit', () => running.delete(pid));
    child.on('close', resolve);
  });
  return { pid, words: () => words, ended };
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
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
