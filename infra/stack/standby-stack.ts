import { Aws, CfnOutput, Stack } from 'aws-cdk-lib';
import { Effect, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { siteBucket } from './bucket.ts';
import type { Settings } from './settings.ts';

/** The standby's name, which both stacks must know before either is there. */
export function standbyName({ standbyRegion }: Settings): string {
  return `curbside-standby-${Aws.ACCOUNT_ID}-${standbyRegion}`;
}

/** The bucket that the edge asks when the first one fails, in another region. */
export class StandbyStack extends Stack {
  constructor(scope: Construct, settings: Settings) {
    super(scope, 'curbside-standby', {
      env: { region: settings.standbyRegion },
      description: 'Curbside: the second bucket of the site',
    });
    const bucket = siteBucket(this, 'Standby', standbyName(settings));
    if (settings.distribution !== null) {
      const reader = `arn:aws:cloudfront::${Aws.ACCOUNT_ID}:distribution/${settings.distribution}`;
      bucket.addToResourcePolicy(
        new PolicyStatement({
          effect: Effect.ALLOW,
          principals: [new ServicePrincipal('cloudfront.amazonaws.com')],
          actions: ['s3:GetObject'],
          resources: [bucket.arnForObjects('*')],
          conditions: { StringEquals: { 'AWS:SourceArn': reader } },
        }),
      );
    }
    new CfnOutput(this, 'StandbyTarget', {
      value: `s3://${bucket.bucketName}?region=${settings.standbyRegion}`,
      description: 'variable STANDBY_TARGET',
    });
  }
}
