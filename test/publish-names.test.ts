import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSiteManifest, writeSiteManifest } from '../src/incremental/manifest.ts';
import { digest } from '../src/digest.ts';
import { folderTarget } from '../src/publish/folder.ts';
import { ownFiles } from '../src/publish/pointer.ts';
import { startFakeCase, type FakeCase } from './fake-s3-publisher.ts';
import { generation, publishTo, writeBuilt } from './publish-site.ts';

let folder: string;
let dist: string;
let store: FakeCase;

beforeEach(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'publish-names-'));
  dist = path.join(folder, 'dist');
  store = await startFakeCase();
});
afterEach(async () => {
  await store.server.close();
  fs.rmSync(folder, { recursive: true, force: true });
});

describe.each([
  ['a folder', () => folderTarget(path.join(folder, 'web'))],
  ['a bucket', () => store.publisher()],
])('%s as a target', (_, target) => {
  it.each(['lease', 'published', 'manifest', 'state', 'unfinished', 'current', 'releases'])(
    'takes a city called "%s": none of its own files is in the way',
    async (name) => {
      const { pages, script } = generation(1, 3);
      const named = Object.entries(pages).map(([page, text]) => [page.replace('/a/', `/${name}/`), text]);
      writeBuilt(dist, { pages: Object.fromEntries(named) as typeof pages, script }, name);
      const { files, check } = await publishTo(target(), dist);
      expect(check.missing).toEqual([]);
      const view = await target().look();
      expect(await view.readManifest()).toMatchObject({ files: expect.any(Object) as object });
      expect(await Array.fromAsync(view.list())).toHaveLength(files);
      await view.release();
      expect(await publishTo(target(), dist)).toMatchObject({ uploads: [], comparedBy: 'manifest' });
    },
  );

  it.each(ownFiles)('refuses a site with a file called %s, before it changes anything', async (file) => {
    writeBuilt(dist, generation(1, 3));
    fs.writeFileSync(path.join(dist, file), '{}');
    const site = readSiteManifest(dist)!;
    const files = { ...site.files, [file]: { digest: digest('{}'), size: 2 } };
    writeSiteManifest(dist, { ...site, files });
    await expect(publishTo(target(), dist)).rejects.toMatchObject({
      code: 'NAME_TAKEN',
      message: expect.stringContaining(file) as string,
    });
    expect(fs.existsSync(path.join(folder, 'web'))).toBe(false);
    expect(store.server.received).toEqual([]);
  });
});
