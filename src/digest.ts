import { hash } from 'node:crypto';

/** The first 128 bits of a SHA-256, in base64url: 22 characters, safe in file names and URLs. */
export type Digest = string & { readonly __digest: never };

/** Digest of a text (as UTF-8) or of bytes. */
export function digest(content: string | Uint8Array): Digest {
  return hash('sha256', content, 'base64url').slice(0, 22) as Digest;
}
