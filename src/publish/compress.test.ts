import zlib from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { compressed, isCompressible } from './compress.ts';
import { contentTypeOf } from './content-type.ts';

const text = Buffer.from('noon to one, 401 Clay St; '.repeat(100));

describe('compressed', () => {
  it('gives bytes from which the same text comes back, and fewer of them', async () => {
    const br = (await compressed(text, 'br'))!;
    const gzip = (await compressed(text, 'gzip'))!;
    expect([zlib.brotliDecompressSync(br), zlib.gunzipSync(gzip)]).toEqual([text, text]);
    expect(Math.max(br.length, gzip.length)).toBeLessThan(text.length / 10);
  });

  it('gives the same bytes at any time', async () => {
    expect(await compressed(text, 'gzip')).toEqual(await compressed(text, 'gzip'));
    expect(await compressed(text, 'br')).toEqual(await compressed(text, 'br'));
  });

  it('gives nothing for what is short or would not become smaller', async () => {
    const noise = Uint8Array.from({ length: 600 }, (_, i) => Math.imul(i + 1, 2654435761) >>> 24);
    const packed = (await compressed(noise, 'br')) ?? zlib.brotliCompressSync(noise);
    expect(await compressed(packed, 'gzip')).toBeNull();
    expect(await compressed(text.subarray(0, 200), 'br')).toBeNull();
  });
});

describe('isCompressible', () => {
  it('holds of texts and of nothing that is packed already', () => {
    const files = ['index.html', 'site.js', 'week.json', 'map.svg', 'sitemap.xml', 'a.ics', 'robots.txt'];
    expect(files.filter((file) => !isCompressible(contentTypeOf(file)))).toEqual([]);
    const packed = ['a.png', 'a.jpg', 'a.woff2', 'wasm.en.pagefind', 'en_1.pf_fragment'];
    expect(packed.filter((file) => isCompressible(contentTypeOf(file)))).toEqual([]);
  });
});
