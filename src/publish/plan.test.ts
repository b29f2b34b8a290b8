import { describe, expect, it } from 'vitest';
import { digest } from '../digest.ts';
import { contentTypeOf } from './content-type.ts';
import { cacheControl } from './headers.ts';
import {
  isNothing,
  manifestFromListing,
  planPublish,
  withoutFiles,
  type PlanInput,
  type Reason,
} from './plan.ts';
import { releaseOf } from './pointer.ts';
import type { PublishedFile, PublishManifest } from './target.ts';

const hourMs = 3_600_000;
const now = new Date('2026-11-22T12:00:00Z');
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * hourMs).toISOString();

function file(path: string, text = path, overrides: Partial<PublishedFile> = {}): PublishedFile {
  const headers = { contentType: contentTypeOf(path), cacheControl: cacheControl(`/${path}`) };
  return { path, digest: digest(text), size: text.length, ...headers, contentEncoding: null, ...overrides };
}

function held(list: readonly PublishedFile[], retired: PublishManifest['retired'] = {}): PublishManifest {
  const files = Object.fromEntries(list.map(({ path, ...rest }) => [path, rest]));
  return { version: 1, release: releaseOf(files), publishedAt: hoursAgo(1), files, retired, owed: null };
}

const plan = (input: Partial<PlanInput>) =>
  planPublish({
    held: held([]),
    wanted: [],
    now,
    graceMs: 24 * hourMs,
    maxDelete: null,
    hasEdge: true,
    ...input,
  });

const reasons = (input: Partial<PlanInput>) =>
  Object.fromEntries(plan(input).uploads.map(({ file: { path }, reason }) => [path, reason]));

/** What is held of "a.html", and why it is then uploaded. */
interface Case {
  readonly before?: PublishedFile;
  readonly retired?: PublishManifest['retired'];
  readonly reason: Reason | undefined;
}

describe('planPublish', () => {
  it.each<[string, Case]>([
    ['a file that is not held', { reason: 'added' }],
    ['other bytes', { before: file('a.html', 'old'), reason: 'changed' }],
    ['another cache rule', { before: file('a.html', 'a', { cacheControl: 'x' }), reason: 'headers changed' }],
    ['another type', { before: file('a.html', 'a', { contentType: 'x' }), reason: 'headers changed' }],
    [
      'another encoding',
      { before: file('a.html', 'a', { contentEncoding: 'br' }), reason: 'headers changed' },
    ],
    ['a retired name', { retired: { 'a.html': hoursAgo(1) }, reason: 'not known to be there' }],
    ['a put that did not end', { retired: { 'a.html': '' }, reason: 'not known to be there' }],
    ['the same file', { before: file('a.html', 'a'), reason: undefined }],
  ])('says of %s why it is uploaded', (_, { before, retired, reason }) => {
    const manifest = held(before === undefined ? [] : [before], retired);
    expect(reasons({ held: manifest, wanted: [file('a.html', 'a')] })['a.html']).toBe(reason);
  });

  it('uploads what others name before what names it', () => {
    const paths = [
      '404.html',
      'a/x/index.html',
      'a/x.json',
      'index.html',
      'status.json',
      '_astro/s.js',
      'a.ics',
    ];
    expect(plan({ wanted: paths.map((path) => file(path)) }).uploads.map((one) => one.file.path)).toEqual([
      '_astro/s.js',
      'a/x.json',
      'a.ics',
      'a/x/index.html',
      '404.html',
      'index.html',
      'status.json',
    ]);
  });

  it('has nothing to do for a release that is there', () => {
    const files = [file('index.html'), file('a.json')];
    expect(isNothing(plan({ held: held(files), wanted: files }))).toBe(true);
  });

  it('retires what is no longer named, and deletes it in a later publish only', () => {
    const first = plan({ held: held([file('a.html'), file('b.html')]), wanted: [file('a.html')] });
    expect(first).toMatchObject({ uploads: [], retirements: ['b.html'], removals: [] });
    expect(first.settled.retired).toEqual({ 'b.html': now.toISOString() });
    const soon = plan({
      held: first.settled,
      wanted: [file('a.html')],
      now: new Date(now.getTime() + hourMs),
    });
    expect(isNothing(soon)).toBe(true);
    const later = new Date(now.getTime() + 24 * hourMs);
    const third = plan({ held: first.settled, wanted: [file('a.html')], now: later });
    expect(third).toMatchObject({ retirements: [], removals: ['b.html'], purge: { addresses: ['/b.html'] } });
    expect(third.committed.retired).toEqual(first.settled.retired);
    expect(third.settled.retired).toEqual({});
  });

  it('never deletes a retired file that is wanted again', () => {
    const due = held([], { 'a.html': hoursAgo(100) });
    expect(plan({ held: due, wanted: [file('a.html')] })).toMatchObject({ removals: [], retirements: [] });
  });

  it('gives what a dead publisher put, and nobody wants, its full time before it goes', () => {
    const abandoned = plan({ held: held([], { 'a.html': '' }), wanted: [] });
    expect(abandoned).toMatchObject({ retirements: ['a.html'], removals: [] });
  });

  it('refuses to retire more than is likely, or than is allowed', () => {
    const files = Array.from({ length: 300 }, (_, i) => file(`${i}.html`));
    const most = { held: held(files), wanted: files.slice(0, 149) };
    expect(() => plan(most)).toThrow(expect.objectContaining({ code: 'TOO_MANY_DELETES' }));
    expect(plan({ ...most, wanted: files.slice(0, 150) }).retirements).toHaveLength(150);
    expect(plan({ ...most, maxDelete: 151 }).retirements).toHaveLength(151);
    expect(() => plan({ ...most, wanted: files.slice(1), maxDelete: 0 })).toThrow(/1 file/);
  });

  it('is not stopped by what a publisher put that died in its first publish', () => {
    const put = Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`${i}.html`, '']));
    const wanted = Array.from({ length: 150 }, (_, i) => file(`${i}.html`));
    expect(plan({ held: held([], put), wanted }).retirements).toHaveLength(150);
  });

  it('does not count a retirement again when it falls due', () => {
    const retired = Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`${i}.html`, hoursAgo(25)]));
    expect(plan({ held: held([], retired), maxDelete: 0 }).removals).toHaveLength(300);
  });

  it('vouches before the first upload for nothing that is about to change', () => {
    const { begun } = plan({
      held: held([file('a.html', 'old'), file('b.html')]),
      wanted: [file('a.html', 'new'), file('b.html'), file('c.html')],
    });
    expect(Object.keys(begun.files)).toEqual(['b.html']);
    expect(begun.retired).toEqual({ 'a.html': '', 'c.html': '' });
  });

  it('purges what readers would get otherwise, all of it when that is much', () => {
    const pages = Array.from({ length: 8 }, (_, i) => file(`a/${i}/index.html`));
    const others = [file('_astro/s.js'), file('status.json')];
    const some = plan({ wanted: [...pages, ...others] }).purge;
    expect(some?.addresses).toEqual(pages.map((_, i) => `/a/${i}/`));
    const all = plan({ wanted: [...pages, ...others, file('index.html')] }).purge;
    expect(all?.addresses).toEqual(['/*']);
  });

  it('owes the purge from the switch until it is made', () => {
    const { purge, begun, committed, settled } = plan({ wanted: [file('a.html')] });
    expect(purge?.publish).toBe(`${settled.release} ${now.toISOString()}`);
    expect([begun.owed, committed.owed, settled.owed]).toEqual([null, purge, null]);
  });

  it('makes up for the purge that an earlier publish owes, the same one when nothing changed since', () => {
    const owed = { addresses: ['/a.html'], publish: 'earlier' };
    const before = { ...held([file('a.html')]), owed };
    expect(plan({ held: before, wanted: [file('a.html')] }).purge).toEqual(owed);
    const { purge, begun } = plan({ held: before, wanted: [file('a.html'), file('b.html')] });
    expect(purge?.addresses).toEqual(['/a.html', '/b.html']);
    expect(purge?.publish).not.toBe('earlier');
    expect(begun.owed).toEqual(owed);
    const all = { ...before, owed: { ...owed, addresses: ['/*'] } };
    expect(plan({ held: all, wanted: [file('b.html')] }).purge?.addresses).toEqual(['/*']);
  });

  it('leaves what is owed to a publish that knows the edge', () => {
    const owed = { addresses: ['/a.html'], publish: 'earlier' };
    const without = plan({ held: { ...held([]), owed }, wanted: [file('b.html')], hasEdge: false });
    expect(without).toMatchObject({ purge: null, committed: { owed }, settled: { owed } });
  });

  it('names a release by its files, not by when or in which order', () => {
    const files = [file('a.html'), file('b.html')];
    const one = plan({ wanted: files }).settled.release;
    expect(plan({ wanted: files.toReversed(), now: new Date(0) }).settled.release).toBe(one);
    expect(plan({ wanted: [file('a.html'), file('b.html', 'other')] }).settled.release).not.toBe(one);
  });
});

describe('manifestFromListing', () => {
  const wanted = [file('a.html'), file('b.html'), file('c.html'), file('d.html')];
  const listed = [
    { path: 'a.html', digest: digest('a.html') },
    { path: 'b.html', digest: digest('other') },
    { path: 'c.html', digest: null },
    { path: 'x.html', digest: digest('x') },
  ];

  it('takes nothing for known that the listing does not vouch for', () => {
    expect(reasons({ held: manifestFromListing(listed, wanted), wanted })).toEqual({
      'b.html': 'changed',
      'c.html': 'not known to be there',
      'd.html': 'added',
    });
  });

  it('retires what nobody wants', () => {
    expect(plan({ held: manifestFromListing(listed, wanted), wanted }).retirements).toEqual(['x.html']);
  });
});

describe('withoutFiles', () => {
  it('makes the next publish upload them', () => {
    const files = [file('a.html'), file('b.html')];
    expect(reasons({ held: withoutFiles(held(files), ['a.html']), wanted: files })).toEqual({
      'a.html': 'not known to be there',
    });
  });
});
