import { Failure } from '../failure.ts';

/**
 * Where a vector map of the whole city lies in one PMTiles file (`CURBSIDE_PMTILES`), for those who want full
 * cartography instead of the map's own base; null for none. Fails with `setting-invalid` for what no page can fetch.
 */
export function tilesAddress(): URL | null {
  const text = process.env['CURBSIDE_PMTILES']?.trim() ?? '';
  if (text === '') return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  const isLocal = url !== null && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url !== null && (url.protocol === 'https:' || (url.protocol === 'http:' && isLocal))) return url;
  throw new Failure('setting-invalid', 'CURBSIDE_PMTILES is no address that a page may fetch.', {
    hint: 'Give the address of a PMTiles file, such as https://tiles.example/san-francisco.pmtiles',
  });
}
