import fs from 'node:fs';
import path from 'node:path';
import { outputView } from './derive.ts';
import { manifestFolder } from './manifest.ts';
import type { BuildOptions } from './options.ts';
import { filesBelow } from './outputs.ts';
import { buildPlainly } from './plain.ts';
import { scratchFolder } from './scratch.ts';
import { surveyOutput } from './survey.ts';

/** A file in which the output and a clean build disagree. */
export interface Difference {
  readonly file: string;
  readonly kind: 'missing' | 'extra' | 'different';
}

/** Called with what differs while both folders are there. */
export type Look = (differences: readonly Difference[], folders: { ours: string; clean: string }) => void;

/**
 * Compares the output folder with a plain `astro build` and with derivations made afresh from it, byte for byte, in
 * code-unit order; the engine's own manifests are left out. Empty when they agree. Takes as long as a plain build.
 */
export async function verify(options: BuildOptions, look: Look = () => undefined): Promise<Difference[]> {
  // Below the project, as the cache is: a plain build's bundle looks for its packages from where it lies.
  const scratch = scratchFolder(path.dirname(options.cache), 'verify');
  try {
    const clean = await buildPlainly(options.root, scratch, { [options.shardsVariable]: undefined });
    await deriveAfresh(options, clean);
    const differences = compareFolders(options.out, clean);
    look(differences, { ours: options.out, clean });
    return differences;
  } finally {
    fs.rmSync(scratch, { recursive: true, force: true });
  }
}

async function deriveAfresh({ out, derivations }: BuildOptions, clean: string): Promise<void> {
  const { site, shards } = surveyOutput(out, '');
  if (site === null) return;
  const view = outputView(clean, {
    code: site.code,
    pages: (shard) => shards.get(shard)?.pages ?? new Map(),
  });
  for (const derivation of derivations) {
    for (const { file, content } of await derivation.make(view)) {
      fs.mkdirSync(path.dirname(path.join(clean, file)), { recursive: true });
      fs.writeFileSync(path.join(clean, file), content);
    }
  }
}

/** Every file in which two folders differ, manifests left out. */
export function compareFolders(ours: string, clean: string): Difference[] {
  const mine = new Set(publishedFiles(ours));
  const theirs = new Set(publishedFiles(clean));
  const differences: Difference[] = [];
  for (const file of [...mine.union(theirs)].sort()) {
    if (!mine.has(file)) differences.push({ file, kind: 'missing' });
    else if (!theirs.has(file)) differences.push({ file, kind: 'extra' });
    else if (!fs.readFileSync(path.join(ours, file)).equals(fs.readFileSync(path.join(clean, file)))) {
      differences.push({ file, kind: 'different' });
    }
  }
  return differences;
}

function publishedFiles(folder: string): string[] {
  return filesBelow(folder).filter((file) => !file.startsWith(`${manifestFolder}/`));
}
