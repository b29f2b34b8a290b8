import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { namespace } from '../../scripts/metrics/names.ts';

/** The one statement with the resource "*": `PutMetricData` knows no other, so its condition names the namespace. */
export function sendMetrics(): PolicyStatement {
  return new PolicyStatement({
    actions: ['cloudwatch:PutMetricData'],
    resources: ['*'],
    conditions: { StringEquals: { 'cloudwatch:namespace': namespace } },
  });
}

export interface KeyUse {
  readonly key: IKey;
  readonly secretArn: string;
  readonly actions: string[];
}

/** Use of the key for this secret, through Secrets Manager, and for nothing else that it encrypts. */
export function useKey({ key, secretArn, actions }: KeyUse): PolicyStatement {
  return new PolicyStatement({
    actions,
    resources: [key.keyArn],
    conditions: {
      StringEquals: {
        'kms:ViaService': 'secretsmanager.us-east-1.amazonaws.com',
        'kms:EncryptionContext:SecretARN': secretArn,
      },
    },
  });
}
