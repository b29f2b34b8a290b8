import { describe, expect, it } from 'vitest';
import { digest } from '../digest.ts';
import { heldFrom, type HeldInput } from './held.ts';
import { pointerFile } from './pointer.ts';
import type { PublishedFile, StoredManifest, View } from './target.ts';

const file: PublishedFile = {
  path: 'index.html',
  digest: digest('home'),
  size: 4,
  contentType: 'text/html; charset=utf-8',
  cacheControl: 'x',
  contentEncoding: null,
};

/** A place where these files lie. */
function viewOf(...paths: string[]): View {
  return {
    readManifest: () => Promise.resolve(null),
    list: async function* () {
      await Promise.resolve();
      for (const path of paths) yield { path, digest: null };
    },
    read: () => Promise.resolve(null),
    release: () => Promise.resolve(),
  };
}

const held = (stored: StoredManifest, view: View, more: Partial<HeldInput> = {}) =>
  heldFrom(stored, view, {
    name: 's3://bucket',
    wanted: [file],
    maxDelete: null,
    signal: new AbortController().signal,
    ...more,
  });

describe('heldFrom', () => {
  it('believes a manifest, and lists nothing then', async () => {
    const { manifest } = await held(null, viewOf());
    const unlisted: View = { ...viewOf(), list: () => expect.unreachable() };
    expect(await held(manifest, unlisted)).toEqual({ manifest, comparedBy: 'manifest' });
  });

  it('refuses a place with files of somebody else where no publish has been', async () => {
    const foreign = held(null, viewOf('a.txt', 'b.txt', 'c.txt', 'd.txt', 'index.html'));
    await expect(foreign).rejects.toMatchObject({
      code: 'TARGET_NOT_OURS',
      message: 's3://bucket holds files that no publish put there: a.txt, b.txt, c.txt, …',
      hint: expect.stringContaining('--max-delete 4') as string,
    });
  });

  it('takes them for retired when it was said how many may go', async () => {
    const { manifest, comparedBy } = await held(null, viewOf('a.txt'), { maxDelete: 1 });
    expect([comparedBy, manifest.retired]).toEqual(['listing', { 'a.txt': '' }]);
  });

  it('goes by the listing when the manifest is damaged: a publish has been there', async () => {
    const { manifest } = await held('damaged', viewOf('a.txt', 'index.html'));
    expect(manifest).toMatchObject({ files: {}, retired: { 'a.txt': '', 'index.html': '' } });
  });

  it('leaves a site in a folder below alone', async () => {
    const below = ['trucks/index.html', `trucks/${pointerFile}`, 'trucks/_astro/s.js'];
    const { manifest } = await held('damaged', viewOf(...below, 'trucks.html'));
    expect(manifest.retired).toEqual({ 'trucks.html': '' });
    await expect(held(null, viewOf(...below))).resolves.toBeDefined();
  });

  it('stops in the middle of a listing', async () => {
    const stopped = held('damaged', viewOf('a.txt'), { signal: AbortSignal.abort(new Error('stopped')) });
    await expect(stopped).rejects.toThrow('stopped');
  });
});
