import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildSync } from 'esbuild';

const made = new Map<string, string>();

/**
 * Bundles a function's entry into a folder of its own, as index.mjs, once for a process, and gives the folder. The runtime
 * brings the SDK of AWS along.
 */
export function bundle(entry: string): string {
  const folder = made.get(entry) ?? bundleAnew(entry);
  made.set(entry, folder);
  return folder;
}

function bundleAnew(entry: string): string {
  const outdir = fs.mkdtempSync(path.join(os.tmpdir(), 'curbside-bundle-'));
  process.once('exit', () => fs.rmSync(outdir, { recursive: true, force: true }));
  buildSync({
    entryPoints: [entry],
    outfile: path.join(outdir, 'index.mjs'),
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    external: ['@aws-sdk/*'],
    tsconfigRaw: '{}', // of the files that it takes from the site, theirs would want packages that need not be here
    legalComments: 'none',
    charset: 'utf8',
    logLevel: 'error',
  });
  return outdir;
}
