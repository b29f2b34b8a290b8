import { describe, expect, it } from 'vitest';
import type { BuildReport } from '../../src/incremental/report.ts';
import { findCity } from '../../src/source/cities.ts';
import type { Pull } from '../../src/source/pull.ts';
import type { Current } from '../../src/source/state.ts';
import type { PublishReport } from '../../src/publish/report.ts';
import type { PullSummary } from '../report-pull.ts';
import { buildMeasures, publishMeasures, pullMeasures } from './measures.ts';

const now = new Date('2026-11-22T12:00:00Z');
const current = { rowsUpdatedAt: '2026-11-22T10:00:00Z', pulledAt: '2026-11-22T11:37:00Z' } as Current;

function pulled(outcome: Partial<Pull> | { fault: unknown; current: Current | null }): PullSummary {
  const pull = { snapshot: { rows: [1, 2, 3], problems: [1] }, current, refused: [], ...outcome };
  return {
    city: findCity('sf'),
    source: 'live',
    outcome: ('fault' in outcome ? outcome : pull) as PullSummary['outcome'],
    notes: [],
    tookMs: 1500,
  };
}

describe('pullMeasures', () => {
  it('counts rows and faults, and tells how old the data in force are by the city’s word', () =>
    expect(pullMeasures(pulled({}), now)).toEqual({
      PullRows: 3,
      PullProblems: 1,
      PullRefused: 0,
      PullDataAgeSeconds: 7200,
      PullSeconds: 1.5,
    }));

  it('takes the time of the pull where the city gives none', () => {
    const silent = { ...current, rowsUpdatedAt: null };
    expect(pullMeasures(pulled({ current: silent }), now)).toMatchObject({ PullDataAgeSeconds: 23 * 60 });
  });

  it('tells of a refusal', () =>
    expect(pullMeasures(pulled({ refused: ['the rows fell'] }), now)).toMatchObject({ PullRefused: 1 }));

  it('has time and age alone after a failure, and no age where nothing is in force', () => {
    const failed = (inForce: Current | null) => pullMeasures(pulled({ fault: null, current: inForce }), now);
    expect(failed(current)).toEqual({ PullSeconds: 1.5, PullDataAgeSeconds: 7200 });
    expect(failed(null)).toEqual({ PullSeconds: 1.5, PullDataAgeSeconds: NaN });
  });
});

describe('buildMeasures', () => {
  it('counts every page that is another one now', () => {
    const report = {
      pages: 748,
      added: ['/a/'],
      changed: ['/b/', '/c/'],
      removed: ['/d/'],
      ms: { total: 2500 },
    };
    expect(buildMeasures(report as unknown as BuildReport)).toEqual({
      BuildPages: 748,
      BuildPagesChanged: 4,
      BuildSeconds: 2.5,
    });
  });
});

describe('publishMeasures', () => {
  const report = {
    dryRun: false,
    files: 1167,
    uploadedBytes: 4096,
    tookMs: 800,
    check: { read: 20, missing: [] },
    purgeFault: null,
  } as unknown as PublishReport;
  const counted = { PublishFiles: 1167, PublishBytes: 4096, PublishSeconds: 0.8 };

  it('tells when readers got the release', () =>
    expect(publishMeasures(report, now)).toEqual({
      ...counted,
      PublishReleasedAtSeconds: now.getTime() / 1000,
    }));

  it('tells of no release that readers do not get', () =>
    expect(publishMeasures({ ...report, purgeFault: 'not purged' }, now)).toEqual(counted));

  it('measures no dry run', () => expect(publishMeasures({ ...report, dryRun: true }, now)).toEqual({}));
});
