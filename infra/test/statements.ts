import type { Template } from 'aws-cdk-lib/assertions';
import { resources } from './templates.ts';

/** A statement of a policy, and where it stands. */
export interface Found {
  readonly type: string;
  readonly id: string;
  readonly effect: string;
  readonly actions: readonly string[];
  readonly resources: readonly unknown[];
  readonly principal: unknown;
  readonly condition: Readonly<Record<string, unknown>>;
}

interface Raw {
  readonly Effect: string;
  readonly Action: string | string[];
  readonly Resource?: unknown;
  readonly Principal?: unknown;
  readonly Condition?: Record<string, unknown>;
}

const listed = <T>(value: T | T[] | undefined): T[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

/** Every statement of every policy in a template, wherever it stands. */
export function statements(template: Template): Found[] {
  const all = (template.toJSON() as { Resources: Record<string, { Type: string; Properties: unknown }> })
    .Resources;
  return Object.entries(all).flatMap(([id, { Type: type, Properties }]) =>
    documents(Properties).flatMap((statement) => ({
      type,
      id,
      effect: statement.Effect,
      actions: listed(statement.Action),
      resources: listed(statement.Resource),
      principal: statement.Principal,
      condition: statement.Condition ?? {},
    })),
  );
}

function documents(value: unknown): Raw[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = (value as { Statement?: Raw[] }).Statement;
  return [...(Array.isArray(own) ? own : []), ...Object.values(value).flatMap(documents)];
}

/** What the role whose id begins so may do: the statements of the policies that are attached to it. */
export function allowedTo(template: Template, role: string): Found[] {
  const policies = resources(template, 'AWS::IAM::Policy').filter(([, { Properties }]) =>
    JSON.stringify(Properties['Roles']).includes(`"Ref":"${role}`),
  );
  const ids = new Set(policies.map(([id]) => id));
  return statements(template).filter(({ id }) => ids.has(id));
}
