import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../src/schedule/snapshot.ts';
import { assembleSnapshot } from '../src/source/assemble.ts';
import { compareSnapshots } from '../src/source/changes.ts';
import { findCity } from '../src/source/cities.ts';
import { decodeSnapshot, encodeSnapshot } from '../src/source/codec.ts';
import { reasonsToRefuse } from '../src/source/guard.ts';
import { sharedData } from './shared-data.ts';

const texts = ['schedule-2022-01-19', 'permits-2022-01-17', 'permits-2022-01-30'].map((name) =>
  sharedData(`${name}.json`),
);
const [schedule, permits, laterPermits] = texts.map((text) => JSON.parse(text ?? '[]') as unknown[]) as [
  unknown[],
  unknown[],
  unknown[],
];

function snapshotOf(permitTable: readonly unknown[], asOf = '2022-01-19'): Snapshot {
  return assembleSnapshot({ schedule, permits: permitTable, asOf, box: findCity('sf').box });
}

describe.skipIf(texts.includes(null))('the real rows of January 2022', () => {
  it('have no problems and the standings counted by hand', () => {
    const { rows, problems } = snapshotOf(permits);
    expect(problems).toEqual([]);
    expect(rows).toHaveLength(2809);
    const counts = Object.groupBy(rows, ({ standing }) => standing);
    expect(Object.fromEntries(Object.entries(counts).map(([standing, of]) => [standing, of.length]))).toEqual(
      {
        permitted: 597,
        renewing: 450,
        unknown: 35,
        lapsed: 1727,
      },
    );
    expect(rows.filter(({ cold }) => cold)).toHaveLength(1894);
    expect(rows.filter(({ latitude }) => latitude === null)).toEqual([]);
  });

  it('survive being written and read', () => {
    const snapshot = snapshotOf(permits);
    expect(decodeSnapshot(encodeSnapshot(snapshot), 'x')).toMatchObject(snapshot);
  });

  it('change their standing when permits are renewed, which is announced and not refused', () => {
    const before = snapshotOf(permits);
    const after = snapshotOf(laterPermits);
    expect(compareSnapshots(before, after)).toMatchObject({ added: 0, removed: 0, renewal: true });
    const candidate = { snapshot: after, permitRows: laterPermits.length, doubts: [] };
    expect(reasonsToRefuse(before, candidate)).toEqual([]);
  });
});
