import fc from 'fast-check';
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { bundledSample, generateCity } from '../scripts/sample/city.ts';
import { manyCities } from '../scripts/bench/subject.ts';
import { languageOfPath } from '../src/site/urls.ts';
import { sharedData } from './shared-data.ts';
import { siteCopy, type ApiRow, type SiteCopy, type Tables } from './site-copy.ts';

// Two languages show what is true of five, in half the time.
const languages = ['en', 'es'] as const;

let site: SiteCopy;
beforeEach(() => {
  vi.stubEnv('CURBSIDE_LANGUAGES', languages.join());
  site = siteCopy();
});
afterEach(() => {
  vi.unstubAllEnvs();
  site.remove();
});

/** A city of some five trucks, every fifth of the bundled sample's rows at most. */
function smallCity(seed: number): Tables {
  const trucks = [...generateCity({ ...bundledSample, trucks: 6, seed })].slice(0, 6);
  return {
    schedule: trucks.flatMap(({ schedule }) => schedule).slice(0, 90),
    permits: trucks.flatMap(({ permits }) => permits),
    asOf: bundledSample.asOf,
  };
}

/** What happens to a city's table from one pull to the next, as a change of the row that `at` (0 to 1) picks. */
interface Edit {
  readonly at: number;
  readonly change: (row: ApiRow) => ApiRow | null;
}

const edits: Record<string, (row: ApiRow) => ApiRow | null> = {
  remove: () => null,
  'rename the truck': (row) => ({ ...row, applicant: `${row['applicant']} & Sons` }),
  'give it the name of another': (row) => ({ ...row, applicant: 'Taqueria <b>"Uno"</b>' }),
  'move it': (row) => ({ ...row, location: '400 CLAY ST' }),
  'other hours': (row) => ({ ...row, start24: '20:00', end24: '02:00' }),
  'stops to the minute': (row) => ({
    ...row,
    start24: '09:00',
    end24: '10:00',
    locationdesc: '9:10am-9:15am, 9:40am-9:45am',
  }),
  'other food': (row) => ({ ...row, optionaltext: 'Tacos, coffee' }),
  'no coordinates': (row) => ({ ...row, latitude: '0', longitude: '0' }),
  'another weekday': (row) => ({ ...row, dayofweekstr: 'Sunday', dayorder: '0' }),
};

const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.double({ min: 0, max: 0.999, noNaN: true }),
  change: fc.constantFrom(...Object.values(edits)),
});
const codeEdit = fc.constantFrom('--one: 1px', '--two: 2px');
const step = fc.oneof(
  { weight: 4, arbitrary: fc.array(edit, { minLength: 1, maxLength: 4 }) },
  { weight: 1, arbitrary: codeEdit },
);

/** Applies edits; an edited row that would repeat another's key is dropped, as no table of the city's holds two. */
function apply(tables: Tables, changes: readonly Edit[]): Tables {
  const rows = [...tables.schedule];
  for (const { at, change } of changes) {
    const index = Math.floor(at * rows.length);
    const row = rows[index];
    if (row === undefined) continue;
    const edited = change(row);
    rows.splice(index, 1, ...(edited === null ? [] : [edited]));
  }
  const keyed = new Map(
    rows.map((row) => [
      [row['permit'], row['locationid'], row['dayofweekstr'], row['start24'], row['end24']].join(),
      row,
    ]),
  );
  return { ...tables, schedule: [...keyed.values()] };
}

describe('the site, built incrementally', () => {
  it('equals a clean astro build after any sequence of row and code edits', async () => {
    let written = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 1000 }),
        fc.array(step, { minLength: 2, maxLength: 5 }),
        async (seed, steps) => {
          let tables = smallCity(seed);
          await site.pull(tables);
          await site.build();
          for (const next of steps) {
            if (typeof next === 'string') {
              site.editCode(
                'src/styles/site.css',
                (css) => `${css.replace(/:root\s*{\s*--(one|two):[^;]*;/, ':root {')}\n:root { ${next}; }\n`,
              );
            } else {
              tables = apply(tables, next);
              await site.pull(tables);
            }
            const { added, changed, removed } = await site.build();
            written += added.length + changed.length + removed.length;
          }
          expect(await site.verify()).toEqual([]);
        },
      ),
      { numRuns: 4 },
    );
    expect(written).toBeGreaterThan(20);
  }, 240_000);

  it('gives the same files whatever the order of the rows', async () => {
    const tables = smallCity(3);
    await site.pull(tables);
    await site.build();
    await site.pull({
      ...tables,
      schedule: tables.schedule.toReversed(),
      permits: tables.permits.toReversed(),
    });
    expect(await site.build()).toMatchObject({ added: [], changed: [], removed: [], rendered: 0 });
  });

  it('writes only /status.json when a pull finds nothing new', async () => {
    await site.pull(smallCity(3));
    await site.build();
    const before = fs.readFileSync(path.join(site.out, 'status.json'), 'utf8');
    await site.pull(smallCity(3));
    expect(await site.build()).toMatchObject({ changed: [], rendered: 0, otherFiles: 1 });
    expect(fs.readFileSync(path.join(site.out, 'status.json'), 'utf8')).not.toBe(before);
  });

  it('redoes for one changed row the same pages in each language', async () => {
    const tables = smallCity(3);
    await site.pull(tables);
    await site.build();
    const [first, ...others] = tables.schedule;
    await site.pull({ ...tables, schedule: [{ ...first, start24: '20:00', end24: '21:00' }, ...others] });
    const { changed } = await site.build();
    const read = changed.filter((page) => page.endsWith('/')).map(languageOfPath);
    const pagesIn = (language: string) =>
      read
        .flatMap((one) => (one.language === language && /^\/sf\/(?!embed\/)/.test(one.path) ? one.path : []))
        .sort();
    expect(pagesIn('en').length).toBeGreaterThan(2);
    for (const language of languages) expect(pagesIn(language), language).toEqual(pagesIn('en'));
  }, 90_000);

  it('brings back what damage took, whichever part of the site it was in', async () => {
    await site.pull(smallCity(3));
    await site.build();
    for (const file of ['404.html', 'sf/week.json', 'sitemap.xml', 'sf/map.svg']) {
      fs.rmSync(path.join(site.out, file));
      await site.build();
      expect(await site.verify()).toEqual([]);
    }
    const manifests = () =>
      ['shards/sf', 'shards/site', 'manifest'].map((name) =>
        fs.readFileSync(path.join(site.out, `.well-known/curbside/${name}.json`), 'utf8'),
      );
    const before = manifests();
    expect(await site.build()).toMatchObject({ rendered: 0, otherFiles: 0 });
    expect(manifests()).toEqual(before);
  }, 90_000);

  it('redoes one city of several without a look at the others', async () => {
    const { before, after } = await manyCities(path.join(site.root, 'cities'), { cities: 3, trucks: 6 });
    fs.renameSync(before, site.state);
    await site.build();
    expect(await site.verify()).toEqual([]);
    fs.rmSync(site.state, { recursive: true });
    fs.renameSync(after, site.state);
    // A snapshot that cannot be read proves that nobody read it.
    const unread = path.join(site.state, 'city-1');
    for (const name of fs.readdirSync(unread).filter((file) => file.startsWith('snapshot-'))) {
      fs.rmSync(path.join(unread, name));
    }
    const { changed, added, removed } = await site.build();
    expect(changed.length).toBeGreaterThan(5);
    expect(
      [...changed, ...added, ...removed].filter((page) => !languageOfPath(page).path.startsWith('/city-0/')),
    ).toEqual([]);
  }, 60_000);

  const texts = ['schedule-2022-01-19.json', 'permits-2022-01-17.json', 'permits-2022-01-30.json'].map(
    sharedData,
  );
  const [schedule, first, second] = texts.map((text) =>
    text === null ? [] : (JSON.parse(text) as ApiRow[]),
  );

  it.runIf(texts.every((text) => text !== null))(
    'equals a clean build on the real schedule, with the permits of one day and then of another',
    async () => {
      await site.pull({ schedule: schedule!, permits: first!, asOf: '2022-01-19' });
      const whole = await site.build();
      expect(whole.added.filter((page) => /^\/sf\/\w+\/\d\d\/$/.test(page))).toHaveLength(168);
      await site.pull({ schedule: schedule!, permits: second!, asOf: '2022-01-30' });
      const report = await site.build();
      expect(report.changed.length).toBeGreaterThan(0);
      expect(report.unchanged).toBeGreaterThan(report.pages / 3);
      expect(await site.verify()).toEqual([]);
    },
    120_000,
  );
});
