import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Template } from 'aws-cdk-lib/assertions';
import { makeApp } from '../stack/app.ts';

/** What most tests ask for: a repository whose subject has ids, and both ways to be told of alarms. */
export const usual = {
  repository: 'owner/curbside',
  ownerId: '11',
  repositoryId: '22',
  alarmEmail: 'alarms@example.org',
};

/** A resource as a template has it. */
export interface Resource {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
  readonly DeletionPolicy?: string;
}

export interface Templates {
  readonly site: Template;
  readonly standby: Template;
  /** What the account would have to be asked for before the templates could be written. */
  readonly lookups: readonly unknown[];
}

const made = new Map<string, Templates>();

/** Both stacks' templates for a context, made once for all tests. */
export function templates(context: Readonly<Record<string, string>> = usual): Templates {
  const key = JSON.stringify(context);
  const known = made.get(key) ?? makeTemplates(context);
  made.set(key, known);
  return known;
}

function makeTemplates(context: Readonly<Record<string, string>>): Templates {
  const outdir = fs.mkdtempSync(path.join(os.tmpdir(), 'curbside-synth-'));
  try {
    const assembly = makeApp({ context, outdir }).synth();
    const of = (name: string) => Template.fromJSON(assembly.getStackByName(name).template as object);
    const lookups = assembly.manifest.missing ?? [];
    return { site: of('curbside'), standby: of('curbside-standby'), lookups };
  } finally {
    fs.rmSync(outdir, { recursive: true, force: true });
  }
}

/** Every resource of a type, by its id. */
export function resources(template: Template, type: string): [string, Resource][] {
  return Object.entries(template.findResources(type)) as unknown as [string, Resource][];
}

/** The only resource of a type whose id begins so, and its properties as plain data. */
export function one<T>(template: Template, type: string, idPrefix = ''): { id: string; properties: T } {
  const found = resources(template, type).filter(([id]) => id.startsWith(idPrefix));
  if (found.length !== 1) throw new Error(`${found.length} resources ${type} ${idPrefix}*, not one`);
  const [id, { Properties }] = found[0]!;
  return { id, properties: Properties as T };
}

/** A value of a template as text, references and all. */
export function text(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
