import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { cities } from '../src/source/cities.ts';
import { readWorkflows, workflowFrom } from './workflow-file.ts';
import { bad, good } from './workflow-breaches.ts';
import { rules } from './workflow-rules.ts';

const files = readWorkflows();
describe('the rules of workflows', () => {
  it('let the good one pass', () => {
    const breaches = Object.values(rules).flatMap((rule) => rule(workflowFrom('good.yml', good)));
    expect(breaches).toEqual([]);
  });

  it.each(bad)('%s: find %s', (name, ...[, from, to]) => {
    const text = good.replace(from, () => to);
    expect(text).not.toBe(good);
    expect(rules[name]!(workflowFrom('bad.yml', text))).not.toEqual([]);
  });

  it('are all proven', () => {
    const proven = new Set(bad.map(([name]) => name));
    expect(Object.keys(rules).filter((name) => !proven.has(name))).toEqual([]);
  });
});

describe.each(files.map((file) => [file.name, file] as const))('%s', (_, file) => {
  it.each(Object.entries(rules))('keeps: %s', (_, rule) => expect(rule(file)).toEqual([]));
});

describe('the workflows together', () => {
  const named = Object.fromEntries(files.map((file) => [file.name, file.workflow]));

  it('are the four there should be', () => {
    expect(files.map(({ name }) => name)).toEqual(['check.yml', 'claim.yml', 'refresh.yml', 'watch.yml']);
  });

  it('give each job these rights and no other', () => {
    const rights = files.flatMap(({ name, workflow }) =>
      Object.entries(workflow.jobs).map(([job, { permissions }]) => [`${name} ${job}`, permissions]),
    );
    expect(Object.fromEntries(rights)).toEqual({
      'check.yml check': { contents: 'read' },
      'claim.yml read': { contents: 'read' },
      'claim.yml answer': { contents: 'write', issues: 'write', 'pull-requests': 'write' },
      'refresh.yml payments': { contents: 'read', 'id-token': 'write' },
      'refresh.yml pull': { contents: 'read', pages: 'read', 'id-token': 'write' },
      'refresh.yml build': { contents: 'read' },
      'refresh.yml pages': { pages: 'write', 'id-token': 'write' },
      'refresh.yml deploy': { contents: 'read', 'id-token': 'write' },
      'refresh.yml alarm': { contents: 'read', issues: 'write' },
      'watch.yml look': { contents: 'read', pages: 'read' },
      'watch.yml tell': { contents: 'read', issues: 'write' },
      'watch.yml topic': { 'id-token': 'write' },
    });
  });

  it('use one version of an action', () => {
    const pins = files.flatMap(({ text }) => text.match(/uses: .*/g) ?? []);
    const actions = new Set(pins.map((pin) => pin.split('@')[0]));
    expect(new Set(pins).size).toBe(actions.size);
  });

  it('run on the Node of the project, and on exactly that where its version decides what is due', () => {
    const { devDependencies: project } = JSON.parse(
      fs.readFileSync(path.resolve(import.meta.dirname, '../package.json'), 'utf8'),
    ) as { devDependencies: { node: string } };
    const major = project.node.split('.')[0];
    const versions = files.flatMap(
      ({ text }) => text.match(/(?<=node-version: ')[^']*|(?<=container: node:)\d+/g) ?? [],
    );
    expect(versions.length).toBeGreaterThan(3);
    expect(new Set(versions)).toEqual(new Set([major, project.node]));
    const exact = ['pull', 'build'].map((job) =>
      named['refresh.yml']!.jobs[job]!.steps!.map((step) => step.with?.['node-version']).find(Boolean),
    );
    expect(exact).toEqual([project.node, project.node]);
  });

  it('offer every city', () => {
    const { workflow_dispatch: dispatch } = named['refresh.yml']!.on as {
      workflow_dispatch: { inputs: { city: { options: string[] } } };
    };
    expect(dispatch.inputs.city.options).toEqual(cities.map(({ info }) => info.key));
  });

  it('name only scripts that exist', () => {
    const { scripts } = JSON.parse(
      fs.readFileSync(path.resolve(import.meta.dirname, '../package.json'), 'utf8'),
    ) as { scripts: Record<string, string> };
    const text = files.map((file) => file.text).join('\n');
    const run = [...text.matchAll(/npm run (?:--silent )?([\w-]+)/g)].map(([, name]) => name!);
    const direct = [...text.matchAll(/\bnode (scripts\/[\w/.-]+)/g)].map(([, file]) => file!);
    expect(run.filter((name) => !(name in scripts))).toEqual([]);
    expect(direct.filter((file) => !fs.existsSync(path.resolve(import.meta.dirname, '..', file)))).toEqual(
      [],
    );
  });
});
