import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

/** A step of a job, as far as rules and runner look at it. */
export interface Step {
  readonly id?: string;
  readonly name?: string;
  readonly if?: string | boolean;
  readonly uses?: string;
  readonly run?: string;
  readonly shell?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, unknown>>;
  readonly 'continue-on-error'?: boolean;
}

export interface Job {
  readonly needs?: string | readonly string[];
  readonly if?: string | boolean;
  readonly 'runs-on'?: string;
  readonly 'timeout-minutes'?: number;
  readonly permissions?: unknown;
  readonly env?: Readonly<Record<string, unknown>>;
  readonly outputs?: Readonly<Record<string, string>>;
  readonly secrets?: unknown;
  readonly uses?: string;
  readonly steps?: readonly Step[];
}

export interface Workflow {
  readonly name?: string;
  readonly on: Readonly<Record<string, unknown>> | string | readonly string[];
  readonly permissions?: unknown;
  readonly env?: Readonly<Record<string, unknown>>;
  readonly concurrency?: { readonly group: string; readonly 'cancel-in-progress'?: unknown };
  readonly defaults?: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

/** A workflow with its text: comments, which YAML drops, are part of one rule. */
export interface WorkflowFile {
  readonly name: string;
  readonly text: string;
  readonly workflow: Workflow;
}

export function workflowFrom(name: string, text: string): WorkflowFile {
  return { name, text, workflow: parse(text) as Workflow };
}

/** Every workflow of the repository. */
export function readWorkflows(): WorkflowFile[] {
  const folder = path.resolve(import.meta.dirname, '../.github/workflows');
  const names = fs.readdirSync(folder).filter((name) => /\.ya?ml$/.test(name));
  return names.sort().map((name) => workflowFrom(name, fs.readFileSync(path.join(folder, name), 'utf8')));
}
