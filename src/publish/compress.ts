import { promisify } from 'node:util';
import zlib from 'node:zlib';

/** A compression that readers' browsers accept, as `Content-Encoding` spells it. */
export type Encoding = 'br' | 'gzip';

/** Every encoding, the one that saves most first. */
export const encodings: readonly Encoding[] = ['br', 'gzip'];

const brotli = promisify(zlib.brotliCompress);
const gzip = promisify(zlib.gzip);

const unbrotli = promisify(zlib.brotliDecompress);
const gunzip = promisify(zlib.gunzip);

/** Shorter texts fit one packet as they are. */
const smallest = 256;

/** Whether a file of this type becomes smaller: texts do; pictures, fonts and the parts of a search index are packed already. */
export function isCompressible(contentType: string): boolean {
  return /^text\/|^image\/svg|json|xml/.test(contentType);
}

/** Whether a file is likely to become smaller, as far as its type and size tell. */
export function isWorthCompressing({ contentType, size }: { contentType: string; size: number }): boolean {
  return size >= smallest && isCompressible(contentType);
}

/** The bytes compressed as far as they can be; null when that does not make them smaller. */
export async function compressed(content: Uint8Array, encoding: Encoding): Promise<Uint8Array | null> {
  if (content.length < smallest) return null;
  const result = await packed(content, encoding);
  return result.length < content.length ? result : null;
}

/**
 * The bytes compressed as far as they can be, in a thread of Node's pool. Brotli takes 9 ms for a page, twenty times its
 * rendering, so that it is worth doing once for all its readers.
 */
export function packed(content: Uint8Array, encoding: Encoding): Promise<Uint8Array> {
  const { constants } = zlib;
  if (encoding === 'gzip') return gzip(content, { level: constants.Z_BEST_COMPRESSION });
  return brotli(content, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    },
  });
}

/** The bytes before they were packed; fails with the library's error when they are nothing packed. */
export function unpacked(content: Uint8Array, encoding: Encoding): Promise<Uint8Array> {
  return encoding === 'gzip' ? gunzip(content) : unbrotli(content);
}
