import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { folderTarget } from '../src/publish/folder.ts';
import type { Target } from '../src/publish/target.ts';
import { startFakeCase } from './fake-s3-publisher.ts';
import { generation, publishTo, writeBuilt } from './publish-site.ts';

/** A place to publish to, and all that lies there, as text. */
interface Place {
  readonly target: Target;
  readonly contents: () => unknown;
  readonly close: () => Promise<void> | void;
}

let folder: string;
let dist: string;

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'publish-dry-run-'));
  dist = path.join(folder, 'dist');
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

function folderPlace(): Promise<Place> {
  const root = path.join(folder, 'web');
  const stateOf = (file: string) => {
    const { ino, mtimeMs } = fs.lstatSync(path.join(root, file));
    return [file, ino, mtimeMs];
  };
  const contents = () =>
    fs.existsSync(root) && fs.readdirSync(root, { recursive: true, encoding: 'utf8' }).map(stateOf);
  return Promise.resolve({ target: folderTarget(root), contents, close: () => undefined });
}

async function bucketPlace(): Promise<Place> {
  const { publisher, bucket, server } = await startFakeCase();
  return { target: publisher(), contents: () => [...bucket], close: server.close };
}

describe.each([
  ['a folder', folderPlace],
  ['a bucket', bucketPlace],
])('a dry run on %s', (_, open) => {
  let place: Place;
  beforeEach(async () => void (place = await open()));
  afterEach(() => place.close());

  const dryRun = (now = new Date()) => publishTo(place.target, dist, { dryRun: true, now: () => now });

  it('says what a first publish would do, and leaves no trace', async () => {
    writeBuilt(dist, generation(1, 10));
    const before = place.contents();
    const { uploads, check } = await dryRun();
    expect(place.contents()).toEqual(before);
    expect(await publishTo(place.target, dist)).toMatchObject({ uploads, check });
  });

  it('says what a next one would upload, retire and delete, and leaves no trace', async () => {
    for (const n of [1, 2]) {
      writeBuilt(dist, generation(n, 10));
      await publishTo(place.target, dist);
    }
    writeBuilt(dist, generation(3, 10));
    const before = place.contents();
    const tomorrow = new Date(Date.now() + 25 * 3_600_000);
    const { uploads, retired, removed, check } = await dryRun(tomorrow);
    expect([uploads.length, retired.length, removed.length].every((count) => count > 0)).toBe(true);
    expect(place.contents()).toEqual(before);
    const real = await publishTo(place.target, dist, { now: () => tomorrow });
    expect(real).toMatchObject({ uploads, retired, removed, check });
  });

  it('goes through while another publisher is at work, and does not disturb it', async () => {
    writeBuilt(dist, generation(1, 10));
    await publishTo(place.target, dist);
    writeBuilt(dist, generation(2, 10));
    const lease = await place.target.lease();
    expect((await dryRun()).uploads.length).toBeGreaterThan(0);
    await expect(publishTo(place.target, dist)).rejects.toMatchObject({ code: 'TARGET_BUSY' });
    await lease.commit((await lease.readManifest()) as Parameters<typeof lease.commit>[0]);
    await lease.release();
  });
});
