import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Failure } from '../src/failure.ts';
import { folderTarget } from '../src/publish/folder.ts';
import type { Purge, PurgeOrder } from '../src/publish/purge.ts';
import { isSound } from '../src/publish/report.ts';
import type { Target } from '../src/publish/target.ts';
import { generation, publishTo, writeBuilt } from './publish-site.ts';

const hourMs = 3_600_000;
let folder: string;
let dist: string;
let target: Target;
let purged: PurgeOrder[];

/** An edge that does what it is told and, as long as there are faults, says that it did not. */
const edge = (...faults: Error[]): Purge => ({
  name: 'an edge',
  purge: (order) => {
    purged.push(order);
    const fault = faults.shift();
    return fault === undefined ? Promise.resolve() : Promise.reject(fault);
  },
});
const refused = () => new Failure('PURGE_FAILED', 'Not now.', { hint: 'Try again.' });

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'publish-purge-'));
  dist = path.join(folder, 'dist');
  target = folderTarget(path.join(folder, 'web'));
  purged = [];
  writeBuilt(dist, generation(1));
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

/** Gives the built site another text on one page. */
function edit(text: string): void {
  const { pages, script } = generation(1);
  writeBuilt(dist, { pages: { ...pages, '/a/p3/': text }, script });
}

describe('the purge of a publish', () => {
  it('comes last, names the publish, and is not made when nothing changed', async () => {
    const report = await publishTo(target, dist, { purge: edge() });
    expect(report.purged).toEqual(['/*']);
    expect(purged).toEqual([
      { addresses: ['/*'], publish: expect.stringContaining(report.release) as string },
    ]);
    expect(await publishTo(target, dist, { purge: edge() })).toMatchObject({ purged: [] });
    expect(purged).toHaveLength(1);
  });

  it('asks for the addresses of readers when the site lies below a path', async () => {
    const built = { ...generation(1), base: '/trucks/' };
    writeBuilt(dist, built);
    expect(await publishTo(target, dist, { purge: edge() })).toMatchObject({ purged: ['/*'] });
    writeBuilt(dist, { ...built, pages: { ...built.pages, '/a/p3/': 'two' } });
    expect(await publishTo(target, dist, { purge: edge() })).toMatchObject({
      purged: ['/a/p3.json', '/a/p3/'],
    });
    expect(purged.map(({ addresses }) => addresses)).toEqual([
      ['/trucks/*'],
      ['/trucks/a/p3.json', '/trucks/a/p3/'],
    ]);
  });

  it('has another name for the same release at another time', async () => {
    const at = (hours: number) => ({ purge: edge(), now: () => new Date(Date.now() + hours * hourMs) });
    for (const [hours, text] of [
      [0, 'one'],
      [1, 'two'],
      [2, 'one'],
    ] as const) {
      edit(text);
      await publishTo(target, dist, at(hours));
    }
    expect(new Set(purged.map(({ publish }) => publish)).size).toBe(3);
  });

  it('does not undo the publish when it fails, and is made up for when nothing else is to be done', async () => {
    const report = await publishTo(target, dist, { purge: edge(refused()) });
    expect([report.purgeFault, report.purged, isSound(report)]).toEqual(['Not now.', [], false]);
    const next = await publishTo(target, dist, { purge: edge() });
    expect(next).toMatchObject({ uploads: [], purged: ['/*'], purgeFault: null });
    expect(purged[1]).toEqual(purged[0]);
    await publishTo(target, dist, { purge: edge() });
    expect(purged).toHaveLength(2);
  });

  it('is made up for after a death between switch and purge, together with what changed since', async () => {
    await publishTo(target, dist, { purge: edge() });
    edit('two');
    await expect(publishTo(target, dist, { purge: edge(new Error('dead')) })).rejects.toThrow('dead');
    const { pages, script } = generation(1);
    writeBuilt(dist, { pages: { ...pages, '/a/p3/': 'two', '/a/p6/': 'three' }, script });
    await publishTo(target, dist, { purge: edge() });
    expect(purged.slice(1).map(({ addresses }) => addresses)).toEqual([
      ['/a/p3.json', '/a/p3/'],
      ['/a/p3.json', '/a/p3/', '/a/p6.json', '/a/p6/'],
    ]);
    expect(purged[2]!.publish).not.toBe(purged[1]!.publish);
  });

  it('waits until readers get what was published, and then covers what was uploaded before', async () => {
    await publishTo(target, dist, { purge: edge() });
    edit('two');
    const losing: Target = {
      ...target,
      lease: async () => {
        const lease = await target.lease();
        const put: typeof lease.put = (file, content) =>
          file.path === 'a/p3/index.html' ? lease.put(file, Buffer.from('?')) : lease.put(file, content);
        return { ...lease, put };
      },
    };
    expect((await publishTo(losing, dist, { purge: edge() })).check.missing).toHaveLength(1);
    expect(purged).toHaveLength(1);
    await publishTo(target, dist, { purge: edge() });
    expect(purged[1]!.addresses).toEqual(['/a/p3.json', '/a/p3/']);
  });

  it('is made after the deletes, and takes in what is deleted', async () => {
    await publishTo(target, dist);
    const { pages, script } = generation(1);
    const fewer = Object.entries(pages).filter(([page]) => page !== '/a/p3/');
    writeBuilt(dist, { pages: Object.fromEntries(fewer), script });
    await publishTo(target, dist);
    const file = path.join(folder, 'web', 'current', 'a/p3/index.html');
    const wasThere = fs.existsSync(file);
    const found: boolean[] = [];
    const purge: Purge = {
      name: 'an edge',
      purge: async (order) => {
        found.push(fs.existsSync(file));
        await edge().purge(order);
      },
    };
    await publishTo(target, dist, { purge, now: () => new Date(Date.now() + 25 * hourMs) });
    expect([wasThere, ...found]).toEqual([true, false]);
    expect(purged.map(({ addresses }) => addresses)).toEqual([['/a/p3.json', '/a/p3/']]);
  });

  it('stays owed while publishes know no edge, and in a dry run', async () => {
    await publishTo(target, dist, { purge: edge(refused()) });
    edit('two');
    await publishTo(target, dist);
    expect((await publishTo(target, dist, { purge: edge(), dryRun: true })).purged).toEqual(['/*']);
    expect(purged).toHaveLength(1);
    await publishTo(target, dist, { purge: edge() });
    expect(purged[1]!.addresses).toEqual(['/*']);
  });
});
