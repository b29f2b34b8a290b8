import fs from 'node:fs';
import path from 'node:path';
import { unfinishedSuffix, writeFileAtomic } from '../../src/disk.ts';
import { generateCity, type SampleSettings } from './city.ts';
import { neighborhoodRows, streetRows, type ShapeRow } from './geography.ts';
import type { ApiRow } from './rows.ts';

/** What was written. */
export interface SampleSize {
  readonly trucks: number;
  readonly rows: number;
  readonly permitRows: number;
  readonly sizeBytes: number;
}

/** Writes `schedule.json`, `permits.json`, `neighborhoods.json`, `streets.json` (in the shape of the API, one row to a line) and `sample.json` to a folder. */
export function writeSample(folder: string, settings: SampleSettings): SampleSize {
  fs.mkdirSync(folder, { recursive: true });
  const schedule = new ArrayFile(path.join(folder, 'schedule.json'));
  const permits = new ArrayFile(path.join(folder, 'permits.json'));
  let trucks = 0;
  for (const truck of generateCity(settings)) {
    trucks++;
    truck.schedule.forEach((row) => schedule.add(row));
    truck.permits.forEach((row) => permits.add(row));
  }
  const shapes = { 'neighborhoods.json': neighborhoodRows(), 'streets.json': streetRows() };
  const shapeBytes = Object.entries(shapes).map(([name, rows]) => {
    const file = new ArrayFile(path.join(folder, name));
    rows.forEach((row) => file.add(row));
    return file.close();
  });
  const sizeBytes = schedule.close() + permits.close() + shapeBytes.reduce((sum, size) => sum + size, 0);
  const { asOf, seed } = settings;
  writeFileAtomic(path.join(folder, 'sample.json'), `${JSON.stringify({ asOf, seed, trucks })}\n`);
  return { trucks, rows: schedule.rows, permitRows: permits.rows, sizeBytes };
}

const flushAt = 1 << 20;

/** A JSON array on disk that is written as it grows, under another name until it is whole. */
class ArrayFile {
  readonly #file: string;
  readonly #handle: number;
  #pending = '[';
  #sizeBytes = 0;
  rows = 0;

  constructor(file: string) {
    this.#file = file;
    this.#handle = fs.openSync(file + unfinishedSuffix, 'w');
  }

  add(row: ApiRow | ShapeRow): void {
    this.#pending += (this.rows++ === 0 ? '' : '\n,') + JSON.stringify(row);
    if (this.#pending.length > flushAt) this.#flush();
  }

  /** Returns the file's size in bytes. */
  close(): number {
    this.#pending += ']\n';
    this.#flush();
    fs.closeSync(this.#handle);
    fs.renameSync(this.#file + unfinishedSuffix, this.#file);
    return this.#sizeBytes;
  }

  #flush(): void {
    const bytes = Buffer.from(this.#pending);
    fs.writeFileSync(this.#handle, bytes);
    this.#sizeBytes += bytes.length;
    this.#pending = '';
  }
}
