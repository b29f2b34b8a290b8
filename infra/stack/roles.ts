import type { Distribution } from 'aws-cdk-lib/aws-cloudfront';
import { PolicyStatement, type Role } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { CfnSecret } from 'aws-cdk-lib/aws-secretsmanager';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { distributionArn, identityProvider, jobRole } from './github.ts';
import type { Repository, Settings } from './settings.ts';
import { sendMetrics, useKey } from './statements.ts';

export interface RolesOptions {
  readonly settings: Settings & { readonly repository: Repository };
  /** ARNs of the site's bucket and of the standby. */
  readonly buckets: readonly string[];
  readonly distribution: Distribution;
  readonly secret: CfnSecret;
  readonly key: IKey;
  readonly topic: ITopic;
}

export interface Roles {
  readonly deploy: Role;
  readonly pull: Role;
  readonly watch: Role;
}

/**
 * A role for each job of the workflows that may do something here (docs/decisions/0021 says why they are apart). The one that
 * publishes trusts the environment alone; the job that pulls and the one that tells of alarms are in none, and are trusted
 * on the branch. None of them names another's subject, or reads what another one is for.
 */
export function roles(scope: Construct, options: RolesOptions): Roles {
  const { settings, secret, key, topic } = options;
  const { subject, environment, branch } = settings.repository;
  const provider = identityProvider(scope, settings);
  const onBranch = { provider, subject: `repo:${subject}:ref:refs/heads/${branch}` };
  return {
    deploy: jobRole(scope, 'DeployRole', {
      provider,
      subject: `repo:${subject}:environment:${environment}`,
      description: 'refresh.yml, deploy: publishes the site',
      statements: [...publishing(options), sendMetrics()],
    }),
    pull: jobRole(scope, 'PullRole', {
      ...onBranch,
      description: 'refresh.yml, pull: reads the tokens of the city',
      statements: [
        new PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: [secret.ref] }),
        useKey({ key, secretArn: secret.ref, actions: ['kms:Decrypt'] }),
        sendMetrics(),
      ],
    }),
    watch: jobRole(scope, 'WatchRole', {
      ...onBranch,
      description: 'watch.yml, topic: tells of alarms',
      statements: [
        new PolicyStatement({ actions: ['sns:Publish'], resources: [topic.topicArn] }),
        new PolicyStatement({
          actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
          resources: [key.keyArn],
          conditions: { StringEquals: { 'kms:ViaService': 'sns.us-east-1.amazonaws.com' } },
        }),
      ],
    }),
  };
}

function publishing({ buckets, distribution }: RolesOptions): PolicyStatement[] {
  return [
    new PolicyStatement({
      actions: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'],
      resources: buckets.map((arn) => `${arn}/*`),
    }),
    new PolicyStatement({ actions: ['s3:ListBucket'], resources: [...buckets] }),
    new PolicyStatement({
      actions: ['cloudfront:CreateInvalidation'],
      resources: [distributionArn(distribution.distributionId)],
    }),
  ];
}
