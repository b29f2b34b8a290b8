import { Failure } from '../../src/failure.ts';
import type { Alarm } from './alarm.ts';

/** Where issues are kept, as GitHub Actions tells it to every step. */
export interface Repository {
  /** "https://api.github.com" */
  readonly api: string;
  /** "owner/name" */
  readonly name: string;
  readonly token: string;
  /** Address of the run that speaks. */
  readonly run: string;
  readonly fetch: typeof fetch;
}

/** What became of the one issue about a subject; `off` where the repository has no issues (a fork begins so). */
export type Change = 'opened' | 'updated' | 'closed' | 'none' | 'off';

interface Issue {
  readonly number: number;
  readonly body: string | null;
}

const timeoutMs = 30_000;

/** Opens the one issue about the subject, brings its facts up to date, or closes it on recovery. */
export async function keepIssue(alarm: Alarm, repository: Repository): Promise<Change> {
  const label = `${alarm.about}-alarm`;
  const call = (method: string, path: string, body?: object) => send(repository, { method, path, body });
  const found = await call('GET', `issues?state=open&per_page=100&labels=${label}`);
  if (found === 'off') return 'off';
  const open = (found as Issue[]).find(({ body }) => body?.startsWith(marker(alarm)));
  if (alarm.ok) {
    if (open === undefined) return 'none';
    await call('POST', `issues/${open.number}/comments`, { body: `All is well again: ${repository.run}` });
    await call('PATCH', `issues/${open.number}`, { state: 'closed', state_reason: 'completed' });
    return 'closed';
  }
  const content = { title: alarm.title, body: issueBody(alarm, repository) };
  if (open === undefined) {
    const made = await call('POST', 'issues', { ...content, labels: [label] });
    return made === 'off' ? 'off' : 'opened';
  }
  await call('PATCH', `issues/${open.number}`, content);
  return 'updated';
}

/** Facts quote strangers: fenced, without backticks, so that they can neither mention anyone nor leave the fence. */
export function issueBody(alarm: Alarm, { run }: Pick<Repository, 'run'>): string {
  const facts = alarm.facts.map((fact) => fact.replace(/[`\r\n]+/g, ' ').slice(0, 500));
  return [marker(alarm), '```text', ...facts, '```', '', alarm.advice, '', `Last run: ${run}`, ''].join('\n');
}

function marker({ about }: Alarm): string {
  return `<!-- curbside:${about} -->`;
}

interface Call {
  readonly method: string;
  readonly path: string;
  readonly body: object | undefined;
}

async function send(repository: Repository, { method, path, body }: Call): Promise<unknown> {
  const url = `${repository.api}/repos/${repository.name}/${path}`;
  const response = await repository.fetch(url, {
    method,
    headers: {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${repository.token}`,
      'user-agent': 'curbside',
      'x-github-api-version': '2022-11-28',
    },
    body: body === undefined ? null : JSON.stringify(body),
    signal: AbortSignal.timeout(timeoutMs),
  });
  if (response.status === 410) return 'off';
  if (response.ok) return response.json();
  throw new Failure('ISSUES_UNREACHABLE', `${method} ${url} answers ${response.status}.`, {
    hint: 'The job needs the permission "issues: write".',
    cause: (await response.text()).slice(0, 300),
  });
}
