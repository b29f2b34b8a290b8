import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { digest, type Digest } from '../digest.ts';
import { readFileIfAny, writeFileAtomic } from '../disk.ts';
import { Failure } from '../failure.ts';
import { filesBelow } from './outputs.ts';
import { runAstro } from './run-astro.ts';

/** A compiled site: what Vite made of the code, without any page. */
export interface Compiled {
  /** Holds the prerender bundle. */
  readonly renderer: string;
  /** Scripts, images and public files, to be copied beside the pages. */
  readonly client: string;
  /** The adapter's server for on-demand routes; missing in a site without an adapter. */
  readonly server: string;
}

interface CompileOptions {
  readonly root: string;
  /** Folder of compiled sites, one below it per code digest; must lie below `root`, so that bundles find their packages. */
  readonly cache: string;
  readonly code: Digest;
}

/** How many compiled sites are kept: going back and forth between two branches compiles nothing. */
const keptCount = 4;
const completeFile = 'complete.json';

/** The compiled site for this code, or null when there is none or a file of it is not what was written. */
export function findCompiled({ cache, code }: CompileOptions): Compiled | null {
  const folder = path.join(cache, code);
  const complete = readFileIfAny(path.join(folder, completeFile));
  if (complete === null) return null;
  try {
    if (complete !== listDigests(folder)) return null;
    fs.utimesSync(folder, new Date(), new Date()); // used now: not the oldest while this build runs
    return compiledIn(folder);
  } catch {
    return null;
  }
}

/** Compiles the site in a process of its own (2–6 s; Vite's memory goes with it) and keeps the result under its code digest. */
export async function compile(options: CompileOptions): Promise<Compiled> {
  const { root, cache, code } = options;
  const unfinished = path.join(cache, `${code}.${process.pid}.unfinished`);
  fs.mkdirSync(unfinished, { recursive: true });
  try {
    await runCompiler(root, unfinished);
    fs.rmSync(path.join(unfinished, 'site'), { recursive: true, force: true });
    writeFileAtomic(path.join(unfinished, completeFile), listDigests(unfinished));
    putInPlace(unfinished, path.join(cache, code));
  } catch (error) {
    // Another build may have compiled the same code meanwhile; its result is as good.
    const other = findCompiled(options);
    if (other === null) throw error;
  } finally {
    fs.rmSync(unfinished, { recursive: true, force: true });
  }
  forgetOldest(cache, code);
  return compiledIn(path.join(cache, code));
}

/** Two renames: another build that still imports parts of the old one finds the same names in the new. */
function putInPlace(made: string, kept: string): void {
  const old = `${made}.old.unfinished`;
  if (fs.existsSync(kept)) fs.renameSync(kept, old);
  fs.renameSync(made, kept);
  fs.rmSync(old, { recursive: true, force: true });
}

function compiledIn(folder: string): Compiled {
  return {
    renderer: path.join(folder, 'renderer'),
    client: path.join(folder, 'client'),
    server: path.join(folder, 'server'),
  };
}

/** One line per file with its digest; equal texts mean equal folders. */
function listDigests(folder: string): string {
  return filesBelow(folder)
    .filter((file) => file !== completeFile)
    .sort()
    .map((file) => `${digest(fs.readFileSync(path.join(folder, file)))} ${file}\n`)
    .join('');
}

async function runCompiler(root: string, folder: string): Promise<void> {
  const compiler = fileURLToPath(new URL('./compiler.ts', import.meta.url));
  const { code, words } = await runAstro(root, [compiler, root, folder]);
  if (code === 0) return;
  throw new Failure('COMPILE_FAILED', `Astro could not compile the site in ${root}.\n${words.trim()}`, {
    hint: 'Mend the error above; `npm run check` gives types and places.',
  });
}

/** Keeps the newest compiled sites; an unfinished one counts like any other, so a killed compiler's is forgotten in time. */
function forgetOldest(cache: string, current: Digest): void {
  const folders = fs
    .readdirSync(cache)
    .filter((name) => name !== current)
    .map((name) => path.join(cache, name))
    .map((folder) => ({ folder, age: fs.statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .sort((a, b) => b.age - a.age);
  for (const { folder } of folders.slice(keptCount - 1)) fs.rmSync(folder, { recursive: true, force: true });
}
