import { Failure } from '../failure.ts';
import { folderTarget } from './folder.ts';
import type { Target } from './target.ts';

/** The target that a name stands for: "folder:PATH" or "s3://BUCKET[/PREFIX]?endpoint=…". Fails with `TARGET_UNKNOWN`. */
export async function targetNamed(name: string): Promise<Target> {
  const folder = folderNamed(name);
  if (folder !== null) return folderTarget(folder);
  if (!name.startsWith('s3://')) throw unknownTarget(name);
  const { s3Target } = await import('./s3.ts'); // its library takes longer to load than a publish to a folder
  return s3Target(name);
}

/** The path in "folder:PATH"; null for the name of another kind of target. */
export function folderNamed(name: string): string | null {
  return /^folder:(?<path>.+)$/s.exec(name)?.groups!['path'] ?? null;
}

function unknownTarget(name: string): Failure {
  return new Failure('TARGET_UNKNOWN', `"${name}" is no target.`, {
    hint: 'A target is folder:PATH or s3://BUCKET[/PREFIX]?endpoint=…',
  });
}
