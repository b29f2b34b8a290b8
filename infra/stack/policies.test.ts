import { describe, expect, it } from 'vitest';
import { statements, type Found } from '../test/statements.ts';
import { templates, text } from '../test/templates.ts';

const { site, standby } = templates({ ...templatesContext(), distribution: 'EXAMPLE' });
const all = [...statements(site), ...statements(standby)];
const allowing = all.filter(({ effect }) => effect === 'Allow');
const words = ({ type, id, actions }: Found) => `${type} ${id}: ${actions.join(', ')}`;

function templatesContext() {
  return { repository: 'owner/curbside', ownerId: '11', repositoryId: '22' };
}

describe('every policy', () => {
  it('is looked at', () => {
    expect(allowing.length).toBeGreaterThan(20);
    expect(new Set(all.map(({ type }) => type))).toEqual(
      new Set([
        'AWS::IAM::Policy',
        'AWS::IAM::Role',
        'AWS::KMS::Key',
        'AWS::S3::BucketPolicy',
        'AWS::SNS::TopicPolicy',
      ]),
    );
  });

  it('allows no action that is not named whole', () => {
    const loose = allowing.filter(({ actions }) => actions.some((action) => !/^[\w-]+:\w+$/.test(action)));
    expect(loose.map(words)).toEqual([]);
  });

  // PutMetricData knows no resource: its only bound is the namespace. In the policy of a key "*" is that key.
  it('allows nothing on "*", but for metrics of the one namespace', () => {
    const wide = allowing.filter(
      ({ type, resources }) => type !== 'AWS::KMS::Key' && resources.includes('*'),
    );
    expect(wide.length).toBe(3);
    for (const { actions, resources, condition } of wide) {
      expect({ actions, resources, condition }).toEqual({
        actions: ['cloudwatch:PutMetricData'],
        resources: ['*'],
        condition: { StringEquals: { 'cloudwatch:namespace': 'Curbside' } },
      });
    }
  });

  it('has a star elsewhere only for the objects of one bucket', () => {
    const starred = allowing.flatMap(({ resources }) =>
      resources.filter((one) => one !== '*' && text(one).includes('*')),
    );
    expect(starred.length).toBeGreaterThan(3);
    for (const one of starred) expect(text(one)).toMatch(/^[^*]*\/\*"\]\]\}$/);
  });

  it('lets nobody in who is not named', () => {
    const open = allowing.filter(
      ({ principal }) => text(principal ?? '').includes('"*"') || principal === '*',
    );
    expect(open.map(words)).toEqual([]);
  });

  it('lets services in only for this account, this distribution or this delivery', () => {
    const services = allowing.filter(
      ({ type, principal }) => type !== 'AWS::IAM::Role' && text(principal ?? '').includes('amazonaws.com'),
    );
    expect(services.length).toBeGreaterThan(4);
    for (const { condition } of services) expect(text(condition)).toMatch(/aws:Source(Account|Arn)/i);
  });

  it('attaches none that is written elsewhere', () => {
    const attached = [site, standby].flatMap((template) =>
      Object.values(template.findResources('AWS::IAM::Role')).map(
        ({ Properties }) => (Properties as { ManagedPolicyArns?: unknown }).ManagedPolicyArns,
      ),
    );
    expect(attached.filter((arns) => arns !== undefined)).toEqual([]);
  });
});

describe('the templates', () => {
  it('ask the account for nothing when they are written', () => expect(templates().lookups).toEqual([]));
});
