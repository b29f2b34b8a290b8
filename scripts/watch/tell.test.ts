import { spawn } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

interface Issue {
  readonly number: number;
  title: string;
  body: string;
  state: string;
  labels: string[];
}

let server: http.Server;
let origin: string;
let folder: string;
/** GitHub, as far as the command knows it. */
let issues: Issue[];
let comments: string[];
let posted: string[];
let answer: number | null;

beforeEach(async () => {
  [issues, comments, posted, answer] = [[], [], [], null];
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'tell-'));
  server = http.createServer((request, response) => {
    let text = '';
    request.on('data', (chunk) => (text += String(chunk)));
    request.on('end', () => {
      const body = JSON.parse(text || '{}') as Partial<Issue>;
      const url = new URL(request.url ?? '/', 'http://localhost');
      const reply = (status: number, json: unknown) =>
        void response.writeHead(status).end(JSON.stringify(json));
      if (url.pathname === '/hook') {
        posted.push(text);
        return reply(200, {});
      }
      if (answer !== null) return reply(answer, { message: 'scripted' });
      if (request.headers.authorization !== 'Bearer token') return reply(401, {});
      const number = Number(/issues\/(\d+)/.exec(url.pathname)?.[1] ?? 0);
      if (url.pathname.endsWith('/comments')) comments.push(body.body ?? '');
      else if (request.method === 'POST')
        issues.push({ number: issues.length + 1, state: 'open', ...body } as Issue);
      else if (request.method === 'PATCH') Object.assign(issues[number - 1]!, body);
      else {
        const label = url.searchParams.get('labels')!;
        return reply(
          200,
          issues.filter((one) => one.state === 'open' && one.labels.includes(label)),
        );
      }
      reply(200, {});
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  server.close();
  server.closeAllConnections();
  fs.rmSync(folder, { recursive: true });
});

async function tell(about: string, facts: Record<string, string>) {
  const output = path.join(folder, 'output');
  fs.writeFileSync(output, '');
  const env = {
    PATH: process.env['PATH'],
    GITHUB_API_URL: origin,
    GITHUB_SERVER_URL: 'https://github.example',
    GITHUB_REPOSITORY: 'owner/curbside',
    GITHUB_RUN_ID: '7',
    GITHUB_TOKEN: 'token',
    GITHUB_OUTPUT: output,
    ALERT_WEBHOOK: `${origin}/hook`,
    ...facts,
  };
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'tell.ts'), '--about', about], {
    env,
  });
  let log = '';
  child.stdout.on('data', (chunk) => (log += String(chunk)));
  child.stderr.on('data', (chunk) => (log += String(chunk)));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, log, news: fs.readFileSync(output, 'utf8') };
}

const report = (ok: boolean, fact = 'it answers 404') =>
  JSON.stringify({ checks: [{ name: 'home', address: 'https://site.example/', ok, fact }] });
const ill = { RESULT: 'failure', REPORT: report(false) };
const well = { RESULT: 'success', REPORT: report(true, '200 in 5 ms').replace('{', '{"ok":true,') };

describe('tell --about watch', () => {
  it('opens one issue with the facts, keeps it up to date in silence, and closes it on recovery', async () => {
    expect((await tell('watch', ill)).code).toBe(0);
    expect(issues).toMatchObject([
      { title: 'The published site is not well', state: 'open', labels: ['watch-alarm'] },
    ]);
    expect(issues[0]!.body).toContain('ALARM home: https://site.example/: it answers 404');
    expect(posted).toHaveLength(1);

    const again = await tell('watch', { RESULT: 'failure', REPORT: report(false, 'it answers 500') });
    expect(again.news).toBe('news=\n');
    expect(issues).toHaveLength(1);
    expect(issues[0]!.body).toContain('it answers 500');
    expect([comments, posted.length]).toEqual([[], 1]);

    const over = await tell('watch', well);
    expect(over.news).toBe(
      'news=All is well again (watch) — https://github.example/owner/curbside/actions/runs/7\n',
    );
    expect(issues[0]!.state).toBe('closed');
    expect([comments.length, posted.length]).toEqual([1, 2]);
    expect((await tell('watch', well)).news).toBe('news=\n');
  });

  it('raises an alarm when the watch itself broke', async () => {
    await tell('watch', { RESULT: '', REPORT: '' });
    expect(issues[0]!.body).toContain('the watch itself failed');
  });

  it('lets nothing that a stranger wrote out of the fence', async () => {
    await tell('watch', {
      RESULT: 'failure',
      REPORT: report(false, '```\n@everyone ![](https://bad.example/x)\nnews=x'),
    });
    const [, fenced = ''] = issues[0]!.body.split('```text\n');
    expect(fenced.split('\n```\n')[0]).toContain('@everyone');
    expect(issues[0]!.body.match(/```/g)).toHaveLength(2);
    const { news } = await tell('watch', { RESULT: 'failure', REPORT: report(false, 'a\nnews=b') });
    expect(news.split('\n')).toHaveLength(2);
  });

  it('goes on without issues where there are none', async () => {
    answer = 410;
    const { code, log } = await tell('watch', ill);
    expect({ code, said: log.includes('takes no issues'), posted: posted.length }).toEqual({
      code: 0,
      said: true,
      posted: 1,
    });
  });

  it('posts to the webhook even when the issue cannot be opened, and then fails', async () => {
    answer = 403;
    const { code, log } = await tell('watch', ill);
    expect({ code, posted: posted.length }).toEqual({ code: 1, posted: 1 });
    expect(log).toContain('issues: write');
  });

  it('keeps the address of the webhook to itself', async () => {
    const { code, log } = await tell('watch', { ...ill, ALERT_WEBHOOK: 'http://127.0.0.1:1/secret-part' });
    expect(code).toBe(1);
    expect(log).not.toContain('secret-part');
  });
});

describe('tell --about refresh', () => {
  const done = {
    PULL_RESULT: 'success',
    BUILD_RESULT: 'success',
    PAGES_RESULT: 'skipped',
    DEPLOY_RESULT: 'success',
  };
  /** How the jobs end that come after one that failed, or had nothing to hand on. */
  const skipped = { BUILD_RESULT: 'skipped', PAGES_RESULT: 'skipped', DEPLOY_RESULT: 'skipped' };

  it('gives the reasons of a refused snapshot, beside an open alarm of the watch', async () => {
    await tell('watch', ill);
    const PULL = JSON.stringify({ city: 'sf', refused: ['the rows fell from 40 to 20, by 50.0 %'] });
    await tell('refresh', { ...skipped, PULL_RESULT: 'failure', PULL });
    expect(issues).toHaveLength(2);
    expect(issues[1]).toMatchObject({
      title: 'A snapshot of the schedule was refused',
      labels: ['refresh-alarm'],
    });
    expect(issues[1]!.body).toContain('refused (sf): the rows fell from 40 to 20, by 50.0 %');
    await tell('refresh', done);
    expect(issues.map(({ state }) => state)).toEqual(['open', 'closed']);
  });

  it.each([
    ['a deploy that failed', { ...done, DEPLOY_RESULT: 'failure' }, 'deploy: failure'],
    ['a job whose time ran out', { ...done, BUILD_RESULT: 'cancelled' }, 'build: cancelled'],
    [
      'a city that could not be reached',
      {
        ...skipped,
        PULL_RESULT: 'failure',
        PULL: '{"refused":[],"failure":{"code":"city-unreachable","message":"no"}}',
      },
      'city-unreachable: no',
    ],
  ])('tells of %s', async (_, facts, line) => {
    await tell('refresh', facts);
    expect(issues[0]!.title).toBe('The last refresh failed');
    expect(issues[0]!.body).toContain(line);
  });

  it('has nothing to tell of a run that changed nothing', async () => {
    await tell('refresh', { ...skipped, PULL_RESULT: 'success' });
    expect([issues, posted]).toEqual([[], []]);
  });
});
