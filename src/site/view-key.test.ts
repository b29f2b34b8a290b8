import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shared, viewKey } from './view-key.ts';

const plain = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.string({ unit: 'binary' }),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.string({ maxLength: 6 }), tie('value'), { maxKeys: 4 }),
  ),
})).value;

/** JSON has no −0, so neither has a view. */
const textOf = (value: unknown) => JSON.stringify(value);

describe('viewKey', () => {
  it('is the same for equal views, and another for different ones', () => {
    fc.assert(
      fc.property(plain, plain, (a, b) => {
        expect(viewKey(a as object)).toBe(viewKey(structuredClone(a) as object));
        expect(viewKey(a as object) === viewKey(b as object)).toBe(textOf(a) === textOf(b));
      }),
      { numRuns: 2000 },
    );
  });

  it('changes with every leaf of a shared part, however deep', () => {
    const view = (leaf: string) => ({ list: [shared({ inner: shared({ deep: [leaf] }) })] });
    expect(viewKey(view('a'))).toBe(viewKey(view('a')));
    expect(viewKey(view('a'))).not.toBe(viewKey(view('b')));
  });

  it('does not care whether two equal parts are one object', () => {
    const part = shared({ name: 'Anzu' });
    expect(viewKey([part, part])).toBe(viewKey([shared({ name: 'Anzu' }), shared({ name: 'Anzu' })]));
  });

  it('does not give a changed copy the digest of the part it was copied from', () => {
    const part = shared({ name: 'Anzu', cold: false });
    expect(viewKey([{ ...part, cold: true }])).not.toBe(viewKey([{ ...part }]));
    expect(viewKey({ ...part, cold: true })).not.toBe(viewKey(part));
  });

  it('tells a text from what it imitates', () => {
    const part = shared({ a: 1 });
    const written = viewKey([part]);
    for (const text of ['#', '{"1:a1,}', '1,', 'null,', '"1:a']) expect(viewKey([text])).not.toBe(written);
    expect(viewKey(['a', 'b'])).not.toBe(viewKey(['a"1:b']));
    expect(viewKey([['a'], 'b'])).not.toBe(viewKey([['a', 'b']]));
    expect(viewKey(['\ud800'])).not.toBe(viewKey(['\ud801']));
    expect(viewKey([1])).not.toBe(viewKey(['1']));
  });

  it('refuses what is not plain data', () => {
    expect(() => viewKey({ at: undefined })).toThrow('undefined');
    expect(() => viewKey({ at: () => 1 })).toThrow('function');
    expect(() => viewKey([Number.NaN])).toThrow('number');
  });
});

describe('shared', () => {
  it('freezes the part and leaves its JSON as it was', () => {
    const part = shared({ name: 'Anzu' });
    expect(Object.isFrozen(part)).toBe(true);
    expect(JSON.stringify(part)).toBe('{"name":"Anzu"}');
  });
});
