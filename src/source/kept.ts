import path from 'node:path';
import { z } from 'zod';
import { readFileIfAny, writeFileAtomic } from '../disk.ts';

/** One page as the city last sent it, kept so that a 304 can stand for it. */
export interface KeptPage {
  readonly url: string;
  readonly etag: string;
  readonly rows: readonly unknown[];
}

const keptSchema = z.array(z.object({ url: z.string(), etag: z.string(), rows: z.array(z.unknown()) }));

/** The kept pages of a table; none when the file is lost, damaged or foreign, which costs a request and nothing else. */
export function readKept(folder: string, dataset: string): KeptPage[] {
  try {
    return keptSchema.parse(JSON.parse(readFileIfAny(fileOf(folder, dataset)) ?? '[]'));
  } catch {
    return []; // a cache: whatever is wrong with it, asking the city again is the remedy
  }
}

/** Keeps the pages of a table in place of those kept before. Pages that came without an ETag cannot be asked for again and stay out. */
export function writeKept(folder: string, dataset: string, pages: readonly KeptPage[]): void {
  writeFileAtomic(fileOf(folder, dataset), JSON.stringify(pages) + '\n');
}

function fileOf(folder: string, dataset: string): string {
  return path.join(folder, `fetched-${dataset}.json`);
}
