import { digest } from '../digest.ts';
import { compressed, encodings, isCompressible, type Encoding } from './compress.ts';
import { contentTypeOf } from './content-type.ts';
import { cacheControl } from './headers.ts';
import type { Lease, PublishedFile, Target } from './target.ts';

// Beside "sf/index.html" may lie its compressed copies "sf/index.html.br" and "sf/index.html.gz": what a web server on the
// folder sends to browsers that accept them. They belong to their file: no manifest and no listing names them, and they
// come and go with it.

const endings: Readonly<Record<Encoding, string>> = { br: '.br', gzip: '.gz' };

/** The places of a file's compressed copies, whether they are there or not. */
export function copiesOf(path: string): string[] {
  return encodings.map((encoding) => path + endings[encoding]);
}

/** Whether a file is a compressed copy of another one of these. */
export function isCopy(path: string, paths: ReadonlySet<string>): boolean {
  return Object.values(endings).some(
    (ending) => path.endsWith(ending) && paths.has(path.slice(0, -ending.length)),
  );
}

/**
 * A folder that gets a compressed copy beside every text, in the same release. A file that stays keeps its copies, so
 * that only what changed is compressed; copies that are missing are made up for.
 */
export function precompressed(target: Target, wanted: readonly Encoding[]): Target {
  return { ...target, lease: async () => withCopies(await target.lease(), wanted) };
}

function withCopies(lease: Lease, wanted: readonly Encoding[]): Lease {
  const putCopy = async (path: string, content: Uint8Array, encoding: Encoding) => {
    const copy = await compressed(content, encoding);
    if (copy !== null) await lease.put(copyOf(path, copy, encoding), copy);
  };
  return {
    ...lease,
    put: async (file, content) => {
      await lease.put(file, content);
      if (!isCompressible(file.contentType) || file.contentEncoding !== null) return;
      for (const encoding of wanted) await putCopy(file.path, content, encoding);
    },
    keep: async (path) => {
      if (!(await lease.keep(path))) return false;
      if (!isCompressible(contentTypeOf(path))) return true;
      for (const encoding of wanted) {
        if (await lease.keep(path + endings[encoding])) continue;
        await putCopy(path, (await lease.read(path))!.content, encoding);
      }
      return true;
    },
  };
}

function copyOf(path: string, content: Uint8Array, encoding: Encoding): PublishedFile {
  return {
    path: path + endings[encoding],
    digest: digest(content),
    size: content.length,
    contentType: contentTypeOf(path),
    cacheControl: cacheControl(`/${path}`),
    contentEncoding: encoding,
  };
}
