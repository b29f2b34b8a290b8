import fs from 'node:fs';
import path from 'node:path';
import type { Answer, Lease, PublishedFile, Target } from './target.ts';

/**
 * A target on which a publish walks its real path and changes nothing: the lease is the real one and is let go, what is
 * held is the real thing, what is put is remembered by name and read from the build.
 */
export function dryRun(target: Target, dist: string): Target {
  return { name: target.name, lease: async () => dryLease(await target.lease(), dist) };
}

function dryLease(lease: Lease, dist: string): Lease {
  const put = new Map<string, PublishedFile>();
  const removed = new Set<string>();
  const nothing = () => Promise.resolve();
  return {
    readManifest: () => lease.readManifest(),
    list: () => lease.list(),
    begin: nothing,
    put: (file) => {
      put.set(file.path, file);
      return Promise.resolve();
    },
    keep: () => Promise.resolve(true),
    commit: nothing,
    remove: (paths) => {
      for (const path of paths) removed.add(path);
      return Promise.resolve();
    },
    read: (file) => {
      const wouldBe = put.get(file);
      if (wouldBe !== undefined) return Promise.resolve(answerFromBuild(dist, wouldBe));
      return removed.has(file) ? Promise.resolve(null) : lease.read(file);
    },
    release: () => lease.release(),
  };
}

function answerFromBuild(dist: string, { path: file, contentType, cacheControl }: PublishedFile): Answer {
  const headers = { 'content-type': contentType, 'cache-control': cacheControl };
  return { content: fs.readFileSync(path.join(dist, file)), headers };
}
