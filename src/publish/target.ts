import type { Digest } from '../digest.ts';
import type { PurgeOrder } from './purge.ts';

/** A file as it is to be served. */
export interface PublishedFile {
  /** Relative to the web root, "/" between segments: "sf/friday/12/index.html". */
  readonly path: string;
  /** Of the plain content, and the number of its bytes, however it is stored. */
  readonly digest: Digest;
  readonly size: number;
  readonly contentType: string;
  readonly cacheControl: string;
  /** How the stored bytes are compressed; null when they are plain. */
  readonly contentEncoding: 'br' | 'gzip' | null;
}

/**
 * What a target serves: the last file written by a publish, and the first read by the next. Its text is made and read
 * by pointer.ts.
 */
export interface PublishManifest {
  readonly version: 1;
  /** Digest over all files: two releases with the same one are the same site. */
  readonly release: Digest;
  /** ISO 8601 instant. */
  readonly publishedAt: string;
  readonly files: Readonly<Record<string, Omit<PublishedFile, 'path'>>>;
  /** Files that no release names any more, and since when: deleted by a later publish, after a grace period. */
  readonly retired: Readonly<Record<string, string>>;
  /** What the edge is still to be told to forget; null when nothing is known to be due. */
  readonly owed: PurgeOrder | null;
}

/** A file that lies at a target; digest null unless both its bytes and its headers are known to be in order. */
export interface ListedFile {
  readonly path: string;
  readonly digest: Digest | null;
}

/** What a reader gets; header names in lower case. */
export interface Answer {
  /** Plain: decompressed as the headers tell, as a browser does. */
  readonly content: Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * A place where the site is served from. One interface for a folder and a bucket, one contract suite for both
 * (test/target-contract.ts). Every call may fail with a `Failure` whose code begins with "TARGET_". The code
 * `TARGET_UNAVAILABLE` alone means that the same call may succeed if it is made again.
 */
export interface Target {
  /** "folder:/srv/curbside", "s3://bucket/prefix": for messages. */
  readonly name: string;
  /** How it is to store texts, for every reader alike; null for plain. */
  readonly storedAs: PublishedFile['contentEncoding'];
  /** Looks at what is there, leaves no trace, and waits for nobody: another publisher may be at work. */
  look(): Promise<View>;
  /**
   * Takes the lease and keeps it renewed. Fails with `TARGET_BUSY` while another publisher holds it; the lease of one
   * that died is taken over when it expires.
   */
  lease(): Promise<Lease>;
}

/** What can be seen of a target. */
export interface View {
  /**
   * The manifest stored there, null when there is none. "damaged" when what is there cannot be believed: then everything
   * is compared.
   */
  readManifest(): Promise<StoredManifest>;
  /** Every file that lies there, in code-unit order, pointer and lease left out: only asked for when there is no manifest. */
  list(): AsyncIterable<ListedFile>;
  /** What a reader would get now; null for 404. */
  read(path: string): Promise<Answer | null>;
  /** Lets go; what was put and not committed is left to the next publisher. */
  release(): Promise<void>;
}

export type StoredManifest = PublishManifest | 'damaged' | null;

/** The sole right to change a target, until it is let go. Every change fails with `TARGET_LOST` once another has it. */
export interface Lease extends View {
  /**
   * Called once before the first `put`, with the held manifest less all files that are about to be put: those are
   * under `retired`. Where `put` is seen at once it is stored like by `commit`, so that the files of a publisher that
   * dies are not taken for known. Where `put` is not seen before `commit` there is nothing to do.
   */
  begin(manifest: PublishManifest): Promise<void>;
  /**
   * Stores one file, compressed as it says; `content` is plain. Readers may see it at once (bucket) or after `commit`
   * (folder). May be called for many at once.
   */
  put(file: PublishedFile, content: Uint8Array): Promise<void>;
  /**
   * Takes over a file that stays as it was into the new release; a bucket has nothing to do. Gives false when it is
   * not there after all.
   */
  keep(path: string): Promise<boolean>;
  /**
   * Makes the manifest the one in force, by compare-and-swap: fails with `TARGET_CHANGED` when another one got in
   * between. Called again under the same lease, after `remove`, with a manifest that names the same files.
   */
  commit(manifest: PublishManifest): Promise<void>;
  /** Deletes files that no manifest in force names; one that is not there is no fault. */
  remove(paths: readonly string[]): Promise<void>;
}
