import type { Job, Step, WorkflowFile } from './workflow-file.ts';

/** A rule of .github/workflows: every breach in words, none when the workflow keeps it. */
export type Rule = (file: WorkflowFile) => string[];

type Entry = readonly [string, Job];
const jobsOf = ({ workflow }: WorkflowFile): Entry[] => Object.entries(workflow.jobs);
const stepsOf = (job: Job): readonly Step[] => job.steps ?? [];

/** The rule for one job, applied to each, with its name before every breach. */
function eachJob(breaches: (job: Job, file: WorkflowFile) => string[]): Rule {
  return (file) =>
    jobsOf(file).flatMap(([name, job]) => breaches(job, file).map((text) => `${name}: ${text}`));
}

function eachStep(breaches: (step: Step, job: Job) => string[]): Rule {
  return eachJob((job) => stepsOf(job).flatMap((step) => breaches(step, job)));
}

const usesAction = (step: Step, name: string) => step.uses?.startsWith(`${name}@`) === true;
const permissionsOf = (job: Job) => (job.permissions ?? {}) as Readonly<Record<string, string>>;
const canWrite = (job: Job) => Object.values(permissionsOf(job)).includes('write');
const expressions = (value: unknown): string[] =>
  [...(JSON.stringify(value) ?? '').matchAll(/\$\{\{(.*?)\}\}/g)].map(([, text]) => text ?? '');
const secretsIn = (value: unknown): string[] =>
  expressions(value).flatMap((text) =>
    [...text.matchAll(/\bsecrets\s*(?:\.\s*([\w-]+)|\[[^\]]*\])?/g)].map(([all, name]) => name ?? all),
  );

const writable = new Set(['issues', 'pages', 'id-token']);
/** For a pull request: only where nothing runs but the lines of the workflow. */
const proposes = new Set(['contents', 'pull-requests']);
/** Neither code of the repository nor a package: no checkout, no Node. */
const isBare = (job: Job) =>
  job.uses === undefined &&
  stepsOf(job).every(
    (step) =>
      (step.uses === undefined || usesAction(step, 'actions/download-artifact')) &&
      !/\b(npm|npx|node|git|eval|source|bash|sh)\s/.test(step.run ?? ''),
  );
const cityTokens = new Set(['SOCRATA_APP_TOKEN', 'SOCRATA_APP_TOKEN_NEXT']);
const publishes = (job: Job) =>
  stepsOf(job).some(
    (step) =>
      usesAction(step, 'actions/deploy-pages') || /\bnpm run .*\b(publish|rollback)\b/.test(step.run ?? ''),
  );
/** Whoever takes over such a job can do something in someone's name. */
const holdsCredentials = (job: Job) => canWrite(job) || secretsIn(job).some((name) => !cityTokens.has(name));
/** Moves links that take money. */
const takesMoney = (step: Step) => /\bnpm run .*\bpayments\b/.test(step.run ?? '');
const pulls = (step: Step) => /\bnpm run .*\bpull\b/.test(step.run ?? '');
/** Runs the site's compiler or its tests, and with them most of what others wrote. */
const builds = (step: Step) => /\bnpm (run .*\b(build|check|pictures)|test|start)\b/.test(step.run ?? '');
const takesRole = (step: Step) => usesAction(step, 'aws-actions/configure-aws-credentials');
const namesRole = (value: unknown) =>
  expressions(value).some((text) => /\baws-(access-key-id|secret-access-key|session-token)\b/.test(text));

/** Every rule by name. */
export const rules: Readonly<Record<string, Rule>> = {
  'no permissions at the top': ({ workflow: { permissions } }) =>
    typeof permissions === 'object' && permissions !== null && Object.keys(permissions).length === 0
      ? []
      : ['permissions at the top are not {}'],

  'the least permissions per job': eachJob((job) => {
    if (typeof job.permissions !== 'object' || job.permissions === null)
      return ['it does not list its permissions'];
    return Object.entries(permissionsOf(job)).flatMap(([scope, right]) =>
      right === 'read' || (right === 'write' && (writable.has(scope) || (proposes.has(scope) && isBare(job))))
        ? []
        : [`it asks for ${scope}: ${right}`],
    );
  }),

  'actions pinned by full SHA, with the version in a comment': (file) => {
    const lines = file.text.split('\n').filter((line) => /^\s*(- )?uses:/.test(line));
    const used = jobsOf(file).flatMap(([, job]) => [job.uses, ...stepsOf(job).map(({ uses }) => uses)]);
    const missed = used.filter((uses) => uses !== undefined).length - lines.length;
    const breaches = lines.filter(
      (line) => !/uses: [\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line),
    );
    return [
      ...breaches.map((line) => line.trim()),
      ...(missed === 0 ? [] : [`${missed} uses are not on a line of their own`]),
    ];
  },

  'nothing is filled into scripts': eachStep((step) => {
    const script = usesAction(step, 'actions/github-script') ? step.with?.['script'] : undefined;
    const filled = [...expressions(step.run), ...expressions(script), ...expressions(step.shell)];
    return filled.map((text) => `a script contains \${{${text}}}: hand it in through env`);
  }),

  'checkout keeps no credentials': eachStep((step) =>
    usesAction(step, 'actions/checkout') && step.with?.['persist-credentials'] !== false
      ? ['checkout without persist-credentials: false']
      : [],
  ),

  'packages run no scripts when installed': eachStep(({ run = '' }) =>
    run
      .split('\n')
      .filter(
        (line) =>
          /\b(npx|pnpx|yarn|pnpm)\b|\bnpm (exec|x|i|install|add)\b/.test(line) ||
          (/\bnpm ci\b/.test(line) && !line.includes('--ignore-scripts')),
      )
      .map((line) => `"${line.trim()}" is not npm ci --ignore-scripts`),
  ),

  'every job ends': eachJob((job) => {
    const minutes = job['timeout-minutes'];
    return typeof minutes === 'number' && minutes > 0 && minutes <= 60
      ? []
      : ['it has no timeout of at most an hour'];
  }),

  'one publish at a time, never cancelled': (file) => {
    const { concurrency } = file.workflow;
    if (!jobsOf(file).some(([, job]) => publishes(job) || canWrite(job))) return [];
    if (typeof concurrency?.group !== 'string') return ['it has no concurrency group'];
    const isOne = concurrency['cancel-in-progress'] === false && !concurrency.group.includes('${{');
    return isOne ? [] : ['its runs can overlap or cancel each other'];
  },

  'no cache beside credentials': eachJob((job, file) => {
    const writes = jobsOf(file).some(([, one]) => publishes(one)); // what a build hands on is published
    if (!holdsCredentials(job) && !writes) return [];
    return stepsOf(job).flatMap((step) => {
      if (usesAction(step, 'actions/cache') || step.uses?.startsWith('actions/cache/'))
        return ['it uses a cache'];
      if (!usesAction(step, 'actions/setup-node')) return [];
      const isOff = step.with?.['package-manager-cache'] === false && step.with['cache'] === undefined;
      return isOff ? [] : ['setup-node keeps a cache'];
    });
  }),

  'build apart from everything that can prove who it is': eachJob((job) => {
    if (!stepsOf(job).some(builds)) return [];
    return [
      ...(canWrite(job) ? ['it builds, and may write'] : []),
      ...(publishes(job) ? ['it builds, and publishes'] : []),
      ...(stepsOf(job).some(takesRole) ? ['it builds, and takes a role'] : []),
      ...secretsIn(job).map((name) => `it builds, and holds ${name}`),
    ];
  }),

  'pull with the city’s token, and nothing else': eachJob((job) => {
    if (!stepsOf(job).some(pulls)) return [];
    const rights = Object.entries(permissionsOf(job)).filter(([, right]) => right === 'write');
    return [
      ...rights
        .filter(([scope]) => scope !== 'id-token')
        .map(([scope]) => `it pulls, and may write ${scope}`),
      ...(publishes(job) ? ['it pulls, and publishes'] : []),
      ...secretsIn(job)
        .filter((name) => !cityTokens.has(name))
        .map((name) => `it pulls, and holds ${name}`),
    ];
  }),

  'payments with their key, and nothing else': eachJob((job) => {
    const names = secretsIn(job);
    if (!stepsOf(job).some(takesMoney))
      return names
        .filter((name) => name.startsWith('STRIPE'))
        .map((name) => `it takes no money, and holds ${name}`);
    const rights = Object.entries(permissionsOf(job)).filter(
      ([scope, right]) => right === 'write' && scope !== 'id-token',
    );
    return [
      ...rights.map(([scope]) => `it takes money, and may write ${scope}`),
      ...(stepsOf(job).some(pulls) ? ['it takes money, and pulls'] : []),
      ...(stepsOf(job).some(builds) ? ['it takes money, and builds'] : []),
      ...(publishes(job) ? ['it takes money, and publishes'] : []),
      ...names.filter((name) => name !== 'STRIPE_API_KEY').map((name) => `it takes money, and holds ${name}`),
    ];
  }),

  'the role of a pull only in the step that pulls': eachJob((job) => {
    const steps = stepsOf(job);
    const reads = (step: Step) => pulls(step) || takesMoney(step);
    if (!steps.some(reads)) return [];
    const roles = steps.filter((step) => takesRole(step) && step.with?.['output-env-credentials'] !== false);
    const readers = steps.filter(
      (step) => namesRole(step) && !(reads(step) && !namesRole({ ...step, env: {} })),
    );
    return [
      ...roles.map(() => 'the role is in the environment of every later step'),
      ...readers.map((step) => `the role is handed to "${step.name ?? step.run ?? step.uses ?? ''}"`),
      ...(namesRole([job.env, job.outputs]) ? ['the role is handed out of its job'] : []),
    ];
  }),

  'secrets only in the step that needs them': (file) => {
    const { env, ...rest } = file.workflow;
    const early = [
      ...secretsIn(env),
      ...jobsOf(file).flatMap(([, job]) => [...secretsIn(job.env), ...secretsIn(job.outputs)]),
    ];
    const inherited = jobsOf(file)
      .filter(([, job]) => job.secrets !== undefined)
      .map(([name]) => `${name} hands on all its secrets`);
    const inSteps = jobsOf(file)
      .flatMap(([, job]) => stepsOf(job))
      .flatMap((step) => secretsIn({ ...step, env: {} }));
    const whole = secretsIn(rest).filter((name) => name.startsWith('secrets'));
    return [...early, ...inSteps, ...whole]
      .map((name) => `${name} is not in the env of one step`)
      .concat(inherited);
  },

  'no stranger starts it with our rights': (file) => {
    const { on } = file.workflow;
    // An issue may: then nobody's code runs beside a right, and no secret is there at all.
    const isSafe =
      secretsIn(file.workflow).length === 0 &&
      jobsOf(file).every(([, job]) => !canWrite(job) || isBare(job)) &&
      !jobsOf(file).some(([, job]) => permissionsOf(job)['id-token'] === 'write');
    const events = typeof on === 'string' ? [on] : Array.isArray(on) ? (on as string[]) : Object.keys(on);
    return events
      .filter((event) => ['pull_request_target', 'workflow_run', 'issue_comment', 'issues'].includes(event))
      .filter((event) => event !== 'issues' || !isSafe)
      .map((event) => `${event} starts it`);
  },

  'a schedule keeps off the full hour': ({ workflow: { on } }) => {
    const schedule = (on as { schedule?: { cron: string }[] }).schedule ?? [];
    const minutes = schedule.flatMap(({ cron }) => (cron.split(' ')[0] ?? '').split(','));
    return minutes
      .filter((minute) => !/^\d+$/.test(minute) || Number(minute) % 5 === 0)
      .map((minute) => `it runs at minute ${minute}, as everyone does`);
  },

  'a runner with a version': eachJob((job) =>
    /^ubuntu-\d\d\.\d\d$/.test(job['runs-on'] ?? '') ? [] : [`it runs on ${String(job['runs-on'])}`],
  ),

  'one shell, which stops at the first fault': ({ workflow: { defaults } }) =>
    JSON.stringify(defaults) === '{"run":{"shell":"bash"}}' ? [] : ['defaults.run.shell is not bash'],
};
