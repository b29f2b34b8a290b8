import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { scratchFolder } from './scratch.ts';

let parent: string;
beforeEach(() => (parent = fs.mkdtempSync(path.join(os.tmpdir(), 'scratch-'))));
afterEach(() => fs.rmSync(parent, { recursive: true }));

describe('scratchFolder', () => {
  it('makes another folder each time', () => {
    expect(scratchFolder(parent, 'verify')).not.toBe(scratchFolder(parent, 'verify'));
  });

  it('deletes what processes that are gone left for the same purpose, and nothing else', () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    for (const name of [
      `verify-${pid}-abc`,
      `serve-${pid}-abc`,
      `verify-${process.ppid}-abc`,
      'verify-notes',
    ]) {
      fs.mkdirSync(path.join(parent, name));
    }
    fs.rmSync(scratchFolder(parent, 'verify'), { recursive: true });
    expect(fs.readdirSync(parent).sort()).toEqual(
      [`serve-${pid}-abc`, `verify-${process.ppid}-abc`, 'verify-notes'].sort(),
    );
  });
});
