import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { digest } from '../src/digest.ts';
import { contentTypeOf } from '../src/publish/content-type.ts';
import { cacheControl } from '../src/publish/headers.ts';
import { releaseOf } from '../src/publish/pointer.ts';
import type {
  Lease,
  PublishedFile,
  PublishManifest,
  StoredManifest,
  Target,
  View,
} from '../src/publish/target.ts';

/** A target of its own for one test. */
export interface TargetCase {
  /** Another value for the same place, as another process would make it. */
  readonly open: () => Target;
  /** Lets the lease of a publisher that died expire. */
  readonly expire: () => Promise<void> | void;
  /** Spoils the stored manifest. */
  readonly damage: () => Promise<void> | void;
  /** Names of all that lies there, what the target keeps for itself included; null when the place itself is missing. */
  readonly everything: () => Promise<string[] | null> | string[] | null;
  readonly remove: () => Promise<void> | void;
}

/** Path → text: what a release holds. */
type Texts = Readonly<Record<string, string>>;

/** What every target promises (src/publish/target.ts), as a suite: call it in a test file with a way to make one. */
export function describeTarget(name: string, make: () => Promise<TargetCase> | TargetCase): void {
  describe(`${name} as a target`, () => {
    let place: TargetCase;
    const open: Lease[] = [];
    const lease = async () => {
      const taken = await place.open().lease();
      open.push(taken);
      return taken;
    };
    beforeEach(async () => void (place = await make()));
    afterEach(async () => {
      for (const one of open.splice(0)) await one.release().catch(() => undefined);
      await place.remove();
    });

    it('holds nothing at first', async () => {
      const first = await lease();
      expect(await first.readManifest()).toBeNull();
      expect(await Array.fromAsync(first.list())).toEqual([]);
      expect(await first.read('index.html')).toBeNull();
    });

    it('is left by a look as it was, also where nothing was published', async () => {
      const before = await place.everything();
      const view = await place.open().look();
      expect(await view.readManifest()).toBeNull();
      expect(await Array.fromAsync(view.list())).toEqual([]);
      expect(await view.read('index.html')).toBeNull();
      await view.release();
      expect(await place.everything()).toEqual(before);
    });

    it('shows what is in force while a publisher is at work', async () => {
      const manifest = await release(await lease(), { 'index.html': 'one' });
      const before = await place.everything();
      const view = await place.open().look();
      expect(await view.readManifest()).toEqual(manifest);
      expect((await Array.fromAsync(view.list())).map(({ path }) => path)).toEqual(['index.html']);
      expect(await textOf(view, 'index.html')).toBe('one');
      await view.release();
      expect(await place.everything()).toEqual(before);
      await open[0]!.commit({ ...manifest, publishedAt: '2026-11-22T13:00:00.000Z' });
    });

    it('gives back the bytes that were put, of any kind', async () => {
      const first = await lease();
      const bytes = Uint8Array.from({ length: 1000 }, (_, i) => i % 256);
      const file = fileOf('_astro/a.b-C_1.png', bytes);
      const manifest = manifestOf([file]);
      await first.begin(manifestOf([]));
      await first.put(file, bytes);
      await first.commit(manifest);
      expect(new Uint8Array((await first.read(file.path))!.content)).toEqual(bytes);
    });

    it('gives back the manifest, to the next publisher too', async () => {
      const manifest = await release(await lease(), { 'index.html': 'one', 'sf/week.json': '{}' });
      expect(await open[0]!.readManifest()).toEqual(manifest);
      await open[0]!.release();
      expect(await (await lease()).readManifest()).toEqual(manifest);
    });

    it('keeps what is unchanged and serves what is changed', async () => {
      await release(await lease(), { 'index.html': 'one', 'a/index.html': 'a' });
      await open[0]!.release();
      const second = await lease();
      await release(second, { 'index.html': 'two' }, ['a/index.html']);
      expect(await textOf(second, 'index.html')).toBe('two');
      expect(await textOf(second, 'a/index.html')).toBe('a');
    });

    it('lists every file in code-unit order, and neither its pointer nor its lease', async () => {
      const first = await lease();
      await release(first, { 'b.html': '', 'a/index.html': '', 'B.html': '', 'a.html': '' });
      const paths = (await Array.fromAsync(first.list())).map(({ path }) => path);
      expect(paths).toEqual(['B.html', 'a.html', 'a/index.html', 'b.html']);
    });

    it('vouches in its listing for no other bytes than it has', async () => {
      const first = await lease();
      await release(first, { 'a.html': 'a' });
      const [file] = await Array.fromAsync(first.list());
      expect([null, digest('a')]).toContain(file!.digest);
    });

    it('removes files, and none that is not there', async () => {
      const first = await lease();
      await release(first, { 'a/b/index.html': 'a', 'c.html': 'c' });
      await first.remove(['a/b/index.html', 'never.html']);
      expect(await first.read('a/b/index.html')).toBeNull();
      expect(await textOf(first, 'c.html')).toBe('c');
    });

    it('takes a second manifest under the same lease, and goes on serving', async () => {
      const first = await lease();
      const manifest = await release(first, { 'a.html': 'a' });
      const settled = { ...manifest, retired: { 'old.js': '2026-11-22T10:00:00.000Z' } };
      await first.commit(settled);
      expect(await first.readManifest()).toEqual(settled);
      expect(await textOf(first, 'a.html')).toBe('a');
    });

    it('refuses a second publisher while the first is at work, and lets it in afterwards', async () => {
      const first = await lease();
      await expect(place.open().lease()).rejects.toMatchObject({ code: 'TARGET_BUSY' });
      await first.release();
      await expect(lease()).resolves.toBeDefined();
    });

    it('hands the lease of a publisher that died to the next, and refuses the dead one', async () => {
      const first = await lease();
      await release(first, { 'a.html': 'a' });
      await place.expire();
      const second = await lease();
      const late = fileOf('a.html', Buffer.from('late'));
      await expect(first.put(late, Buffer.from('late'))).rejects.toMatchObject({ code: 'TARGET_LOST' });
      await expect(first.commit(manifestOf([late]))).rejects.toMatchObject({
        code: expect.stringMatching(/^TARGET_(LOST|CHANGED)$/) as string,
      });
      expect(await textOf(second, 'a.html')).toBe('a');
    });

    it('does not let the dead one take the lease of the next away', async () => {
      const first = await lease();
      await place.expire();
      await lease();
      await first.release();
      await expect(place.open().lease()).rejects.toMatchObject({ code: 'TARGET_BUSY' });
    });

    it('vouches for no file that a publisher was about to put when it died', async () => {
      const held = await release(await lease(), { 'a.html': 'a', 'b.html': 'b' });
      await open[0]!.release();
      const second = await lease();
      const rest = Object.fromEntries(Object.entries(held.files).filter(([path]) => path !== 'a.html'));
      await second.begin({ ...held, files: rest, release: releaseOf(rest), retired: { 'a.html': '' } });
      await second.put(fileOf('a.html', Buffer.from('half')), Buffer.from('half'));
      await place.expire();
      const third = await lease();
      const known = manifestIn(await third.readManifest())?.files['a.html'];
      const served = await textOf(third, 'a.html');
      expect(known === undefined || known.digest === digest(served!)).toBe(true);
      expect(await textOf(third, 'b.html')).toBe('b');
    });

    it('gives no manifest when the stored one is damaged, and lets a new one be committed', async () => {
      await release(await lease(), { 'a.html': 'a' });
      await open[0]!.release();
      await place.damage();
      const second = await lease();
      expect(await second.readManifest()).toBe('damaged');
      expect((await Array.fromAsync(second.list())).map(({ path }) => path)).toEqual(['a.html']);
      const manifest = await release(second, {}, ['a.html']);
      expect(await second.readManifest()).toEqual(manifest);
      expect(await textOf(second, 'a.html')).toBe('a');
    });
  });
}

/** Puts and commits a release as a publish does, without its checks; the files kept are named in the manifest by path. */
async function release(lease: Lease, texts: Texts, kept: readonly string[] = []): Promise<PublishManifest> {
  const held = manifestIn(await lease.readManifest());
  const files = Object.entries(texts).map(([path, text]) => fileOf(path, Buffer.from(text)));
  const before = kept.flatMap((path) => {
    const record = held?.files[path];
    return [record === undefined ? fileOf(path, Buffer.from(path[0]!)) : { path, ...record }];
  });
  for (const path of kept) expect(await lease.keep(path)).toBe(true);
  await lease.begin(manifestOf(before));
  for (const file of files) await lease.put(file, Buffer.from(texts[file.path]!));
  const manifest = manifestOf([...files, ...before]);
  await lease.commit(manifest);
  return manifest;
}

function fileOf(path: string, content: Uint8Array): PublishedFile {
  return {
    path,
    digest: digest(content),
    size: content.length,
    contentType: contentTypeOf(path),
    cacheControl: cacheControl(`/${path}`),
    contentEncoding: null,
  };
}

function manifestOf(list: readonly PublishedFile[]): PublishManifest {
  const files = Object.fromEntries(list.map(({ path, ...file }) => [path, file]));
  return {
    version: 1,
    release: releaseOf(files),
    publishedAt: '2026-11-22T12:00:00.000Z',
    files,
    retired: {},
    owed: null,
  };
}

function manifestIn(stored: StoredManifest): PublishManifest | null {
  return stored === 'damaged' ? null : stored;
}

async function textOf(view: View, path: string): Promise<string | null> {
  const answer = await view.read(path);
  return answer === null ? null : Buffer.from(answer.content).toString();
}
