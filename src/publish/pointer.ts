import { digest, type Digest } from '../digest.ts';
import { manifestFolder } from '../incremental/manifest.ts';
import type { PublishedFile, PublishManifest } from './target.ts';

/** Where the manifest in force lies in the published site. */
export const pointerFile = `${manifestFolder}/published.json`;

/** Where the lease of a bucket lies in it. */
export const leaseFile = `${manifestFolder}/lease.json`;

/** What a target keeps beside the files of the site, so that none of these may be called so. */
export const ownFiles: readonly string[] = [pointerFile, leaseFile];

/** Digest over all files and their headers, whatever their order. */
export function releaseOf(files: PublishManifest['files']): Digest {
  const lines = Object.entries(files).map(([path, file]) => JSON.stringify([path, headed(file)]));
  return digest(lines.sort().join('\n'));
}

/** The manifest as it is stored: paths in code-unit order, and last a digest of all the rest. */
export function pointerText(manifest: PublishManifest): string {
  const { version, publishedAt, release } = manifest;
  const body = JSON.stringify({
    version,
    release,
    publishedAt,
    files: sorted(manifest.files),
    retired: sorted(manifest.retired),
    owed: manifest.owed,
  });
  return `${body.slice(0, -1)},"digest":"${digest(body)}"}`;
}

/**
 * The manifest that a stored text holds; null when it is missing, cut off, edited by hand or of another version: a text
 * that does not match its own digest is not believed.
 */
export function manifestFromPointer(text: string | null): PublishManifest | null {
  const match = /^(?<body>.*),"digest":"(?<digest>[\w-]{22})"\}$/s.exec(text ?? '');
  if (match === null) return null;
  const body = `${match.groups!['body']}}`;
  if (digest(body) !== match.groups!['digest']) return null;
  const manifest = JSON.parse(body) as Partial<PublishManifest>;
  if (manifest.version !== 1) return null;
  return { owed: null, ...manifest } as PublishManifest; // older ones do not say what is owed
}

function headed({ digest, contentType, cacheControl, contentEncoding }: Omit<PublishedFile, 'path'>) {
  return [digest, contentType, cacheControl, contentEncoding];
}

function sorted<T>(record: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(
    Object.keys(record)
      .sort()
      .map((key) => [key, record[key]!]),
  );
}
