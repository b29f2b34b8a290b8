import { describe, expect, it } from 'vitest';
import type { Digest } from '../digest.ts';
import { decide, type Situation } from './decide.ts';
import type { ShardManifest } from './manifest.ts';

const built = { digest: 'bytes' as Digest, size: 1 };

function manifest(over: Partial<ShardManifest> = {}): ShardManifest {
  return {
    code: 'code' as Digest,
    input: 'input',
    pages: new Map([['/a/', { ...built, cacheKey: 'key', isFixed: false }]]),
    derived: {},
    ...over,
  };
}

/** One page, built before from the same key by the same code, whole on disk: each test changes one thing. */
function check(change: Partial<Situation>, action: string, reason: string): void {
  const situation: Situation = {
    previous: manifest(),
    listed: [{ path: '/a/', cacheKey: 'key', isFixed: false }],
    code: 'code',
    input: 'input',
    full: false,
    faulty: new Map(),
    ...change,
  };
  expect(decide(situation)).toEqual([{ path: '/a/', action, reason }]);
}

describe('decide', () => {
  it('leaves a page with the same data and code', () => check({}, 'unchanged', 'same data, same code'));
  it('adds a page that was never built', () =>
    check({ previous: manifest({ pages: new Map() }) }, 'added', 'new page'));
  it('adds every page when nothing is known', () => check({ previous: null }, 'added', 'new page'));
  it('removes a page that is not listed', () => check({ listed: [] }, 'removed', 'no longer listed'));
  it('renders again when the cache key changed', () =>
    check({ listed: [{ path: '/a/', cacheKey: 'other', isFixed: false }] }, 'changed', 'data changed'));
  it('renders again when the code changed', () => check({ code: 'other' }, 'changed', 'code changed'));
  it('renders again when asked for everything', () =>
    check({ full: true }, 'changed', 'full build asked for'));
  it('renders again when the file is missing', () =>
    check({ faulty: new Map([['/a/', 'file missing']]) }, 'changed', 'file missing'));
  it('renders again when the file is damaged', () =>
    check({ faulty: new Map([['/a/', 'file damaged']]) }, 'changed', 'file damaged'));
  it('leaves a page with a cache key when only the input changed', () =>
    check({ input: 'other' }, 'unchanged', 'same data, same code'));

  const keyless = { previous: manifest({ pages: new Map([['/a/', { ...built, cacheKey: null }]]) }) };
  const listed = [{ path: '/a/', cacheKey: null, isFixed: false }];
  it('leaves a page without a cache key while the input stays', () =>
    check({ ...keyless, listed }, 'unchanged', 'same data, same code'));
  it('renders a page without a cache key again when the input changed', () =>
    check(
      { ...keyless, listed, input: 'other' },
      'changed',
      'input changed and the page names no cache key',
    ));
});
