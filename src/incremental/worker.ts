import { parentPort, workerData } from 'node:worker_threads';
import { renderShare, type RenderJob } from './render.ts';
import { openRenderer } from './renderer.ts';

/** A thread of pool.ts: imports the bundle for itself, lists (rendering needs the listed props), renders its share. */
const { folder, job } = workerData as { folder: string; job: RenderJob };
const renderer = await openRenderer(folder);
await renderer.list();
parentPort!.postMessage(await renderShare(renderer, job));
