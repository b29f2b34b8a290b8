import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../schedule/problem.ts';
import type { Snapshot, SnapshotRow } from '../schedule/snapshot.ts';
import { weekdays } from '../schedule/week.ts';
import { decodeSnapshot, encodeSnapshot } from './codec.ts';

const anyText = fc.string({ unit: 'binary' });
const textOrNull = fc.option(fc.oneof(anyText, fc.constantFrom('__proto__', 'null', '1', '')));
const degrees = fc.option(fc.integer({ min: -180e6, max: 180e6 }).map((value) => value / 1e6 || 0));

const anyRow: fc.Arbitrary<SnapshotRow> = fc.record({
  permit: anyText,
  locationId: anyText,
  weekday: fc.constantFrom(...weekdays),
  start24: anyText,
  end24: anyText,
  applicant: anyText,
  address: anyText,
  text: anyText,
  food: anyText,
  cold: fc.boolean(),
  latitude: degrees,
  longitude: degrees,
  standing: fc.constantFrom('permitted', 'renewing', 'unknown', 'lapsed'),
  status: textOrNull,
  expiresOn: textOrNull,
  permitFood: textOrNull,
  facility: textOrNull,
  crossStreets: textOrNull,
  scheduleUrl: textOrNull,
});

const anyProblem: fc.Arbitrary<Problem> = fc.record({
  code: fc.constantFrom('row-malformed', 'key-repeated'),
  row: anyText,
  column: anyText,
  value: anyText,
  message: anyText,
});

const anySnapshot: fc.Arbitrary<Snapshot> = fc.record({
  rows: fc.array(anyRow, { maxLength: 12 }),
  problems: fc.array(anyProblem, { maxLength: 4 }),
});

describe('decodeSnapshot', () => {
  it('gives back every snapshot that was encoded', () => {
    fc.assert(
      fc.property(anySnapshot, (snapshot) => {
        // Plain records on both sides: fast-check's have no prototype.
        const { digests, ...decoded } = decodeSnapshot(encodeSnapshot(snapshot), 'x');
        expect(decoded).toEqual(JSON.parse(JSON.stringify(snapshot)));
        expect(digests).toHaveLength(snapshot.rows.length);
      }),
    );
  });

  it('gives back an empty snapshot', () => {
    expect(decodeSnapshot(encodeSnapshot({ rows: [], problems: [] }), 'x')).toEqual({
      rows: [],
      digests: [],
      problems: [],
    });
  });

  it('gives rows that differ in anything other digests, and equal rows the same', () => {
    fc.assert(
      fc.property(anyRow, anyRow, (one, other) => {
        const rows = [one, other, { ...one }];
        const [first, second, third] = decodeSnapshot(encodeSnapshot({ rows, problems: [] }), 'x').digests!;
        expect(third).toBe(first);
        expect(second === first).toBe(JSON.stringify(one) === JSON.stringify(other));
      }),
    );
  });

  const foreign = {
    nothing: '',
    'half a file': encodeSnapshot({ rows: [], problems: [] }).slice(0, 40),
    null: 'null',
    'an array': '[]',
    'another version': '{"version":99}',
    'no parts': '{"version":2}',
    'an empty column':
      '{"version":2,"digests":[""],"rowCount":1,"columns":{"permit":{"values":[],"rows":[]}},"problems":[]}',
  };
  for (const [what, text] of Object.entries(foreign)) {
    it(`refuses ${what} and names the file`, () => {
      expect(() => decodeSnapshot(text, 'sf/snapshot-x.json')).toThrow(/sf\/snapshot-x\.json cannot be read/);
    });
  }
});
