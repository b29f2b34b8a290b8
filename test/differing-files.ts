import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect } from 'vitest';
import type { BuildOptions } from '../src/incremental/options.ts';
import { verify, type Difference } from '../src/incremental/verify.ts';
import { leaveIfFailed, type Files } from './evidence.ts';

/** How many files are left in both versions; the names of all are. */
const filesLeft = 20;

/** Two versions of some files, by what each is called: "built" and "clean". A file that one side has not is missing there. */
type Versions = readonly (readonly [name: string, files: Files])[];

/** Expects the same bytes under the same names. Where they differ only the names are in the failure, and both versions are left. */
export function expectSameFiles(actual: Files, expected: Files): void {
  const names = [...new Set([...Object.keys(actual), ...Object.keys(expected)])].sort();
  const differing = names.filter((name) => !isSame(actual[name], expected[name]));
  leaveDifferences(differing, [
    ['actual', actual],
    ['expected', expected],
  ]);
  expect(differing).toEqual([]);
}

/** What `verify` finds; what differs is left in both versions. */
export function verifySite(options: BuildOptions): Promise<Difference[]> {
  return verify(options, (differences, { ours, clean }) => {
    const names = differences.map(({ file }) => file);
    leaveDifferences(names, [
      ['built', readFiles(ours, names)],
      ['clean', readFiles(clean, names)],
    ]);
  });
}

function isSame(one: Files[string] | undefined, other: Files[string] | undefined): boolean {
  return one !== undefined && other !== undefined && Buffer.from(one).equals(Buffer.from(other));
}

function readFiles(folder: string, names: readonly string[]): Files {
  const present = names.slice(0, filesLeft).filter((name) => fs.existsSync(path.join(folder, name)));
  return Object.fromEntries(present.map((name) => [name, fs.readFileSync(path.join(folder, name))]));
}

function leaveDifferences(names: readonly string[], versions: Versions): void {
  if (names.length === 0) return;
  const first = names.slice(0, filesLeft);
  leaveIfFailed('differences', () => {
    const copies = versions.flatMap(([side, files]) =>
      first.flatMap((name) =>
        files[name] === undefined ? [] : [[path.join(side, name), files[name]] as const],
      ),
    );
    return {
      ...Object.fromEntries(copies),
      'names.txt': `${names.join('\n')}\n`,
      'unified.diff': first.map((name) => unifiedDiff(name, versions)).join(''),
    };
  });
}

/** By the system's `diff`, of both texts cut into lines: a page and a data file of ours are one line each. */
function unifiedDiff(name: string, versions: Versions): string {
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'diff-'));
  const sides = versions.map(([side, files], index) => {
    const file = path.join(scratch, String(index));
    fs.writeFileSync(file, inLines(Buffer.from(files[name] ?? '')));
    return { file, label: files[name] === undefined ? '/dev/null' : `${side}/${name}` };
  });
  const labels = sides.flatMap(({ label }) => ['--label', label]);
  try {
    return execFileSync('diff', ['-u', ...labels, ...sides.map(({ file }) => file)], { encoding: 'utf8' });
  } catch (error) {
    const { status, stdout, message } = error as { status?: number; stdout?: string; message: string };
    return status === 1 ? (stdout ?? '') : `${name}: ${message}\n`;
  } finally {
    fs.rmSync(scratch, { recursive: true });
  }
}

function inLines(content: Buffer): Buffer | string {
  return content.includes(0) ? content : content.toString().replaceAll(/>(?=<)|[,{[](?=["{[])/g, '$&\n');
}
