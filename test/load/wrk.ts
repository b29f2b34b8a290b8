import fs from 'node:fs';
import path from 'node:path';
import { runProgram } from '../server-process.ts';

export interface Load {
  readonly origin: string;
  /** Asked for by turns. */
  readonly addresses: readonly string[];
  readonly seconds: number;
  readonly connections?: number;
  /** How long a connection waits before it asks again; 0 as fast as it can. */
  readonly pauseMs?: number;
  /** What is accepted; a browser's by default. */
  readonly encoding?: string;
  /** Where the list of addresses may lie. */
  readonly folder: string;
}

/** What wrk counted. */
export interface Loaded {
  readonly requests: number;
  readonly seconds: number;
  readonly bytes: number;
  /** Connections that failed or broke off. */
  readonly broken: number;
  /** Answers of 400 and above. */
  readonly status: number;
  /** Answers that took longer than two seconds. */
  readonly timeout: number;
  readonly medianMs: number;
  readonly p99Ms: number;
}

let lists = 0;

/** Puts a server under load with wrk's two threads. */
export async function load({
  origin,
  addresses,
  seconds,
  connections = 32,
  pauseMs = 0,
  encoding = 'gzip, deflate, br',
  folder,
}: Load): Promise<Loaded> {
  const list = path.join(folder, `addresses-${lists++}`);
  fs.writeFileSync(list, addresses.join('\n'));
  const script = path.join(import.meta.dirname, 'addresses.lua');
  const shape = ['-t2', `-c${connections}`, `-d${seconds}s`, '-s', script];
  const words = await runProgram(['wrk', ...shape, origin, '--', list, String(pauseMs), encoding]);
  return JSON.parse(words.trimEnd().split('\n').at(-1)!) as Loaded;
}

/** Goes on with the load, five seconds at a time, until something is done; gives the sum of the counts. */
export async function loadUntil(
  done: Promise<void>,
  options: Omit<Load, 'seconds'>,
): Promise<Pick<Loaded, 'requests' | 'broken' | 'status' | 'timeout' | 'seconds'>> {
  let isDone = false;
  void done.catch(() => undefined).then(() => (isDone = true)); // whoever waits for it hears of a failure
  const sum = { requests: 0, seconds: 0, broken: 0, status: 0, timeout: 0 };
  while (!isDone) {
    const some = await load({ ...options, seconds: 5 });
    for (const key of Object.keys(sum) as (keyof typeof sum)[]) sum[key] += some[key];
  }
  return sum;
}

/** Requests that a reader would have noticed. */
export function errorsOf({ broken, status, timeout }: Pick<Loaded, 'broken' | 'status' | 'timeout'>): number {
  return broken + status + timeout;
}
