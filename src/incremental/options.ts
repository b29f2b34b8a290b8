import type { Derivation } from './derive.ts';
import type { PagePath } from './page.ts';

/** A part of the site with an input of its own: while that input stays, nothing of the part is read or listed. */
export interface Shard {
  readonly name: string;
  /** Digest of all the data its pages are made from. */
  readonly input: string;
}

/** Everything a build needs to know of the site it builds; the engine itself knows no trucks, no cities, no HTML. */
export interface BuildOptions {
  /** The Astro project. */
  readonly root: string;
  /** The web root to bring up to date. */
  readonly out: string;
  /** Where compiled sites are kept; below `root`, so that bundles find their packages. */
  readonly cache: string;
  /** Where this machine remembers file times, so that whole files are not read again; may be lost. */
  readonly memory: string;
  /** Files and folders below `root` that make up the code. */
  readonly codePaths: readonly string[];
  /** Environment variables that the Astro configuration reads. */
  readonly codeEnvironment: readonly string[];
  readonly shards: readonly Shard[];
  readonly shardOf: (page: PagePath) => string;
  /** Environment variable in which pages find the names of the shards to list, joined by ",". */
  readonly shardsVariable: string;
  readonly derivations: readonly Derivation[];
  /** Compile and render everything, whatever is known. */
  readonly full: boolean;
  readonly threads: number;
  readonly onPage?: ((done: number, total: number) => void) | undefined;
}
