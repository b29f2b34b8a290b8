import { describe, expect, it } from 'vitest';
import { allowedTo } from '../test/statements.ts';
import { one, templates, text, usual } from '../test/templates.ts';

const { site } = templates();

interface Trust {
  readonly MaxSessionDuration: number;
  readonly AssumeRolePolicyDocument: { readonly Statement: readonly Record<string, unknown>[] };
}

const trustOf = (role: string, template = site) => {
  const { properties } = one<Trust>(template, 'AWS::IAM::Role', role);
  expect(properties.AssumeRolePolicyDocument.Statement).toHaveLength(1);
  return { ...properties.AssumeRolePolicyDocument.Statement[0]!, seconds: properties.MaxSessionDuration };
};

const subjects = {
  DeployRole: 'repo:owner@11/curbside@22:environment:publish',
  PullRole: 'repo:owner@11/curbside@22:ref:refs/heads/main',
  WatchRole: 'repo:owner@11/curbside@22:ref:refs/heads/main',
};

/** Actions of a role, each with what it may be done to, as far as the template says it in words. */
function rights(role: string): Record<string, string> {
  return Object.fromEntries(
    allowedTo(site, role).flatMap(({ actions, resources: on, condition }) =>
      actions.map((action) => [action, text(on) + text(condition)] as const),
    ),
  );
}

describe('roles', () => {
  it.each(Object.entries(subjects))('%s trusts this subject exactly, for an hour', (role, subject) => {
    const { id } = one(site, 'AWS::IAM::OIDCProvider');
    expect(trustOf(role)).toEqual({
      Effect: 'Allow',
      Action: 'sts:AssumeRoleWithWebIdentity',
      Principal: { Federated: { 'Fn::GetAtt': [id, 'Arn'] } },
      Condition: {
        StringEquals: {
          'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
          'token.actions.githubusercontent.com:sub': subject,
        },
      },
      seconds: 3600,
    });
  });

  it('trust the form without ids where none are given, another environment and another branch', () => {
    const { site: older } = templates({ repository: 'owner/curbside', environment: 'live', branch: 'trunk' });
    const said = Object.keys(subjects).map((role) => text(trustOf(role, older)));
    expect(said[0]).toContain('"repo:owner/curbside:environment:live"');
    expect(said[1]).toContain('"repo:owner/curbside:ref:refs/heads/trunk"');
    expect(said[2]).toContain('"repo:owner/curbside:ref:refs/heads/trunk"');
  });

  it('are not there without a repository, nor is GitHub', () => {
    const { site: bare } = templates({});
    bare.resourceCountIs('AWS::IAM::OIDCProvider', 0);
    expect(text(bare.findResources('AWS::IAM::Role'))).not.toContain('githubusercontent');
  });

  it('take the account’s own provider when it has one', () => {
    const oidcProviderArn = 'arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com';
    const { site: shared } = templates({ ...usual, oidcProviderArn });
    shared.resourceCountIs('AWS::IAM::OIDCProvider', 0);
    expect(trustOf('DeployRole', shared)).toMatchObject({ Principal: { Federated: oidcProviderArn } });
  });
});

describe('the role that publishes', () => {
  it('may do this and nothing else', () => {
    expect(Object.keys(rights('DeployRole')).sort()).toEqual([
      'cloudfront:CreateInvalidation',
      'cloudwatch:PutMetricData',
      's3:DeleteObject',
      's3:GetObject',
      's3:ListBucket',
      's3:PutObject',
    ]);
  });

  it('may touch both buckets, and the edge before them', () => {
    const { id: bucket } = one(site, 'AWS::S3::Bucket', 'Site');
    const { id: distribution } = one(site, 'AWS::CloudFront::Distribution');
    const may = rights('DeployRole');
    for (const action of ['s3:GetObject', 's3:PutObject', 's3:DeleteObject', 's3:ListBucket']) {
      expect(may[action]).toContain(`"${bucket}"`);
      expect(may[action]).toContain('arn:aws:s3:::curbside-standby-');
      expect(may[action]).not.toContain('AccessLog');
    }
    expect(may['cloudfront:CreateInvalidation']).toMatch(
      new RegExp(`:distribution/.*"Ref":"${distribution}"`),
    );
  });
});

describe('the role that pulls', () => {
  it('may read the one secret, through its key, and send metrics', () => {
    const may = rights('PullRole');
    expect(Object.keys(may).sort()).toEqual([
      'cloudwatch:PutMetricData',
      'kms:Decrypt',
      'secretsmanager:GetSecretValue',
    ]);
    expect(may['secretsmanager:GetSecretValue']).toBe('[{"Ref":"CityTokens"}]{}');
    expect(may['kms:Decrypt']).toMatch(/kms:EncryptionContext:SecretARN":{"Ref":"CityTokens"}/);
    expect(may['kms:Decrypt']).toMatch(/kms:ViaService":"secretsmanager\.us-east-1/);
  });
});

describe('the role that tells of alarms', () => {
  it('may publish to the topic', () => {
    const may = rights('WatchRole');
    expect(Object.keys(may).sort()).toEqual(['kms:Decrypt', 'kms:GenerateDataKey', 'sns:Publish']);
    expect(may['sns:Publish']).toBe(`[{"Ref":"${one(site, 'AWS::SNS::Topic').id}"}]{}`);
  });
});
