import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { row } from '../../test/schedule-rows.ts';
import { siteCity } from '../../test/site-city.ts';
import { writeSearchIndex } from './search-index.ts';
import { indexer, searchDigest, searchRecords } from './search-records.ts';

describe('searchRecords', () => {
  it('lists trucks, places and foods', () => {
    const records = searchRecords(
      siteCity([row({ applicant: 'Datam SF LLC dba Anzu To You', food: 'Coffee' })]),
    );
    expect(records.map(({ kind, title, url }) => [kind, title, url])).toEqual([
      ['Truck', 'Anzu To You', '/sf/truck/anzu-to-you/'],
      ['Place', '2535 Taylor St', '/sf/place/2535-taylor-st/'],
      ['Food', 'Coffee', '/sf/food/coffee/'],
    ]);
    expect(records[0]?.content).toContain('Datam SF LLC');
  });

  it('knows no times: the digest stays when hours, stops or standings change', () => {
    const digestOf = (parts: Parameters<typeof row>[0]) =>
      searchDigest(searchRecords(siteCity([row(parts)])));
    expect(digestOf({ start24: '07:00', text: '9am-9:30am', standing: 'renewing', weekday: 'monday' })).toBe(
      digestOf({}),
    );
    expect(digestOf({ food: 'Pizza' })).not.toBe(digestOf({}));
  });

  it('names the indexer that is installed', () => {
    const file = new URL('../../node_modules/pagefind/package.json', import.meta.url);
    const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version: string };
    expect(indexer).toBe(`pagefind ${version}`);
  });
});

describe('writeSearchIndex', () => {
  it('gives the same small bundle for the same records', async () => {
    const records = searchRecords(
      siteCity([row(), row({ applicant: '<script>alert(1)</script>', locationId: '2' })]),
    );
    const [one, two] = [await writeSearchIndex(records), await writeSearchIndex(records)];
    expect(one).toEqual(two);
    const paths = one.map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining([
        'pagefind.js',
        'pagefind-worker.js',
        'pagefind-entry.json',
        'wasm.en.pagefind',
      ]),
    );
    expect(paths.filter((path) => path.startsWith('fragment/'))).toHaveLength(records.length);
    expect(paths.filter((path) => /ui|highlight|component/.test(path))).toEqual([]);
  });
});
