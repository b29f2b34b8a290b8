import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { missingFromLock, type Lock } from './missing.ts';

describe('missingFromLock', () => {
  it('names a platform package that has no entry, with its platform', () => {
    const parent = { version: '1.0.0', optionalDependencies: { '@a/b-windows-x64': '1.0.0' } };
    expect(missingFromLock({ packages: { 'node_modules/@a/b': parent } })).toEqual({
      'node_modules/@a/b-windows-x64': { version: '1.0.0', cpu: ['x64'], os: ['win32'], optional: true },
    });
  });

  it('finds an entry beside the package, and one that is nested in it', () => {
    const parent = { version: '1.0.0', optionalDependencies: { c: '1.0.0', d: '1.0.0' } };
    const packages = { 'node_modules/a': parent, 'node_modules/c': {}, 'node_modules/a/node_modules/d': {} };
    expect(missingFromLock({ packages })).toEqual({});
  });

  it('finds nothing missing in this project, so that npm ci takes its lock file', () => {
    const lock = JSON.parse(
      fs.readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8'),
    ) as Lock;
    expect(Object.keys(lock.packages).length).toBeGreaterThan(100);
    expect(missingFromLock(lock)).toEqual({});
  });
});
