import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import type { IncomingMessage } from 'node:http';
import https from 'node:https';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ask } from './ask.ts';
import { fakeOrigin, type FakeOrigin } from './fake-origin.ts';
import { findProgram, type ServerProcess } from './server-process.ts';
import { findHaproxy, start } from './servers.ts';

const haproxy = findHaproxy();
const openssl = findProgram('openssl');
const addresses = Array.from({ length: 40 }, (_, i) => `/a/p${i}/`);

let folder: string;
let origins: FakeOrigin[];
let balancer: ServerProcess | undefined;

const asked = () => origins.map((origin) => origin.asked.length);
/** Which of the two answered each address. */
async function answeredBy(): Promise<string[]> {
  const answers = [];
  for (const at of addresses) {
    const { status, body } = await ask(balancer!.origin, at);
    expect(status).toBe(200);
    answers.push(body.toString());
  }
  return answers;
}

describe.skipIf(haproxy === null)('haproxy with the printed configuration', () => {
  beforeEach(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'serve-haproxy-'));
    origins = [];
    for (const name of ['one', 'two'])
      origins.push(await fakeOrigin((_, response) => void response.end(name)));
    balancer = await start(haproxy!, { folder, origins: origins.map(({ port }) => port) });
  });
  afterEach(async () => {
    await balancer?.kill();
    for (const origin of origins) await origin.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  });

  it.each(['/', '/trucks/'])('is one that haproxy takes, for a site at %s', (base) => {
    const [program, ...args] = haproxy!.check({ folder, port: 8000, origins: [8080, 8081], base });
    expect(() => execFileSync(program, args, { stdio: 'pipe' })).not.toThrow();
  });

  it.skipIf(openssl === null)('takes a certificate', async () => {
    const file = path.join(folder, 'site.pem');
    const subject = ['-subj', '/CN=curbside.example', '-days', '1', '-nodes'];
    const made = ['-newkey', 'rsa:2048', '-keyout', file, '-out', path.join(folder, 'certificate')];
    execFileSync(openssl!, ['req', '-x509', ...subject, ...made], { stdio: 'pipe' });
    fs.appendFileSync(file, fs.readFileSync(path.join(folder, 'certificate')));
    const options = { folder, origins: origins.map(({ port }) => port), certificate: file };
    const secure = await start(haproxy!, options);
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const ask = { port: secure.port, rejectUnauthorized: false, agent: false } as const;
      https.get(ask, resolve).on('error', reject);
    }).finally(() => secure.kill());
    expect(answer.headers['strict-transport-security']).toBe('max-age=31536000');
  });

  it('looks after the health of every origin', async () => {
    await vi.waitFor(() => expect(Math.min(...origins.map(({ looks }) => looks))).toBeGreaterThan(2), 10_000);
  });

  it('shares the addresses among the origins, and asks the same one for the same address', async () => {
    const first = await answeredBy();
    expect(new Set(first)).toEqual(new Set(['one', 'two']));
    expect(await answeredBy()).toEqual(first);
  });

  it('goes on with one origin when the other is gone, and with both when it is back', async () => {
    await answeredBy();
    await origins[0]!.stop();
    expect(new Set(await answeredBy())).toEqual(new Set(['two']));
    await origins[0]!.start();
    await vi.waitFor(async () => expect(await answeredBy()).toContain('one'), 10_000);
  });

  it('asks the other when one breaks off before it answers', async () => {
    origins[0]!.answer = (request) => void request.socket.destroy();
    expect(new Set(await answeredBy())).toEqual(new Set(['two']));
    expect(asked()[0]).toBeGreaterThan(0);
  });

  it('leaves an origin alone that is not well', async () => {
    origins[0]!.isWell = false;
    await vi.waitFor(async () => expect(new Set(await answeredBy())).toEqual(new Set(['two'])), 10_000);
  });

  it('asks the other when one has not got the page now', async () => {
    origins[0]!.answer = (_, response) => void response.writeHead(503).end();
    expect(new Set(await answeredBy())).toEqual(new Set(['two']));
  });

  it('takes no other method than reading', async () => {
    expect((await ask(balancer!.origin, '/a/', { method: 'POST' })).status).toBe(405);
    expect((await ask(balancer!.origin, '/a/', { method: 'HEAD' })).status).toBe(200);
  });
});
