import { afterEach, describe, expect, it, vi } from 'vitest';
import { tilesAddress } from './tiles.ts';

afterEach(() => vi.unstubAllEnvs());

describe('tilesAddress', () => {
  it.each([
    ['', null],
    [' ', null],
    ['https://tiles.example/sf.pmtiles', 'https://tiles.example'],
    ['http://127.0.0.1:9000/sf.pmtiles', 'http://127.0.0.1:9000'],
  ])('reads "%s"', (text, origin) => {
    vi.stubEnv('CURBSIDE_PMTILES', text);
    expect(tilesAddress()?.origin ?? null).toBe(origin);
  });

  it.each(['sf.pmtiles', 'http://tiles.example/sf.pmtiles', "javascript:alert('x')"])(
    'refuses "%s"',
    (text) => {
      vi.stubEnv('CURBSIDE_PMTILES', text);
      expect(tilesAddress).toThrow('no address that a page may fetch');
    },
  );
});
