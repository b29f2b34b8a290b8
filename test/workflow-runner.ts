import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import type { Job, Step, Workflow } from './workflow-file.ts';
import { fill, isWanted, type Contexts, type Standing } from './workflow-expression.ts';

/** Everything around a workflow that a run depends on. */
export interface Surroundings {
  /** The checkout: steps run here. */
  readonly folder: string;
  readonly vars: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
  /** Null for a scheduled run. */
  readonly inputs: Readonly<Record<string, string | boolean>> | null;
  /** Set for every step, beside what the workflow sets. */
  readonly env: Readonly<Record<string, string>>;
  /** Stands for the actions: outputs by name of the action. An action that is not here fails the run. */
  readonly actions: Readonly<
    Record<string, (inputs: Readonly<Record<string, string>>) => Record<string, string>>
  >;
  /** Steps that are passed over, by name: what a machine has already. */
  readonly given: readonly string[];
}

/** A step that was run, or not. */
export interface StepRun {
  readonly name: string;
  readonly outcome: 'success' | 'failure' | 'skipped';
  /** stdout and stderr, as they came. */
  readonly log: string;
}

export interface JobRun {
  readonly result: 'success' | 'failure' | 'skipped';
  readonly outputs: Readonly<Record<string, string>>;
  readonly steps: readonly StepRun[];
  /** What the steps wrote into the job summary. */
  readonly summary: string;
}

/**
 * Runs the jobs of a workflow on this machine as GitHub does: `run:` in bash, `if:` and `${{ }}` by GitHub's own
 * evaluator, outputs, environment and summary through files. Actions are stood for. Services, matrices and reusable
 * workflows are not known here.
 */
export async function runWorkflow(workflow: Workflow, around: Surroundings): Promise<Record<string, JobRun>> {
  const runs: Record<string, JobRun> = {};
  for (const [name, job] of Object.entries(workflow.jobs)) {
    const needed = [job.needs ?? []].flat().map((one) => [one, runs[one]!] as const);
    const standing = needed.every(([, run]) => run.result === 'success') ? 'success' : 'failure';
    const contexts = { ...around, ...baseContexts(around), needs: Object.fromEntries(needed) };
    const isRun = isWanted(job.if, contexts, standing);
    runs[name] = isRun
      ? await runJob(job, contexts, around)
      : { result: 'skipped', outputs: {}, steps: [], summary: '' };
  }
  return runs;
}

function baseContexts({ vars, secrets, inputs }: Surroundings): Contexts {
  return { vars, secrets, inputs, github: { event: {}, token: 'token' }, env: {}, runner: {} };
}

async function runJob(job: Job, contexts: Contexts, around: Surroundings): Promise<JobRun> {
  const files = runnerFiles(around.folder);
  const steps: Record<string, { outputs: Record<string, string>; outcome: string }> = {};
  const runs: StepRun[] = [];
  let standing: Standing = 'success';
  for (const step of job.steps ?? []) {
    const known = { ...contexts, steps };
    const name = step.name ?? step.uses?.replace(/@.*/, '') ?? step.run ?? '';
    fs.writeFileSync(files.output, '');
    const ended = isWanted(step.if, known, standing)
      ? await runStep(step, known, { around, files, name })
      : { outcome: 'skipped' as const, log: '', outputs: {} };
    if (ended.outcome === 'failure' && step['continue-on-error'] !== true) standing = 'failure';
    if (step.id !== undefined) {
      steps[step.id] = { outcome: ended.outcome, outputs: { ...ended.outputs, ...readPairs(files.output) } };
    }
    runs.push({ name, outcome: ended.outcome, log: ended.log });
  }
  const outputs = Object.entries(job.outputs ?? {}).map(([key, text]) => [
    key,
    fill(text, { ...contexts, steps }),
  ]);
  const summary = fs.readFileSync(files.summary, 'utf8');
  return {
    result: standing,
    outputs: Object.fromEntries(outputs) as Record<string, string>,
    steps: runs,
    summary,
  };
}

interface StepEnd {
  readonly outcome: StepRun['outcome'];
  readonly log: string;
  readonly outputs: Record<string, string>;
}

interface Place {
  readonly around: Surroundings;
  readonly files: RunnerFiles;
  readonly name: string;
}

async function runStep(step: Step, contexts: Contexts, { around, files, name }: Place): Promise<StepEnd> {
  if (around.given.includes(name)) return { outcome: 'success', log: '', outputs: {} };
  if (step.uses !== undefined) {
    const action = around.actions[step.uses.replace(/@.*/, '')];
    if (action === undefined) throw new Error(`Nothing stands for ${step.uses} here.`);
    return { outcome: 'success', log: '', outputs: action(filled(step.with, contexts)) };
  }
  const env = {
    PATH: `${path.dirname(process.execPath)}:${process.env['PATH']}`,
    HOME: process.env['HOME'],
    GITHUB_ACTIONS: 'true',
    GITHUB_OUTPUT: files.output,
    GITHUB_ENV: files.env,
    GITHUB_STEP_SUMMARY: files.summary,
    ...around.env,
    ...readPairs(files.env),
    ...filled(step.env, contexts),
  };
  const { code, log } = await bash(step.run ?? '', { cwd: around.folder, env });
  return { outcome: code === 0 ? 'success' : 'failure', log, outputs: {} };
}

/** With the options that GitHub gives to `shell: bash`. */
async function bash(script: string, options: { cwd: string; env: NodeJS.ProcessEnv }) {
  const child = spawn('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], options);
  let log = '';
  child.stdout.on('data', (chunk) => (log += String(chunk)));
  child.stderr.on('data', (chunk) => (log += String(chunk)));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, log };
}

function filled(record: Readonly<Record<string, unknown>> = {}, contexts: Contexts): Record<string, string> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, fill(value, contexts)]));
}

interface RunnerFiles {
  readonly output: string;
  readonly env: string;
  readonly summary: string;
}

function runnerFiles(folder: string): RunnerFiles {
  const place = fs.mkdtempSync(path.join(folder, '.runner-'));
  const files = {
    output: path.join(place, 'output'),
    env: path.join(place, 'env'),
    summary: path.join(place, 'summary'),
  };
  for (const file of Object.values(files)) fs.writeFileSync(file, '');
  return files;
}

/** `name=value`, and `name<<end`, lines, `end`. */
function readPairs(file: string): Record<string, string> {
  const pairs = fs.readFileSync(file, 'utf8').matchAll(/^([^=\n<]+)(?:=(.*)|<<(\S+)\n([^]*?)\n\3)$/gm);
  return Object.fromEntries([...pairs].map(([, name, value, , text]) => [name!, value ?? text ?? '']));
}
