import { Aws, Duration } from 'aws-cdk-lib';
import { CfnOIDCProvider, Role, WebIdentityPrincipal, type PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { Settings } from './settings.ts';

const host = 'token.actions.githubusercontent.com';

/** ARN of the account's provider for GitHub's identities: the one that is there, or a new one. */
export function identityProvider(scope: Construct, { oidcProviderArn }: Settings): string {
  if (oidcProviderArn !== null) return oidcProviderArn;
  const provider = new CfnOIDCProvider(scope, 'GitHub', {
    url: `https://${host}`,
    clientIdList: ['sts.amazonaws.com'],
  });
  return provider.attrArn;
}

export interface JobRole {
  readonly provider: string;
  /** The whole subject: "repo:OWNER@1/REPO@2:environment:publish". */
  readonly subject: string;
  readonly description: string;
  readonly statements: readonly PolicyStatement[];
}

/** A role for the jobs of one subject, for an hour at a time. */
export function jobRole(scope: Construct, id: string, job: JobRole): Role {
  const { provider, subject, description, statements } = job;
  const trust = { [`${host}:aud`]: 'sts.amazonaws.com', [`${host}:sub`]: subject };
  const role = new Role(scope, id, {
    assumedBy: new WebIdentityPrincipal(provider, { StringEquals: trust }),
    description,
    maxSessionDuration: Duration.hours(1),
  });
  for (const statement of statements) role.addToPolicy(statement);
  return role;
}

/** ARN of a distribution, which has no region. */
export function distributionArn(id: string): string {
  return `arn:aws:cloudfront::${Aws.ACCOUNT_ID}:distribution/${id}`;
}
