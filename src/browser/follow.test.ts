import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashFromList, listFromHash } from './follow.ts';

const followed = fc.uniqueArray(
  fc
    .tuple(fc.constantFrom('truck', 'place'), fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,30}$/))
    .map((parts) => parts.join('/')),
  { maxLength: 30 },
);

describe('listFromHash', () => {
  it('reads every list back from its link', () => {
    fc.assert(
      fc.property(followed, (list) => {
        expect(listFromHash(hashFromList(list))).toEqual(list);
      }),
    );
  });

  it.each([
    ['', []],
    ['#', []],
    ['#truck/a,truck/a,place/b', ['truck/a', 'place/b']],
    ['#truck/a,javascript:alert(1),food/c,truck/../x,place/', ['truck/a']],
  ])('takes of %j what is a truck or a place', (hash, list) => {
    expect(listFromHash(hash)).toEqual(list);
  });
});
