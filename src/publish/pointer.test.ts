import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digest } from '../digest.ts';
import { manifestFromPointer, pointerText, releaseOf } from './pointer.ts';
import type { PublishManifest } from './target.ts';

const files = {
  'b.html': { digest: digest('b'), size: 1, contentType: 'x', cacheControl: 'y', contentEncoding: null },
  'a"},"digest":"x.html': {
    digest: digest('a'),
    size: 1,
    contentType: 'x',
    cacheControl: 'y',
    contentEncoding: null,
  },
};
const manifest: PublishManifest = {
  version: 1,
  release: releaseOf(files),
  publishedAt: '2026-11-22T12:00:00.000Z',
  files,
  retired: { 'c.html': '' },
  owed: { addresses: ['/b.html'], publish: 'one' },
};

describe('manifestFromPointer', () => {
  it('reads back what pointerText wrote', () =>
    expect(manifestFromPointer(pointerText(manifest))).toEqual(manifest));

  it('believes no text that was cut, edited, or is none of ours', () => {
    const text = pointerText(manifest);
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.string(), (at, other) => {
        const edited = text.slice(0, at) + other;
        return edited === text || manifestFromPointer(edited) === null;
      }),
    );
    expect(
      ['', '{}', 'null', '<html>', text.replace('"size":1', '"size":2')].map(manifestFromPointer),
    ).toEqual(Array(5).fill(null));
  });

  it('takes a manifest that does not say what is owed for one that owes nothing', () => {
    const older = { ...manifest, owed: undefined } as unknown as PublishManifest; // left out of the text
    expect(manifestFromPointer(pointerText(older))).toEqual({ ...manifest, owed: null });
  });

  it('believes no later version', () => {
    const later = { ...manifest, version: 2 } as unknown as PublishManifest;
    expect(manifestFromPointer(pointerText(later))).toBeNull();
  });
});
