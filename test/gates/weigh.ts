import zlib from 'node:zlib';

/** Size as an edge sends it, Brotli 11. */
export function weigh(text: Uint8Array): number {
  const params = { [zlib.constants.BROTLI_PARAM_QUALITY]: 11 };
  return zlib.brotliCompressSync(text, { params }).length;
}
