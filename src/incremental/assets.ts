import fs from 'node:fs';
import path from 'node:path';
import type { FileRecord } from './manifest.ts';
import { filesBelow, sight, writeOutput, type Sightings } from './outputs.ts';

/** Copies the compiled site's own files into the output folder, before any page that names them. */
export function copyAssets(client: string, out: string, sightings: Sightings) {
  const files: Record<string, FileRecord> = {};
  let written = 0;
  for (const file of filesBelow(client).sort()) {
    const at = path.join(out, file);
    const result = writeOutput(at, fs.readFileSync(path.join(client, file)), null);
    files[file] = { digest: result.digest, size: result.size };
    sightings.set(file, sight(at)!);
    if (result.wrote) written++;
  }
  return { files, written };
}
