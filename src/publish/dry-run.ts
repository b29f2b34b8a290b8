import fs from 'node:fs';
import path from 'node:path';
import type { Answer, Lease, PublishedFile, Target, View } from './target.ts';

/**
 * A target on which a publish walks its real path and changes nothing: what is held is the real thing, what is put is
 * remembered by name and read from the build. It needs no lease, so that it goes through while another publisher is at
 * work.
 */
export function dryRun(target: Target, dist: string): Target {
  return { ...target, lease: async () => dryLease(await target.look(), dist) };
}

function dryLease(view: View, dist: string): Lease {
  const put = new Map<string, PublishedFile>();
  const removed = new Set<string>();
  const nothing = () => Promise.resolve();
  return {
    readManifest: () => view.readManifest(),
    list: () => view.list(),
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
      return removed.has(file) ? Promise.resolve(null) : view.read(file);
    },
    release: () => view.release(),
  };
}

function answerFromBuild(dist: string, file: PublishedFile): Answer {
  const { contentType, cacheControl, contentEncoding } = file;
  const encoded = contentEncoding === null ? {} : { 'content-encoding': contentEncoding };
  const headers = { 'content-type': contentType, 'cache-control': cacheControl, ...encoded };
  return { content: fs.readFileSync(path.join(dist, file.path)), headers };
}
