import type { WatchReport } from './look.ts';

/** What a workflow has to tell: all is well, or an issue's worth of facts. */
export interface Alarm {
  readonly about: 'watch' | 'refresh';
  readonly ok: boolean;
  readonly title: string;
  /** One line each, faults first. They quote strangers: only ever shown as plain text. */
  readonly facts: readonly string[];
  /** What someone should do; Markdown of ours. */
  readonly advice: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** What watch.yml found: `RESULT` is the outcome of its step, `REPORT` the report in one line, if it came to one. */
export function watchAlarm(env: Environment): Alarm {
  const report = parse<WatchReport>(env['REPORT']);
  const ok = env['RESULT'] === 'success' && report?.ok === true;
  const facts = report?.checks.map(({ name, address, ok, fact }) => {
    return `${ok ? 'well ' : 'ALARM'} ${name}: ${address}: ${fact}`;
  });
  return {
    about: 'watch',
    ok,
    title: 'The published site is not well',
    facts: facts ?? ['the watch itself failed: see its log'],
    advice: 'What to do: docs/runbook.md, "An alarm of the watch".',
  };
}

interface PullFacts {
  readonly city: string;
  readonly refused: readonly string[];
  readonly failure?: { readonly code: string; readonly message: string };
}

/** How a run of refresh.yml ended: the results of its jobs, and `PULL`, the pull's report in one line, if there is one. */
export function refreshAlarm(env: Environment): Alarm {
  const results = {
    payments: env['PAYMENTS_RESULT'],
    pull: env['PULL_RESULT'],
    build: env['BUILD_RESULT'],
    pages: env['PAGES_RESULT'],
    deploy: env['DEPLOY_RESULT'],
  };
  const ended = Object.entries(results).filter(
    ([, result]) => result === 'failure' || result === 'cancelled',
  );
  const pull = parse<PullFacts>(env['PULL']);
  const refused = pull?.refused ?? [];
  const failure = pull?.failure;
  const isRefused = refused.length > 0 && ended.length > 0;
  return {
    about: 'refresh',
    ok: ended.length === 0,
    title: isRefused ? 'A snapshot of the schedule was refused' : 'The last refresh failed',
    facts: [
      ...refused.map((reason) => `refused (${pull?.city}): ${reason}`),
      ...(failure === undefined ? [] : [`${failure.code}: ${failure.message}`]),
      ...ended.map(([job, result]) => `${job}: ${result}`),
    ],
    advice: isRefused
      ? 'The site stays as it is. If the city is right, run the workflow by hand and accept. See docs/runbook.md, "A refused snapshot".'
      : 'The site stays as it is. See docs/runbook.md, "A refresh that failed".',
  };
}

function parse<T>(text: string | undefined): T | null {
  try {
    return JSON.parse(text ?? '') as T;
  } catch {
    return null;
  }
}
