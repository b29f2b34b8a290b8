import { Worker } from 'node:worker_threads';
import { Failure } from '../failure.ts';
import { renderShare, type RenderJob, type RenderShare } from './render.ts';
import type { Renderer } from './renderer.ts';

export interface PoolOptions {
  readonly renderer: Renderer;
  /** The kept bundle's folder, imported again by each thread. */
  readonly folder: string;
  readonly threads: number;
  readonly onPage?: (() => void) | undefined;
}

/** Below this many pages a second thread costs more (importing, listing) than it saves. */
const pagesPerThread = 600;

/** Renders a job on this thread and, when it is large, on others beside it. The shares come in no particular order. */
export async function renderJob(
  job: RenderJob,
  { renderer, folder, threads, onPage }: PoolOptions,
): Promise<RenderShare[]> {
  const helpers = Math.min(threads, Math.ceil(job.pages.length / pagesPerThread)) - 1;
  const workers = Array.from({ length: Math.max(0, helpers) }, () => startWorker(folder, job));
  try {
    return await Promise.all([renderShare(renderer, job, onPage), ...workers.map((worker) => worker.share)]);
  } finally {
    await Promise.all(workers.map((worker) => worker.thread.terminate()));
  }
}

function startWorker(folder: string, job: RenderJob) {
  const thread = new Worker(new URL('./worker.ts', import.meta.url), { workerData: { folder, job } });
  const share = new Promise<RenderShare>((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', (error) => reject(failureFrom(error)));
  });
  share.catch(() => undefined); // the first failure is reported by Promise.all; others must not end the process
  return { thread, share };
}

/** A Failure thrown in a thread arrives as a plain Error with its fields. */
function failureFrom(error: unknown): Error {
  const { code, hint, message } = error as Partial<Failure>;
  if (code !== undefined && hint !== undefined) return new Failure(code, message ?? '', { hint });
  return error instanceof Error ? error : new Error(String(error));
}
