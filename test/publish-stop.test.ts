import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Failure } from '../src/failure.ts';
import { folderDefaults, folderTarget } from '../src/publish/folder.ts';
import { patientRetries } from '../src/publish/retry.ts';
import { rollback } from '../src/publish/rollback.ts';
import type { Lease, Target } from '../src/publish/target.ts';
import { startFakeCase, type FakeCase } from './fake-s3-publisher.ts';
import { generation, publishTo, writeBuilt } from './publish-site.ts';

const root = path.resolve(import.meta.dirname, '..');
const size = 20;
let folder: string;
let store: FakeCase;
const distOf = (n: number) => path.join(folder, `dist${n}`);
const webRoot = () => path.join(folder, 'web');

beforeEach(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'publish-stop-'));
  for (const n of [1, 2, 3]) writeBuilt(distOf(n), generation(n, size));
  store = await startFakeCase();
});
afterEach(async () => {
  await store.server.close();
  fs.rmSync(folder, { recursive: true, force: true });
});

/** The target, with `before` called before each put. */
function watched(target: Target, before: () => Promise<void> | void): Target {
  const lease = async () => {
    const held = await target.lease();
    const put = held.put.bind(held);
    return Object.assign(held, {
      put: async (...args: Parameters<Lease['put']>) => {
        await before();
        await put(...args);
      },
    });
  };
  return { ...target, lease };
}

describe.each([
  ['a folder', () => folderTarget(webRoot())],
  ['a bucket', () => store.publisher()],
])('a publish to %s that is told to stop', (_, target) => {
  it.each([1, 2, 9, 21])(
    'at put %i begins no other, lets the lease go, and is taken up by the next',
    async (at) => {
      await publishTo(target(), distOf(1));
      const stop = new AbortController();
      let puts = 0;
      const stopping = watched(target(), () => {
        if (++puts === at) stop.abort(new Error('stopped'));
      });
      const publish = publishTo(stopping, distOf(2), { signal: stop.signal, concurrency: 1 });
      await expect(publish).rejects.toThrow('stopped');
      expect(puts).toBe(at);
      const next = await publishTo(target(), distOf(3));
      expect(next.check.missing).toEqual([]);
      expect(await publishTo(target(), distOf(3))).toMatchObject({ uploads: [], retired: [] });
    },
  );

  it('waits for no other try', async () => {
    const stop = new AbortController();
    const failing = watched(target(), () => {
      stop.abort(new Error('stopped'));
      throw new Failure('TARGET_UNAVAILABLE', 'Not now.', { hint: 'Try again.' });
    });
    const retries = {
      ...patientRetries,
      firstDelayMs: 3_600_000,
      longestDelayMs: 3_600_000,
      random: () => 1,
    };
    const publish = publishTo(failing, distOf(1), { signal: stop.signal, concurrency: 1, retries });
    await expect(publish).rejects.toThrow('stopped');
  });

  it('before it began leaves everything as it was', async () => {
    const stop = AbortSignal.abort(new Error('stopped'));
    await expect(publishTo(target(), distOf(1), { signal: stop })).rejects.toThrow('stopped');
    expect((await publishTo(target(), distOf(1))).check.missing).toEqual([]);
  });
});

describe('a rollback that is told to stop', () => {
  it('leaves the release in force and lets the lease go', async () => {
    for (const n of [1, 2]) await publishTo(folderTarget(webRoot()), distOf(n));
    const signal = AbortSignal.abort(new Error('stopped'));
    await expect(rollback(webRoot(), null, { ...folderDefaults, signal })).rejects.toThrow('stopped');
    expect(fs.readFileSync(path.join(webRoot(), 'current', 'index.html'), 'utf8')).toContain('home 2');
    expect(await rollback(webRoot(), null)).toMatchObject({ to: expect.stringMatching(/^000001/) as string });
  });
});

/** Runs a command as npm does, and gives how it ended; `onStart` gets the process. */
async function run(args: string[], onStart: (kill: (signal: NodeJS.Signals) => void) => void, env = {}) {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: {
      ...process.env,
      GITHUB_ACTIONS: undefined,
      AWS_ACCESS_KEY_ID: 'fake',
      AWS_SECRET_ACCESS_KEY: 'fake',
      ...env,
    },
  });
  onStart((signal) => void child.kill(signal));
  let stderr = '';
  child.stderr.on('data', (chunk) => (stderr += String(chunk)));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, stderr };
}

/** Publishes to the store in a process that gets the signals when the store gets the request of this number. */
function publishSignalled(atRequest: number, ...signals: NodeJS.Signals[]) {
  const to = `s3://curbside-fake?endpoint=${store.server.endpoint}`;
  let requests = 0;
  return run(['scripts/publish.ts', '--to', to, '--dist', distOf(2)], (kill) => {
    store.server.meanwhile = async () => {
      if (++requests !== atRequest) return;
      for (const signal of signals) kill(signal);
      if (signals.length > 1) await new Promise(() => undefined); // a store that does not answer
    };
  });
}

describe('npm run publish', () => {
  it.each([
    [1, 'SIGINT', 130],
    [4, 'SIGTERM', 143],
    [12, 'SIGINT', 130],
    [30, 'SIGTERM', 143],
  ] as const)(
    'ends in order at request %i on %s, with %i and one sentence',
    async (request, signal, expected) => {
      await publishTo(store.publisher(), distOf(1));
      const { code, stderr } = await publishSignalled(request, signal);
      store.server.meanwhile = () => undefined;
      expect({ code, stderr }).toEqual({
        code: expected,
        stderr: `Stopped by ${signal}; the next publish does what is left.\n`,
      });
      const { check } = await publishTo(store.publisher(), distOf(2)); // without waiting for a lease to run out
      expect(check.missing).toEqual([]);
    },
  );

  it('ends at once on a second signal, whatever it waits for', async () => {
    const { code, stderr } = await publishSignalled(4, 'SIGINT', 'SIGTERM');
    expect([130, 143]).toContain(code); // which of the two came second is the system's affair
    expect(stderr).toBe('');
  });
});

describe('npm run rollback', () => {
  it('ends in order on a signal, with 143 and one sentence', async () => {
    const many = 1500; // what is carried over must take longer than the process works without listening
    for (const n of [1, 2]) {
      const pages = Object.fromEntries(Array.from({ length: many }, (_, i) => [`/g${n}/p${i}/`, 'x']));
      writeBuilt(distOf(n), { pages: { '/': `home ${n}`, ...pages }, script: String(n) });
      await publishTo(folderTarget(webRoot()), distOf(n), { maxDelete: 2 * many + 1 });
    }
    const preload = path.join(root, 'test/signal-at-change.ts');
    const args = ['--import', preload, 'scripts/rollback.ts', '--to', `folder:${webRoot()}`];
    const ended = await run(args, () => undefined, { SIGNAL: 'SIGTERM', SIGNAL_AT: '40' });
    expect(ended).toEqual({
      code: 143,
      stderr: 'Stopped by SIGTERM; the release in force is the one it was.\n',
    });
    expect(fs.readFileSync(path.join(webRoot(), 'current', 'index.html'), 'utf8')).toContain('home 2');
    expect(await rollback(webRoot(), null)).toMatchObject({ carried: many + 1 });
  });
});
