import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nextReleaseId, releaseIds, releasePath, stagePath } from './releases.ts';

let root: string;
beforeEach(() => void (root = fs.mkdtempSync(path.join(os.tmpdir(), 'releases-'))));
afterEach(() => fs.rmSync(root, { recursive: true, force: true }));

const make = (...folders: string[]) => folders.forEach((folder) => fs.mkdirSync(folder, { recursive: true }));

describe('releaseIds', () => {
  it('counts by number, also beyond six digits', () => {
    make(...['1000000-b7TnW4cd', '000009-Xy3kPq0a', '999999--_abcdef'].map((id) => releasePath(root, id)));
    expect(releaseIds(root)).toEqual(['000009-Xy3kPq0a', '999999--_abcdef', '1000000-b7TnW4cd']);
  });

  it('takes no release for whole that is being gathered, whatever its token', () => {
    make(releasePath(root, '000001-Xy3kPq0a'), stagePath(root, '25682163-1f0e-4d52-9d3e-3f1f6f1b2a77'));
    expect(releaseIds(root)).toEqual(['000001-Xy3kPq0a']);
    expect(nextReleaseId(root, 'b7TnW4cdefgh')).toBe('000002-b7TnW4cd');
  });

  it('finds none where nothing was published', () => expect(releaseIds(root)).toEqual([]));
});
