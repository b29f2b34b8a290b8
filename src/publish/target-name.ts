import { Failure } from '../failure.ts';
import { encodings, type Encoding } from './compress.ts';
import { folderTarget } from './folder.ts';
import { precompressed } from './precompress.ts';
import type { Target } from './target.ts';

/**
 * The target that a name stands for: "folder:PATH[?compress=br,gzip]" or "s3://BUCKET[/PREFIX]?endpoint=…". Fails with
 * `TARGET_UNKNOWN`.
 */
export async function targetNamed(name: string): Promise<Target> {
  const folder = folderNamed(name);
  if (folder !== null) return precompressed(folderTarget(folder), encodingsIn(name));
  if (!name.startsWith('s3://')) throw unknownTarget(name);
  const { s3Target } = await import('./s3.ts'); // its library takes longer to load than a publish to a folder
  return s3Target(name);
}

/** The path in "folder:PATH[?compress=…]"; null for the name of another kind of target. */
export function folderNamed(name: string): string | null {
  return /^folder:(?<path>[^?]+)/.exec(name)?.groups!['path'] ?? null;
}

function encodingsIn(name: string): Encoding[] {
  const [, options = ''] = name.split(/\?(.*)/s);
  const asked = new URLSearchParams(options);
  const wanted = asked.get('compress')?.split(',') ?? [];
  const known = encodings.filter((encoding) => wanted.includes(encoding));
  const isUnderstood = known.length === wanted.length && [...asked.keys()].every((key) => key === 'compress');
  if (!isUnderstood) throw unknownTarget(name);
  return known;
}

function unknownTarget(name: string): Failure {
  return new Failure('TARGET_UNKNOWN', `"${name}" is no target.`, {
    hint: 'A target is folder:PATH, folder:PATH?compress=br,gzip or s3://BUCKET[/PREFIX]?endpoint=…',
  });
}
