import path from 'node:path';
import type { Digest } from '../digest.ts';
import { sight, writeOutput, type Seen } from './outputs.ts';
import { fileOfPage, type PagePath } from './page.ts';
import type { Renderer } from './renderer.ts';

/** Pages to render, shared by threads: each claims the next few until none are left. */
export interface RenderJob {
  readonly out: string;
  readonly pages: readonly PagePath[];
  /** Digest of the page's file as it lies there, where that is known. */
  readonly onDisk: readonly (Digest | null)[];
  /** Index of the next unclaimed page, as an Int32 in shared memory. */
  readonly next: SharedArrayBuffer;
}

/** A rendered page. `wrote` is false when the file already held these bytes; `file` is null when the page has no body. */
export interface RenderedPage {
  readonly index: number;
  readonly file: {
    readonly digest: Digest;
    readonly size: number;
    readonly wrote: boolean;
    readonly seen: Seen;
  } | null;
}

export interface RenderShare {
  readonly rendered: readonly RenderedPage[];
  readonly writeMs: number;
}

/** Pages per claim: few enough that threads end together, many enough that claiming costs nothing. */
const claimSize = 16;

/** Renders and writes pages until the job has none left. */
export async function renderShare(
  renderer: Renderer,
  job: RenderJob,
  onPage?: () => void,
): Promise<RenderShare> {
  const next = new Int32Array(job.next);
  const rendered: RenderedPage[] = [];
  let writeMs = 0;
  for (;;) {
    const first = Atomics.add(next, 0, claimSize);
    const last = Math.min(first + claimSize, job.pages.length);
    if (first >= last) return { rendered, writeMs };
    for (let index = first; index < last; index++) {
      const content = await renderer.render(job.pages[index]!);
      const began = performance.now();
      rendered.push({ index, file: content === null ? null : writePage(job, index, content) });
      writeMs += performance.now() - began;
      onPage?.();
    }
  }
}

function writePage(job: RenderJob, index: number, content: Uint8Array) {
  const at = path.join(job.out, fileOfPage(job.pages[index]!));
  const written = writeOutput(at, content, job.onDisk[index] ?? null);
  return { ...written, seen: sight(at)! };
}
