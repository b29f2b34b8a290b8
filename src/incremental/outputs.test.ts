import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { digest } from '../digest.ts';
import { filesBelow, findFaults, removeOutput, sight, sweep, writeOutput, type Seen } from './outputs.ts';

let out: string;
beforeEach(() => {
  out = fs.mkdtempSync(path.join(os.tmpdir(), 'outputs-'));
  fs.writeFileSync(path.join(out, 'a.html'), 'whole');
});
afterEach(() => fs.rmSync(out, { recursive: true }));

const record = { digest: digest('whole'), size: 5 };
const faults = (sightings = new Map<string, Seen>()) => [
  ...findFaults(out, [['a.html', record]], sightings).values(),
];

describe('findFaults', () => {
  it('finds none in a whole file, and remembers its status', () => {
    const sightings = new Map<string, Seen>();
    expect(faults(sightings)).toEqual([]);
    expect(sightings.get('a.html')).toEqual(sight(path.join(out, 'a.html')));
  });

  it('finds a missing file', () => {
    fs.rmSync(path.join(out, 'a.html'));
    expect(faults()).toEqual(['file missing']);
  });

  it('finds a folder in place of a file missing', () => {
    fs.rmSync(path.join(out, 'a.html'));
    fs.mkdirSync(path.join(out, 'a.html'));
    expect(faults()).toEqual(['file missing']);
  });

  it('finds damage that keeps the size and sets the time back', () => {
    const at = path.join(out, 'a.html');
    const sightings = new Map([['a.html', sight(at)!]]);
    const { atime, mtime } = fs.statSync(at);
    fs.writeFileSync(at, 'wrong');
    fs.utimesSync(at, atime, mtime);
    expect(faults(sightings)).toEqual(['file damaged']);
  });

  it('reads a touched file and finds it whole', () => {
    const at = path.join(out, 'a.html');
    const sightings = new Map([['a.html', sight(at)!]]);
    fs.utimesSync(at, new Date(0), new Date(0));
    expect(faults(sightings)).toEqual([]);
  });
});

describe('writeOutput', () => {
  const write = (text: string) => writeOutput(path.join(out, 'a.html'), Buffer.from(text), null);
  it('does not touch a file that holds the bytes already', () => {
    const before = fs.statSync(path.join(out, 'a.html'));
    expect(write('whole').wrote).toBe(false);
    expect(fs.statSync(path.join(out, 'a.html')).ctimeMs).toBe(before.ctimeMs);
  });
  it('replaces other bytes and leaves nothing beside', () => {
    expect(write('new')).toEqual({ digest: digest('new'), size: 3, wrote: true });
    expect(fs.readdirSync(out)).toEqual(['a.html']);
  });
});

describe('removeOutput', () => {
  it('takes the folders that become empty with it, and no other', () => {
    fs.mkdirSync(path.join(out, 'sf/truck'), { recursive: true });
    fs.writeFileSync(path.join(out, 'sf/truck/index.html'), '');
    fs.writeFileSync(path.join(out, 'sf/kept.json'), '');
    removeOutput(out, 'sf/truck/index.html');
    expect(filesBelow(out).sort()).toEqual(['a.html', 'sf/kept.json']);
    expect(fs.existsSync(path.join(out, 'sf/truck'))).toBe(false);
  });
});

describe('sweep', () => {
  it('deletes what is not expected, and whatever is half written', () => {
    fs.writeFileSync(path.join(out, 'stray.html'), '');
    fs.writeFileSync(path.join(out, 'a.html.1-0.unfinished'), '');
    expect(sweep(out, (file) => file.startsWith('a.html')).sort()).toEqual([
      'a.html.1-0.unfinished',
      'stray.html',
    ]);
    expect(filesBelow(out)).toEqual(['a.html']);
  });
});
