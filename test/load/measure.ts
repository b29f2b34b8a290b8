import os from 'node:os';
import type { ServerProcess } from '../server-process.ts';
import { cpuSeconds } from './cpu.ts';
import { load, type Load, type Loaded } from './wrk.ts';

/** A server under load. */
export interface Measured extends Loaded {
  readonly perSecond: number;
  /** Processor time of the server and its children for each request, in millionths of a second. */
  readonly cpuMicros: number;
  /** Average number of runnable processes of the whole machine over the last minute, before the load began. */
  readonly othersBefore: number;
}

/** Puts one server under load and looks at what it costs. */
export async function measure(server: ServerProcess, options: Omit<Load, 'origin'>): Promise<Measured> {
  const [othersBefore] = os.loadavg();
  const before = cpuSeconds(server.pid);
  const loaded = await load({ ...options, origin: server.origin });
  const cpuMicros = ((cpuSeconds(server.pid) - before) * 1e6) / loaded.requests;
  return { ...loaded, perSecond: loaded.requests / loaded.seconds, cpuMicros, othersBefore: othersBefore! };
}

/** The one in the middle, by processor time. */
export function median(all: readonly Measured[]): Measured {
  return [...all].sort((a, b) => a.cpuMicros - b.cpuMicros)[Math.floor(all.length / 2)]!;
}
