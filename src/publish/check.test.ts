import { describe, expect, it } from 'vitest';
import { digest } from '../digest.ts';
import { checkPublished, filesNamedBy, samplePages } from './check.ts';
import { releaseOf } from './pointer.ts';
import type { Answer, PublishedFile, PublishManifest } from './target.ts';

describe('filesNamedBy', () => {
  it.each([
    ['a script', '<script src="/_astro/s.js">', ['_astro/s.js']],
    ['data, with a place in it', '<a href="/sf/week.json#x">', ['sf/week.json']],
    ['an attribute of ours', '<div data-base="/sf/map.svg">', ['sf/map.svg']],
    ['an escaped name', '<a href="/caf%C3%A9.json">', ['café.json']],
    ['no link to a page', '<a href="/sf/friday/12/">', []],
    ['no other host', '<script src="//x.example/s.js">', []],
    ['no text that looks so', '<b title="/50%.off" aria-label="/a/b.js">', []],
  ])('finds in a page %s', (_, text, expected) =>
    expect(filesNamedBy('a.html', Buffer.from(text))).toEqual(expected),
  );

  it('finds in a script what lies beside it, and in data nothing', () => {
    const text = Buffer.from('import("./map.js"),"_astro/leaflet.css",`<a href="/x.js">`');
    expect(filesNamedBy('_astro/s.js', text)).toEqual(['_astro/map.js', '_astro/leaflet.css']);
    expect(filesNamedBy('a.json', text)).toEqual([]);
  });
});

describe('checkPublished', () => {
  const html = 'text/html; charset=utf-8';
  const page = (text: string, contentEncoding: PublishedFile['contentEncoding'] = null) => ({
    digest: digest(text),
    size: text.length,
    contentType: html,
    cacheControl: 'x',
    contentEncoding,
  });
  const check = (file: ReturnType<typeof page>, answer: Answer | null) => {
    const files = { 'a.html': file };
    const release = releaseOf(files);
    const manifest: PublishManifest = {
      version: 1,
      release,
      publishedAt: '',
      files,
      retired: {},
      owed: null,
    };
    const read = () => Promise.resolve(answer);
    return checkPublished({ manifest, base: '/', sample: ['a.html'], read, concurrency: 1 });
  };
  const answer = (text: string, headers: Record<string, string> = {}): Answer => ({
    content: Buffer.from(text),
    headers,
  });

  it.each<[string, Answer | null, string | undefined]>([
    ['the file with its headers', answer('a', { 'content-type': html, 'cache-control': 'x' }), undefined],
    ['the file from a server that adds headers itself', answer('a'), undefined],
    ['nothing', null, 'not there'],
    ['other bytes', answer('b'), 'other bytes'],
    ['another type', answer('a', { 'content-type': 'text/plain' }), 'other headers'],
    ['another cache rule', answer('a', { 'cache-control': 'no-store' }), 'other headers'],
    ['bytes said to be compressed', answer('a', { 'content-encoding': 'br' }), 'other headers'],
  ])('says of %s what is wrong', async (_, found, why) => {
    expect((await check(page('a'), found)).missing[0]?.why).toBe(why);
  });

  it('wants what is stored compressed to be said so', async () => {
    expect((await check(page('a', 'br'), answer('a'))).missing[0]?.why).toBe('other headers');
    expect((await check(page('a', 'br'), answer('a', { 'content-encoding': 'br' }))).missing).toEqual([]);
  });
});

describe('samplePages', () => {
  it('takes pages evenly from what was uploaded, and the ways in besides', () => {
    const uploaded = ['s.js', ...Array.from({ length: 100 }, (_, i) => `p${i}.html`)];
    const manifest = { files: { 'index.html': {} } } as unknown as PublishManifest;
    expect(samplePages(uploaded, manifest, 4)).toEqual([
      'index.html',
      'p0.html',
      'p25.html',
      'p50.html',
      'p75.html',
    ]);
  });
});
