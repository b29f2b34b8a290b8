import fs from 'node:fs';
import path from 'node:path';
import { expect, onTestFailed } from 'vitest';
import { digest } from '../src/digest.ts';

/** Files by relative name. */
export type Files = Readonly<Record<string, string | Uint8Array>>;
type Gather = () => Files | Promise<Files>;

const folder = process.env['CURBSIDE_FAILURES'] ?? path.join(import.meta.dirname, 'failures');

/** By test, what it leaves should it fail. */
const promised = new Map<string, Map<string, Gather>>();

/**
 * Leaves files for whoever reads a failed run: below test/failures/, in a folder of the test under way, if that fails and
 * only then. A second promise of the same name takes the place of the first, so that of many tries the last is told.
 * `gather` is called after `afterEach`: what that clears away has to be read before.
 */
export function leaveIfFailed(name: string, gather: Gather): void {
  const { testPath = '', currentTestName = '' } = expect.getState();
  const key = JSON.stringify([testPath, currentTestName]);
  const known = promised.get(key) ?? new Map<string, Gather>();
  if (!promised.has(key)) {
    promised.set(key, known);
    onTestFailed(async ({ task }) => {
      const place = path.join(folder, path.basename(testPath), slugFrom(currentTestName));
      fs.rmSync(place, { recursive: true, force: true });
      const errors = (task.result?.errors ?? []).map(({ stack, message }) => stack ?? message);
      const about = [currentTestName, new Date().toISOString(), ...errors].join('\n\n');
      write(place, { 'about.txt': `${about}\n` });
      for (const [part, make] of known) write(path.join(place, part), await make());
      console.error(`What the test saw is in ${path.relative('', place)}`);
    });
  }
  known.set(name, gather);
}

/** A name that every file system and every upload takes. */
function slugFrom(text: string): string {
  const words = text.replaceAll(/[^a-zA-Z0-9]+/g, '-').replaceAll(/^-|-$/g, '');
  return words.length <= 100 ? words : `${words.slice(0, 90)}-${digest(text).slice(0, 6)}`;
}

function write(place: string, files: Files): void {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(place, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, content);
  }
}
