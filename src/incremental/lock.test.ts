import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { takeLock } from './lock.ts';

let folder: string;
let lock: string;

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lock-'));
  lock = path.join(folder, 'lock');
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

describe('takeLock', () => {
  it('refuses a second holder and says who holds it', () => {
    takeLock(lock);
    expect(() => takeLock(lock)).toThrow(`process ${process.pid}`);
  });

  it('can be taken again once it is let go, and leaves no file', () => {
    takeLock(lock)();
    expect(fs.readdirSync(folder)).toEqual([]);
    expect(() => takeLock(lock)).not.toThrow();
  });

  it('takes over the lock of a process that is gone', async () => {
    const child = spawn(process.execPath, ['-e', '']);
    const pid = child.pid;
    await new Promise((resolve) => child.on('exit', resolve));
    fs.writeFileSync(lock, JSON.stringify({ pid, started: '1' }));
    expect(() => takeLock(lock)).not.toThrow();
  });

  it('takes over the lock of an earlier process with an id that lives again', () => {
    fs.writeFileSync(lock, JSON.stringify({ pid: process.pid, started: 'another time' }));
    if (fs.existsSync('/proc/self/stat')) expect(() => takeLock(lock)).not.toThrow();
    else expect(() => takeLock(lock)).toThrow('is writing to this folder');
  });

  it('takes over a lock nobody can read', () => {
    fs.writeFileSync(lock, 'not JSON');
    expect(() => takeLock(lock)).not.toThrow();
  });

  it('is not stopped by a process that died while it judged', () => {
    fs.writeFileSync(lock, '{}');
    fs.writeFileSync(`${lock}.judging`, '{}');
    expect(() => takeLock(lock)).not.toThrow();
  });
});
