import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { allowedTo, statements } from '../test/statements.ts';
import { one, templates, text } from '../test/templates.ts';
import { bundle } from './bundle.ts';

const { site } = templates();
const key = one<Record<string, unknown>>(site, 'AWS::KMS::Key');

describe('ownKey', () => {
  it('is replaced each year, and does not go at once', () => {
    expect(key.properties).toMatchObject({
      EnableKeyRotation: true,
      RotationPeriodInDays: 365,
      PendingWindowInDays: 30,
    });
    site.hasResource('AWS::KMS::Key', { DeletionPolicy: 'Retain' });
  });

  it('is handed to the account’s policies, and to its alarms for the topic', () => {
    const policy = statements(site).filter(({ type }) => type === 'AWS::KMS::Key');
    expect(policy.map(({ principal }) => text(principal))).toEqual([
      expect.stringMatching(/:iam::.*"Ref":"AWS::AccountId".*:root"/) as string,
      '{"Service":"cloudwatch.amazonaws.com"}',
    ]);
    expect(policy[0]!.actions).toContain('kms:PutKeyPolicy'); // or nobody could ever change it
    expect(policy[1]!.actions).toEqual(['kms:Decrypt', 'kms:GenerateDataKey']);
  });
});

describe('citySecret', () => {
  it('is encrypted with the key, holds no token in the template, and stays when the stack goes', () => {
    site.hasResource('AWS::SecretsManager::Secret', {
      DeletionPolicy: 'Retain',
      Properties: {
        Name: 'curbside/city-tokens',
        KmsKeyId: { 'Fn::GetAtt': [key.id, 'Arn'] },
        GenerateSecretString: { SecretStringTemplate: '{"primary":""}', GenerateStringKey: 'salt' },
      },
    });
    expect(one<object>(site, 'AWS::SecretsManager::Secret').properties).not.toHaveProperty('SecretString');
  });
});

describe('rotation', () => {
  it('is called each week, by Secrets Manager for this secret alone', () => {
    const { id } = one(site, 'AWS::Lambda::Function');
    const arn = { 'Fn::GetAtt': [id, 'Arn'] };
    site.hasResourceProperties('AWS::SecretsManager::RotationSchedule', {
      SecretId: { Ref: 'CityTokens' },
      RotationLambdaARN: arn,
      RotationRules: { ScheduleExpression: 'rate(7 days)' },
      RotateImmediatelyOnUpdate: false,
    });
    expect(one(site, 'AWS::Lambda::Permission').properties).toEqual({
      Action: 'lambda:InvokeFunction',
      FunctionName: arn,
      Principal: 'secretsmanager.amazonaws.com',
      SourceAccount: { Ref: 'AWS::AccountId' },
      SourceArn: { Ref: 'CityTokens' },
    });
  });

  it('may change the one secret, write its own log and send metrics', () => {
    const may = allowedTo(site, 'RotationRole');
    expect(may.flatMap(({ actions }) => actions).sort()).toEqual([
      'cloudwatch:PutMetricData',
      'kms:Decrypt',
      'kms:GenerateDataKey',
      'logs:CreateLogStream',
      'logs:PutLogEvents',
      'secretsmanager:DescribeSecret',
      'secretsmanager:GetSecretValue',
      'secretsmanager:PutSecretValue',
      'secretsmanager:UpdateSecretVersionStage',
    ]);
    const onSecret = may.find(({ actions }) => actions.includes('secretsmanager:PutSecretValue'))!;
    expect(onSecret.resources).toEqual([{ Ref: 'CityTokens' }]);
    site.hasResourceProperties('AWS::Logs::LogGroup', { RetentionInDays: 30 });
  });

  it('is a small bundle for the newest Node, without the SDK, and with the handler that is named', () => {
    const { properties } = one<{ Handler: string }>(site, 'AWS::Lambda::Function');
    expect(properties).toMatchObject({
      Runtime: 'nodejs24.x',
      Handler: 'index.handler',
      Architectures: ['arm64'],
    });
    const folder = bundle(path.resolve(import.meta.dirname, '../rotation/handler.ts'));
    expect(fs.readdirSync(folder)).toEqual(['index.mjs']);
    const code = fs.readFileSync(path.join(folder, 'index.mjs'), 'utf8');
    expect(code.length).toBeLessThan(20_000);
    expect(code).toMatch(/export \{\s*handler\s*\}/);
    const imported = [...code.matchAll(/from "([^"]+)"/g)].map(([, name]) => name);
    expect(new Set(imported)).toEqual(
      new Set(['node:crypto', '@aws-sdk/client-cloudwatch', '@aws-sdk/client-secrets-manager']),
    );
  });
});
