import fs from 'node:fs';
import path from 'node:path';
import { digest, type Digest } from '../digest.ts';

/** The parts of a folder of content, each a folder of files. */
export const contentParts = ['trucks', 'sponsors', 'rates', 'photos'] as const;

/** A file of content, as it lies in its folder. */
export interface ContentFile {
  /** Below the folder of content: "trucks/anzu.yaml". */
  readonly file: string;
  /** Where it is on this machine. */
  readonly at: string;
}

/** The files of one part, by name; none when there is no such folder. Hidden files and folders do not count. */
export function filesIn(folder: string, part: (typeof contentParts)[number]): ContentFile[] {
  const at = path.join(folder, part);
  if (!fs.existsSync(at)) return [];
  const names = fs.readdirSync(at, { withFileTypes: true }).filter((item) => item.isFile());
  return names
    .map(({ name }) => name)
    .filter((name) => !name.startsWith('.'))
    .sort() // by code unit: the order reaches digests
    .map((name) => ({ file: `${part}/${name}`, at: path.join(at, name) }));
}

/** Digest of every file of a folder of content; null when it holds none. Reads them all. */
export function contentDigest(folder: string): Digest | null {
  const files = contentParts.flatMap((part) => filesIn(folder, part));
  const parts = files.map(({ file, at }) => [file, digest(fs.readFileSync(at))]);
  return parts.length === 0 ? null : digest(JSON.stringify(parts));
}
